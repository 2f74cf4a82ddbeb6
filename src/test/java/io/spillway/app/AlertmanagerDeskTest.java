package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Command;
import io.spillway.desk.RemoteDesk;
import io.spillway.desk.StateFolder;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealAlertmanager;
import io.spillway.testing.RealHaproxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Alertmanager whose alerts are shelved and acknowledged on the command line, with a desk
/// that runs in another process and without one.
class AlertmanagerDeskTest {
    private static final String HOT = "alert@Hot{severity=page}";
    private static final String WARM = "alert@Warm{severity=warning}";
    private static final String HOT_LABELS = "{\"alertname\":\"Hot\",\"severity\":\"page\"}";
    private static final String WARM_LABELS = "{\"alertname\":\"Warm\",\"severity\":\"warning\"}";

    @TempDir Path dir;
    private RealAlertmanager alertmanager;
    private RealHaproxy haproxy;
    private Cli cli;

    @BeforeEach
    void open() throws Exception {
        alertmanager = RealAlertmanager.start();
        haproxy =
                RealHaproxy.start(
                        dir,
                        "backend be_web\n  server s1 127.0.0.1:%d\n".formatted(FreePorts.one()));
        Path config =
                Files.writeString(
                        dir.resolve("spillway.yaml"),
                        """
                        site: test
                        poll: 250ms
                        sources:
                          - name: alerts
                            alertmanager: %s
                            silences: true
                        balancers:
                          - name: lb-1
                            address: %s
                        pools:
                          - name: web
                            backend: be_web
                        """
                                .formatted(alertmanager.url(), haproxy.unix()));
        cli = new Cli(config, dir.resolve("state"));
        alertmanager.raise(HOT_LABELS);
        alertmanager.raise(WARM_LABELS);
    }

    @AfterEach
    void close() {
        haproxy.close();
        alertmanager.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    /// The alarm as the command line lists it; an empty object if it does not.
    private JsonNode alarm(String id) {
        JsonNode alarms = cli.json("alarms", "--json").get("alarms");
        return StreamSupport.stream(alarms.spliterator(), false)
                .filter(a -> text(a, "id").equals(id))
                .findFirst()
                .orElse(JsonMapper.shared().createObjectNode());
    }

    private void untilState(String id, String state) {
        soon().until(() -> text(alarm(id), "state"), state::equals);
    }

    /// A silence by its comment, as Alertmanager has it.
    private Optional<JsonNode> silence(String comment) {
        JsonNode silences = JsonMapper.shared().readTree(alertmanager.get("/api/v2/silences"));
        return StreamSupport.stream(silences.spliterator(), false)
                .filter(s -> text(s, "comment").equals(comment))
                .findFirst();
    }

    private String state(String comment) {
        return silence(comment).map(s -> text(s.path("status"), "state")).orElse("none");
    }

    private void untilExpired(String comment) {
        soon().until(() -> state(comment), "expired"::equals);
    }

    private Children.Child console() throws Exception {
        Children.Child console = new Children(cli.config(), cli.state(), dir).start("console");
        soon().until(() ->
                StateFolder.ownedByConsole(cli.state())
                        && Files.exists(StateFolder.socket(cli.state())));
        return console;
    }

    private String shelve(String id, String span, String reason) {
        return cli.ok("shelve", id, "--for", span, "--reason", reason, "--operator", "anna");
    }

    @Test
    void aShelfIsASilenceThereUntilItEndsOrTheNextDeskEndsIt() throws Exception {
        Children.Child console = console();
        try {
            untilState(HOT, "active-unacknowledged");
            JsonNode hot = alarm(HOT);
            assertThat(text(hot, "origin")).isEqualTo("alertmanager");
            assertThat(text(hot, "priority")).isEqualTo("high");

            shelve(HOT, "30m", "a drill");
            assertThat(state("a drill")).isEqualTo("active");
            JsonNode silence = silence("a drill").orElseThrow();
            assertThat(text(silence, "createdBy")).isEqualTo("anna");
            assertThat(silence.get("matchers")).hasSize(2);
            assertThat(text(silence, "endsAt").substring(0, 19))
                    .isEqualTo(text(alarm(HOT).path("shelf"), "until").substring(0, 19));
            assertThat(text(alarm(HOT), "state")).isEqualTo("shelved");

            shelve(WARM, "2s", "a moment");
            untilState(WARM, "active-unacknowledged");
            untilExpired("a moment");

            cli.ok("ack", WARM, "--operator", "ben");
            assertThat(text(alarm(WARM), "state")).isEqualTo("active-acknowledged");
            assertThat(state("acknowledged in Spillway")).isEqualTo("active");
            cli.ok("shelve", WARM, "--until-return", "--reason", "till well", "--operator", "ben");
            assertThat(state("till well")).isEqualTo("active");
            assertThat(state("acknowledged in Spillway")).isEqualTo("expired");
        } finally {
            console.process().destroyForcibly();
            console.ended();
        }
        alertmanager.resolve(WARM_LABELS);
        assertThat(state("a drill")).isEqualTo("active");
        assertThat(state("till well")).isEqualTo("active");
        try (Children.Child _ = console()) {
            untilExpired("till well");
            assertThat(text(alarm(HOT), "state")).isEqualTo("shelved");
            assertThat(state("a drill")).isEqualTo("active");
            unshelve(HOT);
            untilExpired("a drill");
            untilState(HOT, "active-unacknowledged");
            assertThat(suppressions()).as("by silences of our own").isEmpty();
        }
    }

    /// Whatever was suppressed lately.
    private List<AlarmEvent> suppressions() throws Exception {
        try (RemoteDesk desk = new RemoteDesk(StateFolder.socket(cli.state()))) {
            return desk.picture().alarms().recent().stream()
                    .filter(e -> e.kind() == AlarmEvent.Kind.SUPPRESSED)
                    .toList();
        }
    }

    private void unshelve(String id) throws Exception {
        try (RemoteDesk desk = new RemoteDesk(StateFolder.socket(cli.state()))) {
            var act = new OperatorAct.Unshelve(List.of(id), "anna");
            assertThat(desk.send(new Command.OnAlarms(act)).get().done()).isTrue();
        }
    }

    @Test
    void aForeignSilenceIsShownWithItsAuthorAndOursOutlivesAQuietAlertmanager() throws Exception {
        try (Children.Child _ = console()) {
            untilState(HOT, "active-unacknowledged");
            Instant now = Instant.now();
            alertmanager.silence("Hot", now, now.plusSeconds(600), "ops-2", "planned work");
            untilState(HOT, "suppressed");
            assertThat(text(alarm(HOT), "parent")).isEqualTo("silence by ops-2: planned work");
            assertThat(text(alarm(HOT), "origin")).isEqualTo("alertmanager");
            assertThat(cli.ok("alarms")).contains("silence by ops-2: planned work");

            cli.ok("ack", WARM, "--operator", "ben");
            alertmanager.pause();
            try {
                untilState(WARM, "unknown");
                assertThat(text(alarm(WARM), "origin")).isEqualTo("alertmanager");
            } finally {
                alertmanager.resume();
            }
            untilState(WARM, "active-acknowledged");
            assertThat(state("acknowledged in Spillway")).isEqualTo("active");
        }
    }

    @Test
    void withoutADeskTheCommandsDoTheSame() {
        assertThat(text(alarm(HOT), "origin")).isEqualTo("alertmanager");
        cli.ok("ack", HOT, "--operator", "ben");
        assertThat(state("acknowledged in Spillway")).isEqualTo("active");
        assertThat(
                        cli.run("shelve", HOT, "--for", "2h", "--reason", "no", "--operator", "c")
                                .code())
                .isEqualTo(1);
        assertThat(state("no")).isEqualTo("none");
        assertThat(shelve(HOT, "30m", "a drill")).contains("a drill");
        assertThat(state("a drill")).isEqualTo("active");
        assertThat(text(alarm(HOT), "state")).isEqualTo("shelved");
        assertThat(state("acknowledged in Spillway")).isEqualTo("expired");

        alertmanager.kill();
        Cli.Ran down =
                cli.run(
                        "shelve",
                        WARM,
                        "--for",
                        "30m",
                        "--reason",
                        "it is down",
                        "--operator",
                        "anna");
        assertThat(down.code()).as(down.err()).isZero();
        assertThat(down.out())
                .contains("it is down", "not silenced: " + WARM, alertmanager.address());
        assertThat(down.out().lines()).hasSize(1);
        assertThat(text(alarm(WARM), "state")).isEqualTo("shelved");
        assertThat(text(alarm(WARM), "origin")).isEqualTo("alertmanager");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() {
        Cli.Ran ghost = cli.run("ack", "alert@Ghost", "--operator", "ben");
        assertThat(ghost.code()).isEqualTo(1);
        assertThat(ghost.out()).isEmpty();
        assertThat(ghost.err())
                .isEqualTo(
                        "spillway: No alarm alert@Ghost is followed now: it has gone, or was never"
                                + " there; the list shows what is.\n");

        Cli.Ran longer =
                cli.run(
                        "shelve",
                        HOT,
                        "--for",
                        "1801s",
                        "--reason",
                        "longer",
                        "--operator",
                        "anna");
        assertThat(longer.code()).isEqualTo(1);
        assertThat(longer.out()).isEmpty();
        assertThat(longer.err())
                .isEqualTo(
                        "spillway: %s was not shelved: an alarm of high priority can be shelved for"
                                        .formatted(HOT)
                                + " 30 min at most; choose a shorter time.\n");
        assertThat(text(alarm(HOT), "state")).isEqualTo("active-unacknowledged");
        assertThat(alertmanager.get("/api/v2/silences").strip()).isEqualTo("[]");

        Cli.Ran nonsense =
                cli.run("shelve", HOT, "--for", "nonsense", "--reason", "r", "--operator", "anna");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.out()).isEmpty();
        assertThat(nonsense.err()).contains("'nonsense' is no span of time").hasLineCount(1);
    }
}
