package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Series;
import io.spillway.history.Window;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Plan PLAN =
            Plans.ofWeights(
                    "redistribute",
                    "web",
                    "be",
                    5,
                    0.9,
                    0.7,
                    List.of(new Move("a", 100, 50, Float.NaN, 0.5f, 0.5, 0.25)),
                    List.of(Map.of("a", 50)),
                    Map.of("lb-1", Map.of("a", 100)),
                    List.of(new Check(true, false, "fine")),
                    "Move");

    @Test
    void aPictureArrivesAsItWasSent() {
        Pool pool =
                new Pool("web", "be", 0.9, 1, List.of("lb-1"), new Match(Match.By.LABEL, "s", ""));
        Lease lease =
                Leases.of(
                        "AB12",
                        "redistribute",
                        "web",
                        "ops",
                        "hot",
                        Instant.EPOCH,
                        null,
                        Lease.State.ACTIVE,
                        "",
                        List.of("lb-1"));
        Picture picture =
                new Picture(
                        7,
                        Instant.parse("2026-01-02T03:04:05.006Z"),
                        "shop",
                        new Picture.Practice("surge", 20),
                        Duration.ofSeconds(1),
                        Picture.State.OVERLOAD,
                        new Mode("ops", Instant.EPOCH),
                        FleetState.empty(3, List.of(pool)),
                        List.of(new SourceHealth("lb-1", "haproxy", true, 1, 2, "late")),
                        Window.empty(),
                        Window.empty(),
                        io.spillway.watch.Outlook.unknown(),
                        Alarms.none(),
                        List.of(PLAN),
                        List.of(lease),
                        List.of(),
                        List.of("note"),
                        Relief.none());
        String line = Wire.JSON.writeValueAsString(picture);
        assertThat(line).doesNotContain("\n");
        assertThat(Wire.JSON.readValue(line, Picture.class))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(picture);
    }

    @Test
    void everyCommandArrivesAsItWasSent() {
        for (Command command :
                List.of(
                        new Command.Operate("ops"),
                        new Command.Signed(new Command.Operate("ops"), "secret!"),
                        new Command.Observe(),
                        new Command.MakePlan(new PlanRequest.Even("web")),
                        new Command.MakePlan(new PlanRequest.Shed(Map.of("bulk", 400))),
                        new Command.MakePlan(new PlanRequest.Throttle()),
                        new Command.MakePlan(
                                new PlanRequest.Cap(
                                        new Knob(Knob.Kind.SOURCE_CAP, "192.0.2.7"), 20)),
                        new Command.MakePlan(
                                new PlanRequest.Serve("web", List.of("web-1"), "drain")),
                        new Command.OnLease(LeaseAct.PERMANENT, "AB12", "ops", true),
                        new Command.Apply(
                                PLAN, "ops", "hot", true, new Consent("ben", "secret!", false)),
                        new Command.Apply(PLAN, "ops", "hot", true),
                        new Command.PastWindow(1, 2),
                        new Command.Undo("AB12", "ops", false))) {
            String line = Wire.JSON.writeValueAsString(new Wire.Request("send", command));
            assertThat(Wire.JSON.readValue(line, Wire.Request.class).command()).isEqualTo(command);
        }
    }

    @Test
    void aServersPastArrivesWithItsGaps() {
        long[] times = {1_000, 2_000};
        Series series = new Series(times, new float[] {0.5f, Float.NaN});
        String line = Wire.JSON.writeValueAsString(Reply.server(series, series));
        Reply.ServerPast past =
                Objects.requireNonNull(Wire.JSON.readValue(line, Reply.class).server());
        assertThat(past.cpu().times()).isEqualTo(times);
        assertThat(past.requests().values()).containsExactly(0.5f, Float.NaN);
        Command.ServerPast asked = new Command.ServerPast("web", "web-1");
        line = Wire.JSON.writeValueAsString(new Wire.Request("send", asked));
        assertThat(Wire.JSON.readValue(line, Wire.Request.class).command()).isEqualTo(asked);
    }

    @Test
    void aReplyArrivesAsItWasSent() {
        ActResult result =
                new ActResult(
                        "AB12",
                        ActResult.Outcome.RESTORED,
                        "was lost",
                        List.of(
                                new ActResult.BalancerResult(
                                        "lb-1", false, "gone", Knob.weights(Map.of("a", 1)))));
        assertArrives(new Reply(false, "no", PLAN, result));
        float[] values = {1.5f, Float.NaN};
        long[] times = {1_795_000_000_000L, 1_795_000_060_000L};
        assertArrives(
                Reply.past(new Window(times, values, values, values, values, values, List.of())));
    }

    private static void assertArrives(Reply reply) {
        assertThat(Wire.JSON.readValue(Wire.JSON.writeValueAsString(reply), Reply.class))
                .usingRecursiveComparison()
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(reply);
    }
}
