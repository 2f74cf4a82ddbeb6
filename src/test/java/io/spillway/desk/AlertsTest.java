package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.fleet.Alert;
import io.spillway.fleet.SourceHealth;
import io.spillway.source.SourceReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final SourceHealth METRICS = health("metrics", "prometheus", 0);
    private static final SourceHealth ALERTS = health("alerts", "alertmanager", 0);

    private final Alerts alerts = new Alerts();

    private static SourceHealth health(String name, String kind, int failures) {
        return new SourceHealth(name, kind, false, failures, NOW, "");
    }

    private static Alert alert(
            Alert.Teller teller,
            Alert.State state,
            Map<String, String> labels,
            Alert.Silence... s) {
        return new Alert(
                teller,
                teller == Alert.Teller.PROMETHEUS ? "metrics" : "alerts",
                new TreeMap<>(labels).toString(),
                labels.getOrDefault(Alert.NAME, ""),
                labels,
                "",
                "what it is",
                labels.getOrDefault("severity", ""),
                NOW,
                state,
                List.of(s),
                List.of());
    }

    private static Alert fires(String name, String... more) {
        return alert(Alert.Teller.PROMETHEUS, Alert.State.FIRING, labels(name, more));
    }

    private static Alert held(String name, String... more) {
        return alert(Alert.Teller.ALERTMANAGER, Alert.State.FIRING, labels(name, more));
    }

    private static Map<String, String> labels(String name, String... more) {
        Map<String, String> labels = new HashMap<>(Map.of(Alert.NAME, name));
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return labels;
    }

    private void engine(Alert... told) {
        take(METRICS, List.of(told));
    }

    private void collector(Alert... told) {
        take(ALERTS, List.of(told));
    }

    private void take(SourceHealth source, @Nullable List<Alert> told) {
        alerts.take(
                source.name(),
                source.kind(),
                new SourceReport(List.of(), null, List.of(), List.of(), List.of(), told, ""));
    }

    private List<Signal> signals(SourceHealth... sources) {
        return alerts.signals(List.of(sources), Set.of(), Set.of(), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "critical, HIGH",
        "Page, HIGH",
        "high, HIGH",
        "warning, MEDIUM",
        "medium, MEDIUM",
        "info, LOW",
        "'', LOW",
        "sev-9, LOW"
    })
    void priorityIsTheAuthorsWord(String severity, Priority priority) {
        engine(fires("Hot", "severity", severity));
        assertThat(signals(METRICS))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.priority()).isEqualTo(priority);
                    assertThat(s.detail()).isEqualTo("what it is");
                    assertThat(s.rule()).isEqualTo("alert");
                });
    }

    @Test
    void whatIsPendingAndWhatAlwaysFiresIsNoAlarm() {
        engine(
                alert(Alert.Teller.PROMETHEUS, Alert.State.PENDING, labels("Hot")),
                fires("Watchdog"),
                fires("DeadMansSwitch"),
                fires("Cold"));
        assertThat(signals(METRICS)).extracting(Signal::id).containsExactly("alert@Cold");
    }

    @Test
    void labelsTellAlertsOfOneNameApart() {
        engine(
                fires("Hot", "instance", "10.0.0.1:9100"),
                fires("Hot", "instance", "10.0.0.2:9100"),
                fires("Hot", "instance", "a, \"b\"", "x", "}"));
        assertThat(signals(METRICS))
                .extracting(Signal::id)
                .containsExactly(
                        "alert@Hot{instance=10.0.0.1:9100}",
                        "alert@Hot{instance=10.0.0.2:9100}",
                        "alert@Hot{instance=\"a, \\\"b\\\"\",x=\"}\"}");
    }

    @Test
    void theNameStaysWhoeverTellsOfItFirst() {
        collector(held("Hot", "zone", "a", "site", "north"));
        engine();
        String id = "alert@Hot{site=north,zone=a}";
        assertThat(signals(METRICS, ALERTS)).extracting(Signal::id).containsExactly(id);
        engine(fires("Hot", "zone", "a"));
        assertThat(signals(METRICS, ALERTS)).extracting(Signal::id).containsExactly(id);
        collector();
        assertThat(signals(METRICS, ALERTS))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.id()).isEqualTo(id);
                    assertThat(s.origin().kind()).isEqualTo(Origin.Kind.PROMETHEUS);
                });
        engine();
        assertThat(signals(METRICS, ALERTS)).isEmpty();
    }

    @Test
    void afterARestartTheNameInUseIsTakenAgain() {
        collector(held("Hot", "zone", "a", "site", "north"));
        engine(fires("Hot", "zone", "a"));
        String id = "alert@Hot{site=north,zone=a}";
        assertThat(alerts.signals(List.of(METRICS, ALERTS), Set.of(id), Set.of(), NOW))
                .extracting(Signal::id)
                .containsExactly(id);
    }

    @Test
    void theClosestOfSeveralIsTheSame() {
        collector(held("Hot", "zone", "a", "rack", "1", "site", "north"), held("Hot", "zone", "a"));
        engine(fires("Hot", "zone", "a", "rack", "1"), fires("Hot", "zone", "a"));
        assertThat(signals(METRICS, ALERTS))
                .extracting(Signal::id)
                .containsExactlyInAnyOrder("alert@Hot{rack=1,zone=a}", "alert@Hot{zone=a}");
    }

    @Test
    void thousandsOfOneNameAreEachToldOnce() {
        List<Alert> sent =
                IntStream.range(0, 3000).mapToObj(i -> fires("Hot", "instance", "s" + i)).toList();
        take(METRICS, sent);
        take(
                ALERTS,
                IntStream.range(0, 3000)
                        .mapToObj(i -> held("Hot", "instance", "s" + i, "site", "north"))
                        .toList());
        assertThat(signals(METRICS, ALERTS)).hasSize(3000);
    }

    @Test
    void anInhibitedAlertNamesWhatKeepsItQuiet() {
        Map<String, String> labels = labels("Hot");
        collector(
                new Alert(
                        Alert.Teller.ALERTMANAGER,
                        "alerts",
                        "f",
                        "Hot",
                        labels,
                        "",
                        "",
                        "",
                        NOW,
                        Alert.State.FIRING,
                        List.of(),
                        List.of("RoomDown")));
        assertThat(signals(ALERTS)).extracting(Signal::parent).containsExactly("alert RoomDown");
    }

    @Test
    void aSilentSystemLeavesItsAlertsUnknownAndNotNormal() {
        engine(fires("Hot"));
        assertThat(signals(METRICS)).extracting(Signal::value).containsExactly(1.0);
        assertThat(signals(health("metrics", "prometheus", 3)))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.value()).isNaN();
                    assertThat(s.parent()).isEqualTo("BLIND metrics");
                });
        take(METRICS, null);
        assertThat(signals(METRICS))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.value()).isNaN();
                    assertThat(s.parent()).isEmpty();
                });
        engine();
        assertThat(signals(METRICS)).isEmpty();
    }

    @Test
    void anAlarmOfBeforeTheStartIsUnknownUntilEverySystemHasAnswered() {
        Set<String> tracked = Set.of("alert@Hot{zone=a}", "server-cpu@web/s1");
        collector();
        assertThat(alerts.signals(List.of(METRICS, ALERTS), tracked, Set.of(), NOW))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.id()).isEqualTo("alert@Hot{zone=a}");
                    assertThat(s.value()).isNaN();
                });
        engine();
        assertThat(alerts.signals(List.of(METRICS, ALERTS), tracked, Set.of(), NOW)).isEmpty();
    }

    @Test
    void whileAlertmanagerIsSilentPrometheusDecidesAndSilencesLastToTheirEnd() {
        var silence = new Alert.Silence("id-1", "ops-2", "planned work", NOW + 1000);
        collector(alert(Alert.Teller.ALERTMANAGER, Alert.State.FIRING, labels("Hot"), silence));
        engine(fires("Hot"));
        SourceHealth dead = health("alerts", "alertmanager", 5);
        assertThat(signals(METRICS, dead))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.value()).isEqualTo(1);
                    assertThat(s.parent()).isEqualTo("silence by ops-2: planned work");
                    assertThat(s.origin().silence()).isEqualTo("id-1");
                });
        assertThat(alerts.signals(List.of(METRICS, dead), Set.of(), Set.of(), NOW + 1001))
                .extracting(Signal::parent)
                .containsExactly("");
    }

    @Test
    void sourcesThatKnowNoAlertsAreNotWaitedFor() {
        alerts.take("lb-1", "haproxy", new SourceReport(List.of(), null, ""));
        assertThat(
                        alerts.signals(
                                List.of(health("lb-1", "haproxy", 9)),
                                Set.of("alert@Hot"),
                                Set.of(),
                                NOW))
                .isEmpty();
    }
}
