package io.spillway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.action.Lease;
import io.spillway.action.operator.Operator;
import io.spillway.action.operator.PlainOperators;
import io.spillway.action.operator.Role;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.app.cli.ScriptedMain;
import io.spillway.app.output.PlanJson;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.guard.Guards;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plans that may not be applied, or not by one person alone, whichever way they reach the desk.
class BarredPlansTest {
    private static final Map<String, Integer> BEFORE = Map.of("a", 100, "b", 100);
    private static final String SECRET = "correct horse";

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
                                new ReliefSettings(
                                        List.of(),
                                        "",
                                        new Ladder(List.of()),
                                        Map.of("web", new Guards(0.1, 0, 0, Map.of())),
                                        PlainOperators.of(
                                                new Operator("ops-1", SECRET),
                                                new Operator("ops-2", SECRET),
                                                new Operator("looks", SECRET, Role.VIEW)),
                                        Map.of()),
                                null,
                                "t",
                                true),
                        List.of(fleet.engine(), fleet.balancer()),
                        new Actuator(Map.of("lb-1", fleet.control()), journal, now::get, "t"),
                        journal,
                        now::get);
        ticks();
    }

    @AfterEach
    void close() {
        desk.close();
        journal.close();
    }

    private void ticks() {
        for (int i = 0; i < 5; i++) {
            pass(1);
            desk.step();
        }
    }

    private void pass(int seconds) {
        now.updateAndGet(t -> t.plusSeconds(seconds));
    }

    /// Weights of somebody's own, all checks said to hold.
    private static Plan plan(int a, int b, double share) {
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                0,
                0.5,
                0.4,
                List.of(
                        new Move("a", 100, a, 0.5f, 0.4f, 0.5, share),
                        new Move("b", 100, b, 0.5f, 0.4f, 0.5, 1 - share)),
                List.of(Map.of("a", a, "b", b)),
                Map.of("lb-1", BEFORE),
                List.of(new Check(true, true, "All is well")),
                "");
    }

    private static Command apply(Plan plan, Consent consent) {
        return new Command.Signed(
                new Command.Apply(plan, "ops-1", "crowd", false, consent), SECRET);
    }

    private Reply send(Plan plan, String second, String secret) {
        return desk.send(apply(plan, new Consent(second, secret, false))).join();
    }

    private void uneven() {
        fleet.cpu.putAll(Map.of("a", 0.7, "b", 0.3));
        ticks();
        ticks();
        ticks();
    }

    @Test
    void applyRefusesAPlanFileThatWasMadeToOverload() throws Exception {
        uneven();
        Command make =
                new Command.MakePlan(new PlanRequest.Weights("web", Map.of("a", 110, "b", 90)));
        Plan made = Objects.requireNonNull(desk.send(make).join().plan());
        assertThat(made.applicable()).isTrue();
        String text = PlanJson.pretty(made);
        Path file = Files.writeString(dir.resolve("plan.json"), text.replace(" 110", " 170"));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Path socket = StateFolder.socket(dir);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((SECRET + "\n").getBytes(UTF_8)));
        try (DeskServer server = new DeskServer(desk, socket);
                RemoteDesk remote = new RemoteDesk(socket)) {
            assertThat(server).isNotNull();
            int code =
                    ScriptedMain.run(
                            dir,
                            remote,
                            new PrintStream(out, true, UTF_8),
                            new PrintStream(err, true, UTF_8),
                            "apply",
                            file.toString(),
                            "--operator",
                            "ops-1",
                            "--secret-stdin",
                            "--reason",
                            "crowd");
            assertThat(code).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(err.toString(UTF_8))
                .matches(
                        "spillway: refused: Nothing was sent: a would reach \\d+ % at once, its limit"
                                + " is 90 %: make a new plan\\n");
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(fleet.weights).isEqualTo(BEFORE);
        assertThat(desk.picture().leases()).isEmpty();
    }

    @Test
    void anOverloadingPlanIsRefusedDirectlyAndOverTheSocket() throws Exception {
        uneven();
        // Even an override does not overload anybody.
        Command apply = apply(plan(170, 30, 0.85), new Consent("", "", true));
        String refusal = "Nothing was sent: a would reach 1";
        assertThat(desk.send(apply).join())
                .satisfies(r -> assertThat(r.done()).isFalse())
                .satisfies(r -> assertThat(r.asksSecond()).isFalse())
                .satisfies(r -> assertThat(r.message()).startsWith(refusal).contains("90 %"));
        Path socket = StateFolder.socket(dir);
        try (DeskServer server = new DeskServer(desk, socket);
                RemoteDesk remote = new RemoteDesk(socket)) {
            assertThat(server).isNotNull();
            Reply reply = remote.send(apply).join();
            assertThat(reply.done()).isFalse();
            assertThat(reply.message()).startsWith(refusal);
            Command make =
                    new Command.MakePlan(new PlanRequest.Weights("web", Map.of("a", 170, "b", 30)));
            Reply planned = remote.send(make).join();
            assertThat(planned.plan()).satisfies(p -> assertThat(p.applicable()).isFalse());
            // So a window over the socket can predict by itself.
            assertThat(planned.input()).isNotNull().isEqualTo(desk.send(make).join().input());
        }
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }

    @Test
    void beyondTheGuardsTwoPeopleAreNeeded() {
        Plan more = plan(60, 140, 0.3);
        Reply absent = send(more, "", "");
        assertThat(absent.asksSecond()).isTrue();
        assertThat(absent.message()).contains("moves 20 % of the load", "second operator");
        Reply wrong = send(more, "ops-2", "wrong secret");
        assertThat(wrong.asksSecond()).isTrue();
        assertThat(wrong.message()).contains("Name or secret is wrong");
        Reply looking = send(more, "looks", SECRET);
        assertThat(looking.asksSecond()).isTrue();
        assertThat(looking.message()).contains("looks has the role view and cannot agree");
        Reply same = send(more, "OPS-1 ", SECRET);
        assertThat(same.asksSecond()).isTrue();
        assertThat(same.message()).contains("cannot agree to it");
        pass(61);
        Reply late = send(more, "ops-2", SECRET);
        assertThat(late.asksSecond()).isFalse();
        assertThat(late.message()).contains("No second operator agreed within 60 s");
        assertThat(fleet.weights).isEqualTo(BEFORE);

        assertThat(send(more, "", "").asksSecond()).isTrue();
        pass(59);
        Reply agreed = send(more, "ops-2", SECRET);
        assertThat(agreed.done()).as(agreed.message()).isTrue();
        assertThat(fleet.weights).containsEntry("a", 60).containsEntry("b", 140);
        assertThat(lease().course().consent()).contains("ops-2 agreed as second operator");
    }

    @Test
    void aPlanIsHeldToWhatItDoesNotToWhatItSays() {
        Reply reply = send(plan(60, 140, 0.5), "", "");
        assertThat(reply.asksSecond()).isTrue();
        assertThat(reply.message()).contains("moves 20 % of the load");
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }

    @Test
    void aPlanForGatesThatNamesAPoolWithoutGatesIsRefused() {
        Plan plan =
                new Plan(
                        "gate",
                        "web",
                        "",
                        0,
                        0.5,
                        0.4,
                        List.of(),
                        List.of(),
                        List.of(Map.of(new Knob(Knob.Kind.SHED, "0"), 1000)),
                        0,
                        Map.of(),
                        Map.of("lb-1", Map.of()),
                        List.of(),
                        "");
        Reply reply = send(plan, "", "");
        assertThat(reply.done()).isFalse();
        assertThat(reply.message()).startsWith("Nothing was sent: the pool 'web' has no gates");
    }

    @Test
    void aStepThatOverloadsIsRefusedWhateverTheGoal() {
        fleet.cpu.putAll(Map.of("a", 0.7, "b", 0.3));
        ticks();
        ticks();
        ticks();
        Plan detour =
                Plans.ofWeights(
                        "redistribute",
                        "web",
                        "be_web",
                        0,
                        0.5,
                        0.4,
                        List.of(),
                        List.of(Map.of("a", 250, "b", 10), Map.of("a", 99, "b", 101)),
                        Map.of("lb-1", BEFORE),
                        List.of(),
                        "");
        Reply reply = send(detour, "", "");
        assertThat(reply.done()).isFalse();
        assertThat(reply.message()).startsWith("Nothing was sent: on the way a would reach");
        assertThat(fleet.weights).isEqualTo(BEFORE);
    }

    @Test
    void anOverrideIsDoneAndRecorded() {
        Reply reply = desk.send(apply(plan(60, 140, 0.3), new Consent("", "", true))).join();
        assertThat(reply.done()).as(reply.message()).isTrue();
        assertThat(lease().course().consent())
                .startsWith("EMERGENCY")
                .contains("ops-1 overrode this in an emergency");
    }

    private Lease lease() {
        return desk.picture().leases().getFirst();
    }
}
