package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.action.Lease;
import io.spillway.action.Lease.State;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An act of two steps, there and back, as far as new samples take it.
class WayBackTest {
    private static final Map<String, Integer> BEFORE = Map.of("a", 100, "b", 100);
    private static final Map<String, Integer> HALF = Map.of("a", 75, "b", 125);
    private static final Map<String, Integer> GOAL = Map.of("a", 50, "b", 150);

    @TempDir Path dir;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T03:58:12Z"));
    private final ScriptedFleet fleet = new ScriptedFleet();
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.open(dir.resolve("journal.db"));
        desk =
                new Desk(
                        new DeskSettings(
                                "test",
                                Duration.ofSeconds(1),
                                List.of(ScriptedFleet.WEB),
                                List.of(),
                                DefaultRules.rules(),
                                ReliefSettings.NONE,
                                null,
                                "t",
                                true),
                        List.of(fleet.engine(), fleet.balancer()),
                        new Actuator(Map.of("lb-1", fleet.control()), journal, now::get, "t"),
                        journal,
                        now::get);
        ticks(5);
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
    }

    /// Each with all that the desk began by itself.
    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            now.updateAndGet(t -> t.plusSeconds(1));
            desk.step();
            send(new Command.Observe());
        }
    }

    /// The act after so many ticks.
    private Lease after(int count) {
        ticks(count);
        return desk.picture().leases().getFirst();
    }

    private Reply send(Command command) {
        return desk.send(command).join();
    }

    private String applied() {
        Plan plan =
                new Plan(
                        "redistribute",
                        "web",
                        "be_web",
                        0,
                        0.5,
                        0.4,
                        List.of(),
                        List.of(),
                        List.of(Knob.weights(HALF), Knob.weights(GOAL)),
                        0,
                        Map.of(),
                        Map.of("lb-1", Knob.weights(BEFORE)),
                        List.of(),
                        "");
        assertThat(send(new Command.Apply(plan, "ops-1", "crowd", false)).done()).isTrue();
        assertThat(fleet.weights).isEqualTo(HALF);
        return desk.picture().leases().getFirst().id();
    }

    private Reply end(String id) {
        return send(new Command.OnLease(LeaseAct.END, id, "ops-1", false));
    }

    @Test
    void theNextStepWaitsForTwoSamplesAndNothingHurriesIt() {
        String id = applied();
        assertThat(after(4).state()).isEqualTo(State.ACTIVE);
        assertThat(fleet.weights).isEqualTo(GOAL);

        assertThat(end(id).done()).isTrue();
        assertThat(end(id).message()).contains("on its way back already");
        assertThat(fleet.weights).isEqualTo(HALF);
        assertThat(after(1).state()).isEqualTo(State.RAMPING);
        assertThat(end(id).done()).isTrue();
        assertThat(fleet.weights).isEqualTo(HALF);
        assertThat(after(3).state()).isEqualTo(State.ENDED);
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }

    @Test
    void aWayBackOnWhichNoSamplesComeSaysSoAndGoesOnOnceTheyDo() {
        String id = applied();
        ticks(4);
        end(id);
        fleet.trouble =
                () -> {
                    throw new IllegalStateException("silent");
                };
        assertThat(after(29).message()).isEmpty();
        assertThat(after(3).message()).isEqualTo("No new samples of web came for 30 s.");
        assertThat(fleet.weights).isEqualTo(HALF);
        fleet.trouble = () -> {};
        assertThat(after(4).state()).isEqualTo(State.ENDED);
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }
}
