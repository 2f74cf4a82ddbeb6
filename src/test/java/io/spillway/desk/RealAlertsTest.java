package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.control.alertmanager.AlertmanagerControl;
import io.spillway.fleet.Alert;
import io.spillway.fleet.SourceHealth;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.alertmanager.AlertmanagerSource;
import io.spillway.source.prometheus.PrometheusSettings;
import io.spillway.source.prometheus.PrometheusSource;
import io.spillway.testing.RealAlertmanager;
import io.spillway.testing.RealProcess;
import io.spillway.testing.RealPrometheus;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real Prometheus whose alert a real Alertmanager holds.
class RealAlertsTest {
    private static final String ID = "alert@Hot{severity=page,zone=a}";
    private static final HttpAccess ACCESS =
            new HttpAccess(Login.none(), null, Duration.ofSeconds(5));

    private final HttpClients clients = new HttpClients();
    private final Alerts alerts = new Alerts();
    private RealAlertmanager alertmanager;
    private RealPrometheus prometheus;
    private MetricSource engine;
    private MetricSource collector;
    private AlertmanagerControl control;

    /// The desk's time: each round lets as much pass as a source waits between two questions.
    private Instant now = InstantSource.system().instant();

    @BeforeEach
    void start() throws Exception {
        alertmanager = RealAlertmanager.start();
        Path folder = RealProcess.newFolder("prometheus");
        Files.writeString(
                folder.resolve("rules.yml"),
                """
                groups:
                  - name: test
                    rules:
                      - alert: Hot
                        expr: vector(1)
                        labels: {severity: page, zone: a}
                        annotations: {summary: Zone a is hot}
                      - alert: Warm
                        expr: vector(1)
                        for: 1h
                        labels: {severity: warning}
                      - alert: Watchdog
                        expr: vector(1)
                """);
        String config =
                """
                global: {evaluation_interval: 1s, external_labels: {site: north}}
                rule_files: [rules.yml]
                alerting: {alertmanagers: [{static_configs: [{targets: ['%s']}]}]}
                """
                        .formatted(alertmanager.address());
        // The first alerts leave before it knows of the Alertmanager; usually it waits a minute
        // then.
        prometheus = RealPrometheus.start(folder, config, "--rules.alert.resend-delay=1s");
        URI url = URI.create(prometheus.url());
        engine =
                new PrometheusSource(
                        new PrometheusSettings("metrics", url, ACCESS, false, Map.of()), clients);
        var client = new AlertmanagerClient(URI.create(alertmanager.url()), ACCESS, clients);
        collector = new AlertmanagerSource("alerts", client);
        control = new AlertmanagerControl("alerts", client);
    }

    @AfterEach
    void stop() {
        engine.close();
        clients.close();
        prometheus.close();
        alertmanager.close();
    }

    private List<Signal> round(Set<String> ours, MetricSource... sources) throws SourceException {
        now = now.plusSeconds(6);
        for (MetricSource source : sources) {
            alerts.take(source.name(), source.kind(), source.poll(now));
        }
        long time = now.toEpochMilli();
        return alerts.signals(
                List.of(
                        new SourceHealth("metrics", "prometheus", false, 0, time, ""),
                        new SourceHealth("alerts", "alertmanager", false, 0, time, "")),
                Set.of(),
                ours,
                time);
    }

    private Signal until(Set<String> ours, Predicate<Signal> holds, MetricSource... sources) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> round(ours, sources), s -> s.size() == 1 && holds.test(s.getFirst()))
                .getFirst();
    }

    private static Predicate<Signal> from(Origin.Kind kind) {
        return s -> s.origin().kind() == kind && s.value() == 1;
    }

    @Test
    void oneAlertThatBothTellOfIsOneSignalAndKeepsItsName() {
        Signal first = until(Set.of(), from(Origin.Kind.PROMETHEUS), engine);
        assertThat(first.id()).isEqualTo(ID);
        assertThat(first.priority()).isEqualTo(Priority.HIGH);
        assertThat(first.detail()).isEqualTo("Zone a is hot");
        assertThat(first.parent()).isEmpty();
        assertThat(alerts.held(ID)).isEmpty();

        Signal both = until(Set.of(), from(Origin.Kind.ALERTMANAGER), engine, collector);
        assertThat(both.id()).isEqualTo(ID);
        assertThat(alerts.held(ID))
                .get()
                .satisfies(a -> {
                    assertThat(a.source()).isEqualTo("alerts");
                    assertThat(a.labels()).containsEntry("site", "north");
                });
    }

    @Test
    void aSilenceOfOursAndAForeignOneComeAndGo() throws Exception {
        until(Set.of(), from(Origin.Kind.ALERTMANAGER), engine, collector);
        Alert held = alerts.held(ID).orElseThrow();
        Instant end = InstantSource.system().instant().plusSeconds(600);
        String id = control.silence(held.labels(), end.minusSeconds(600), end, "anna", "a drill");
        assertThat(alertmanager.get("/api/v2/silence/" + id))
                .contains("\"state\":\"active\"", "\"createdBy\":\"anna\"", "a drill");

        Signal stranger = until(Set.of(), s -> !s.parent().isEmpty(), engine, collector);
        assertThat(stranger.parent()).isEqualTo("silence by anna: a drill");
        assertThat(stranger.value()).isEqualTo(1);
        Signal ours = until(Set.of(id), s -> s.origin().silence().equals(id), engine, collector);
        assertThat(ours.parent()).isEmpty();

        control.expire(id);
        assertThat(alertmanager.get("/api/v2/silence/" + id)).contains("\"state\":\"expired\"");
        until(Set.of(id), s -> s.origin().silence().isEmpty(), engine, collector);

        alertmanager.silence("Hot", end.minusSeconds(600), end, "ops-2", "planned work");
        Signal foreign = until(Set.of(id), s -> !s.parent().isEmpty(), engine, collector);
        assertThat(foreign.parent()).isEqualTo("silence by ops-2: planned work");
        assertThat(foreign.id()).isEqualTo(ID);
    }
}
