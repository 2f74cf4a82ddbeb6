package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.action.Lease;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may act and until when, what becomes of leases, and what no tick is stopped by. Fleet and
/// clock are scripted, the journal is a real one.
class DeskTest {
    private static final Instant START = Instant.parse("2026-11-22T03:58:12Z");
    private static final Map<String, Integer> BEFORE = Map.of("a", 100, "b", 100);
    private static final Map<String, Integer> GOAL = Map.of("a", 50, "b", 150);

    @TempDir Path dir;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final ScriptedFleet fleet = new ScriptedFleet();
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.open(dir.resolve("journal.db"));
        desk = desk(true);
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
    }

    private Desk desk(boolean console) {
        return desk(console, List.of(ScriptedFleet.WEB));
    }

    private Desk desk(boolean console, List<Pool> pools) {
        return new Desk(
                new DeskSettings(
                        "test",
                        Duration.ofSeconds(1),
                        pools,
                        List.of(),
                        DefaultRules.rules(),
                        ReliefSettings.NONE,
                        null,
                        "t",
                        console),
                List.of(fleet.engine(), fleet.balancer()),
                new Actuator(Map.of("lb-1", fleet.control()), journal, clock, "t"),
                journal,
                clock);
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    /// A few ticks, so that there are means to plan with.
    private Picture ticks() {
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(1));
            desk.step();
        }
        return desk.picture();
    }

    private Reply send(Command command) {
        return desk.send(command).join();
    }

    private static Command apply(String operator, boolean window) {
        Plan plan =
                Plans.ofWeights(
                        "redistribute",
                        "web",
                        "be_web",
                        0,
                        0.5,
                        0.4,
                        List.of(),
                        List.of(GOAL),
                        Map.of("lb-1", BEFORE),
                        List.of(),
                        "");
        return new Command.Apply(plan, operator, "crowd", window);
    }

    private String applied() {
        Reply reply = send(apply("ops-1", false));
        assertThat(reply.done()).as(reply.message()).isTrue();
        return desk.picture().leases().getFirst().id();
    }

    private Lease lease() {
        return desk.picture().leases().getFirst();
    }

    private void until(Predicate<Lease> wanted) {
        await().until(
                        () -> {
                            desk.step();
                            return lease();
                        },
                        wanted);
    }

    @Test
    void tellsOneServersLastMinutes() {
        ticks();
        Reply reply = send(new Command.ServerPast("web", "a"));
        Reply.ServerPast past = Objects.requireNonNull(reply.server());
        assertThat(past.cpu().times()).hasSize(5).isSorted();
        assertThat(past.cpu().known()).isPositive();
        Reply unknown = send(new Command.ServerPast("web", "nobody"));
        assertThat(Objects.requireNonNull(unknown.server()).cpu().times()).isEmpty();
    }

    @Test
    void aWindowMayNotActInObserve() {
        Reply apply = send(apply("ops-1", true));
        assertThat(apply.done()).isFalse();
        assertThat(apply.message()).contains("Nothing was changed", "Operate");
        assertThat(fleet.weights).isEqualTo(BEFORE);
        String act = applied();
        assertThat(send(new Command.Undo(act, "ops-1", true)).done()).isFalse();
        assertThat(fleet.weights).isEqualTo(GOAL);
    }

    @Test
    void operateIsEnteredByNameAndOnlyForThatName() {
        assertThat(send(new Command.Operate("  ")).message()).contains("name");
        assertThat(desk.picture().mode().operate()).isFalse();
        assertThat(send(new Command.Operate("ops-1")).done()).isTrue();
        assertThat(desk.picture().mode())
                .isEqualTo(new Mode("ops-1", START.plus(Duration.ofMinutes(15))));
        assertThat(send(apply("ops-2", true)).done()).isFalse();
        assertThat(send(apply("ops-1", true)).done()).isTrue();
        assertThat(send(new Command.Observe()).done()).isTrue();
        assertThat(desk.picture().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(send(apply("ops-1", true)).done()).isFalse();
    }

    @Test
    void operateEndsFifteenMinutesAfterTheLastAct() {
        send(new Command.Operate("ops-1"));
        pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(send(apply("ops-1", true)).done()).isTrue();
        String act = lease().id();
        pass(Duration.ofMinutes(15).minusSeconds(1));
        desk.step();
        assertThat(desk.picture().mode().operator()).isEqualTo("ops-1");
        pass(Duration.ofSeconds(1));
        assertThat(send(new Command.Undo(act, "ops-1", true)).done()).isFalse();
        assertThat(desk.picture().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(fleet.weights).isEqualTo(GOAL);
    }

    @Test
    void anUnknownPoolIsAnsweredWithTheKnownOnes() {
        Reply reply = send(new Command.MakePlan(new PlanRequest.Even("wbe")));
        assertThat(reply.done()).isFalse();
        assertThat(reply.message()).isEqualTo("There is no pool 'wbe': take one of web");
        ticks();
        assertThat(send(new Command.MakePlan(new PlanRequest.Even("web"))).plan()).isNotNull();
    }

    @Test
    void whatAnActCameToIsShownBeforeTheNextTick() {
        Picture seen = ticks();
        List<Picture> pictures = new ArrayList<>();
        desk.watch(pictures::add);
        String act = applied();
        assertThat(desk.picture().tick()).isEqualTo(seen.tick());
        assertThat(pictures.getLast().leases()).extracting(Lease::id).containsExactly(act);
        send(new Command.Undo(act, "ops-1", false));
        assertThat(pictures.getLast().leases())
                .extracting(Lease::state)
                .containsExactly(Lease.State.UNDONE);
    }

    @Test
    void aConsoleGivesBackAtTheEndWhereThatIsSafe() {
        ticks();
        applied();
        pass(Actuator.LEASE.minusSeconds(10));
        assertThat(ticks().leases().getFirst().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(fleet.weights).isEqualTo(GOAL);
        pass(Duration.ofSeconds(10));
        until(lease -> lease.state() == Lease.State.ENDED);
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }

    @Test
    void aConsoleExtendsWhereTheOldWeightsWouldOverload() {
        ticks();
        applied();
        fleet.cpu.put("a", 0.6);
        pass(Actuator.LEASE.minusSeconds(10));
        Instant end = ticks().leases().getFirst().endsAt();
        pass(Duration.ofSeconds(10));
        until(lease -> lease.endsAt() != null && lease.endsAt().isAfter(end));
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(lease().endsAt()).isEqualTo(now.get().plus(Actuator.EXTENSION));
        assertThat(lease().message())
                .contains("With the old weights web would reach 100 %, its limit is 90 %.");
        assertThat(desk.picture().notices()).anyMatch(n -> n.contains(lease().message()));
        assertThat(fleet.weights).isEqualTo(GOAL);
    }

    @Test
    void aConsoleExtendsWhereTheLoadIsNotKnown() {
        ticks();
        applied();
        fleet.cpu.remove("a");
        pass(Actuator.LEASE);
        until(lease -> !lease.message().isEmpty());
        assertThat(lease().message()).contains("The CPU of web is not wholly known");
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(fleet.weights).isEqualTo(GOAL);
    }

    @Test
    void anActOnAPoolThatIsNotConfiguredAnyMoreGoesOnAndSaysSo() {
        ticks();
        applied();
        desk.close();
        desk = desk(true, List.of());
        pass(Actuator.LEASE);
        until(lease -> !lease.message().isEmpty());
        assertThat(lease().message()).contains("Pool web is not configured any more");
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(desk.picture().notices()).anyMatch(n -> n.contains(lease().message()));
        assertThat(fleet.weights).isEqualTo(GOAL);
        assertThat(send(apply("ops-1", false)).message())
                .isEqualTo(
                        "Nothing was changed: there is no pool 'web' with backend 'be_web',"
                                + " make a new plan");
    }

    @Test
    void aCommandsDeskGivesNothingBack() throws Exception {
        desk.close();
        desk = desk(false);
        ticks();
        applied();
        pass(Actuator.LEASE.plusSeconds(10));
        ticks();
        // Whatever was handed to the thread for acts is done once this is answered.
        send(new Command.MakePlan(new PlanRequest.Even("web")));
        desk.step();
        assertThat(lease().state()).isEqualTo(Lease.State.ACTIVE);
        assertThat(fleet.weights).isEqualTo(GOAL);
        assertThat(journal.since(0)).extracting(e -> e.kind()).doesNotContain("lease.extended");
    }

    @Test
    void aListenerThatThrowsStopsNeitherTicksNorOtherListeners() throws Exception {
        List<Long> seen = new ArrayList<>();
        AutoCloseable bad =
                desk.watch(picture -> {
                    throw new IllegalStateException("cannot draw " + picture.tick());
                });
        desk.watch(picture -> seen.add(picture.tick()));
        ticks();
        bad.close();
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void aSourceThatThrowsStopsNothingElse(Class<? extends Throwable> kind) {
        ticks();
        fleet.trouble =
                () -> {
                    if (kind == StackOverflowError.class) {
                        throw new StackOverflowError("too deep");
                    }
                    throw new IllegalStateException("nobody thought of this");
                };
        Picture picture = ticks();
        assertThat(picture.tick()).isEqualTo(10);
        assertThat(picture.sources().getFirst().ok()).isFalse();
        assertThat(picture.sources().getFirst().message()).contains("metrics failed unexpectedly");
        assertThat(picture.fleet().quality(Metric.REQUESTS, 0)).isEqualTo(Quality.LIVE);
        fleet.trouble = () -> {};
        assertThat(ticks().sources().getFirst().ok()).isTrue();
    }

    @Test
    void aTickThatFailsIsNotTheLast() {
        AtomicBoolean first = new AtomicBoolean(true);
        desk.start(() -> {
            if (first.getAndSet(false)) {
                throw new StackOverflowError("too deep");
            }
        });
        await().until(() -> desk.picture().tick() >= 1);
    }

    @Test
    void aCommandToADeskThatIsClosedSaysThatNothingWasSent() {
        desk.close();
        Reply reply = desk.send(new Command.Undo("a1", "ops-1", false)).join();
        assertThat(reply.done()).isFalse();
        assertThat(reply.message()).contains("closing").contains("nothing was sent");
    }
}
