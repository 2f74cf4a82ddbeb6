package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.action.Lease;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stops an act between two of its steps, and what does not.
class CoursesTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T03:58:12Z"));
    private final ScriptedFleet fleet = new ScriptedFleet();

    @TempDir private Path dir;
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void anActHasMadeItsFirstStep() throws Exception {
        journal = Journal.open(dir.resolve("journal.db"));
        desk =
                new Desk(
                        new DeskSettings(
                                "test",
                                Duration.ofSeconds(1),
                                List.of(pool()),
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
        fleet.cpu.put("a", 0.88);
        fleet.cpu.put("b", 0.05);
        for (int i = 0; i < 5; i++) {
            tick();
        }
        Plan plan =
                Objects.requireNonNull(
                        desk.send(new Command.MakePlan(new PlanRequest.Even("web"))).join().plan());
        assertThat(plan.stages()).hasSizeGreaterThan(1);
        Reply reply = desk.send(new Command.Apply(plan, "ops-1", "uneven", false)).join();
        assertThat(reply.done()).as(reply.message()).isTrue();
        tick();
        assertThat(lease().state()).isEqualTo(Lease.State.APPLYING);
    }

    /// With a target so low that it takes several steps.
    private static Pool pool() {
        Pool web = ScriptedFleet.WEB;
        return new Pool(
                web.name(),
                web.backend(),
                web.cpuLimit(),
                web.minInService(),
                web.balancers(),
                web.match(),
                0.5,
                0,
                Standby.NONE);
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
    }

    private void tick() {
        now.updateAndGet(t -> t.plusSeconds(1));
        desk.step();
    }

    private void until(Predicate<Lease.State> wanted) {
        await().until(
                        () -> {
                            tick();
                            return lease().state();
                        },
                        wanted);
    }

    private Lease lease() {
        return desk.picture().leases().getFirst();
    }

    @Test
    void aServerThatGetsMoreStopsItAboveItsLimit() {
        fleet.cpu.put("b", 0.95);
        until(state -> state == Lease.State.HALTED);
        assertThat(lease().message()).contains("b rose above its limit");
    }

    @Test
    void aServerThatIsRelievedDoesNotStopItsRelief() {
        fleet.cpu.put("a", 0.95);
        until(state -> state != Lease.State.APPLYING);
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(fleet.weights.get("a")).isLessThan(fleet.weights.get("b"));
    }

    @Test
    void theSlowestServerHasToBeMeasuredTwice() {
        fleet.intervals.put("b", 10_000);
        for (int i = 0; i < 8; i++) {
            tick();
        }
        assertThat(lease().state()).isEqualTo(Lease.State.APPLYING);
        until(state -> state == Lease.State.ACTIVE);
    }
}
