package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.ActResult.Outcome;
import io.spillway.control.TrafficControl;
import io.spillway.control.httpd.HttpdControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.source.httpd.HttpdSource;
import io.spillway.testing.HttpdServers;
import io.spillway.wire.http.Login;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Acts on a real Apache httpd.
class RealHttpdActTest {
    private static final String BACKEND = "be_web";
    private static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");

    @TempDir Path folder;
    private final HttpdServers servers = HttpdServers.fifties();
    private final HttpdSource source = new HttpdSource("lb-1", servers.client());
    private final TrafficControl control = new HttpdControl("lb-1", servers.client());
    private Journal journal;
    private Actuator actuator;

    @BeforeEach
    void start() throws Exception {
        journal = Journal.open(folder.resolve("journal.db"));
        actuator = new Actuator(Map.of("lb-1", control), journal, () -> NOW, "ops-1");
    }

    @AfterEach
    void stop() {
        journal.close();
        source.close();
        control.close();
        servers.close();
    }

    private BalancerState seen() throws Exception {
        return Objects.requireNonNull(source.poll(NOW.plusSeconds(1)).balancer());
    }

    private Plan plan(String kind, List<Map<Knob, Integer>> stages) throws Exception {
        return new Plan(
                kind,
                "web",
                BACKEND,
                0,
                0.9,
                0.7,
                List.of(),
                List.of(),
                stages,
                stages.size() - 1,
                Map.of(),
                Map.of("lb-1", seen().values(BACKEND)),
                List.of(),
                "Move some of web.");
    }

    private Plan redistribute() throws Exception {
        return plan("redistribute", List.of(weights(60, 30, 60), weights(100, 20, 80)));
    }

    private static Map<Knob, Integer> weights(int one, int two, int three) {
        return Map.of(Knob.weight("s1"), one, Knob.weight("s2"), two, Knob.weight("s3"), three);
    }

    private ActResult apply(Plan plan) {
        return actuator.apply(plan, "anna", "crowd");
    }

    @Test
    void redistributesAndUndoes() throws Exception {
        Map<Knob, Integer> before = control.read(BACKEND);
        ActResult applied = apply(redistribute());
        assertThat(applied.outcome()).as(applied.message()).isEqualTo(Outcome.APPLIED);
        assertThat(seen().values(BACKEND)).containsAllEntriesOf(weights(100, 20, 80));
        assertThat(actuator.drifts(List.of(seen()))).isEmpty();

        Map<String, Integer> answers = servers.answers(400);
        assertThat(answers.get("s1")).isBetween(196, 204);
        assertThat(answers.get("s2")).isBetween(36, 44);
        assertThat(answers.get("s3")).isBetween(156, 164);

        ActResult undone = actuator.undo(applied.id(), "anna");
        assertThat(undone.outcome()).as(undone.message()).isEqualTo(Outcome.UNDONE);
        assertThat(control.read(BACKEND)).isEqualTo(before);
        assertThat(servers.answers(90).values()).allSatisfy(n -> assertThat(n).isBetween(28, 32));
    }

    @Test
    void drainsAndUndoes() throws Exception {
        Map<Knob, Integer> before = control.read(BACKEND);
        Knob state = Knob.state("s2");
        ActResult applied =
                apply(plan("drain", List.of(Map.of(state, AdminState.DRAIN.ordinal()))));
        assertThat(applied.outcome()).as(applied.message()).isEqualTo(Outcome.APPLIED);
        assertThat(seen().slots().get(1).admin()).isEqualTo(AdminState.DRAIN);
        assertThat(servers.answers(60)).containsOnlyKeys("s1", "s3");

        ActResult undone = actuator.undo(applied.id(), "anna");
        assertThat(undone.outcome()).as(undone.message()).isEqualTo(Outcome.UNDONE);
        assertThat(control.read(BACKEND)).isEqualTo(before);
        assertThat(servers.answers(60)).containsOnlyKeys("s1", "s2", "s3");
    }

    @Test
    void aWeightThatHttpdDoesNotTakeLeavesNothingHalfDone() throws Exception {
        Map<Knob, Integer> before = control.read(BACKEND);
        ActResult result = apply(plan("redistribute", List.of(weights(100, 20, 101))));
        assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(result.message()).contains("httpd takes weights from 1 to 100, not 101");
        assertThat(control.read(BACKEND)).isEqualTo(before);
    }

    @Test
    void aReloadIsNamedAndCountsAsUndone() throws Exception {
        seen();
        String id = apply(redistribute()).id();
        assertThat(actuator.drifts(List.of(seen()))).isEmpty();
        servers.httpd.reload();
        await().until(() -> seen().startedAt() > 0);
        assertThat(actuator.drifts(List.of(seen())))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.toString()).contains("reload"));
        ActResult undone = actuator.undo(id, "anna");
        assertThat(undone.message()).isEqualTo("Undone: lb-1 already was as before.");
    }

    @Test
    void aFrozenHttpdIsNamedAndUndoneOnceItThaws() throws Exception {
        String id = apply(redistribute()).id();
        Duration soon = Duration.ofMillis(800);
        var hasty = servers.client(servers.httpd.manager(), new Login.None(), soon);
        actuator =
                new Actuator(
                        Map.of("lb-1", new HttpdControl("lb-1", hasty)),
                        journal,
                        () -> NOW,
                        "ops-1");
        servers.httpd.freeze();
        ActResult early = actuator.undo(id, "anna");
        assertThat(early.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(early.message()).contains("lb-1").contains("did not answer within 800 ms");
        servers.httpd.thaw();
        ActResult undone = actuator.undo(id, "anna");
        assertThat(undone.outcome()).as(undone.message()).isEqualTo(Outcome.UNDONE);
        assertThat(control.read(BACKEND)).containsAllEntriesOf(weights(50, 50, 50));
    }
}
