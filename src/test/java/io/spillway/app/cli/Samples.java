package io.spillway.app.cli;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.desk.Truth;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Window;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import io.spillway.relief.drain.Drained;
import io.spillway.relief.standby.Advice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A small fleet to talk about: one pool of two servers behind two balancers.
public final class Samples {
    public static final Instant TIME = Instant.parse("2026-11-22T13:00:05Z");

    public static final Lease LEASE =
            Leases.of(
                    "a7",
                    "redistribute",
                    "web",
                    "anna",
                    "surge",
                    TIME.minusSeconds(60),
                    TIME.plusSeconds(840),
                    Lease.State.ACTIVE,
                    "",
                    List.of("lb-1", "lb-2"));

    static final Pool POOL =
            new Pool(
                    "web",
                    "be_web",
                    0.9,
                    1,
                    List.of("lb-1", "lb-2"),
                    new Match(Match.By.LABEL, "server", ""));

    private static final Drained DRAINED = new Drained(4, 1, null, "4 in flight");

    private static final Truth TRUTH =
            new Truth(
                    "a7",
                    "lb-1",
                    "web",
                    Knob.weight("web-1"),
                    50,
                    50,
                    1 / 3.0,
                    0.3,
                    Truth.SLOW_START);

    private Samples() {}

    public static Picture picture(long tick) {
        return picture(tick, Picture.State.OK, fleet(), List.of(LEASE));
    }

    public static Picture picture(
            long tick, Picture.State state, FleetState fleet, List<Lease> leases) {
        return new Picture(
                tick,
                TIME,
                "shop",
                new Picture.Practice("surge", 20),
                Duration.ofSeconds(1),
                state,
                Mode.OBSERVE,
                fleet,
                List.of(
                        new SourceHealth(
                                "metrics", "prometheus", false, 0, TIME.toEpochMilli() - 800, ""),
                        new SourceHealth(
                                "lb-2", "haproxy", true, 3, 0, "lb-2 refuses the connection")),
                Window.empty(),
                Window.empty(),
                io.spillway.watch.Outlook.unknown(),
                Alarms.none(),
                List.of(),
                leases,
                List.of(new Drift("a7", "lb-1", "web", Knob.weight("web-1"), 50, 100, "reloaded")),
                List.of("lb-1 was reloaded"),
                Relief.none());
    }

    /// Every source answers, and all servers are in service on both balancers.
    static Picture healthy() {
        FleetState f = fleet();
        Slot[] slots = {slot("web-1", 100), slot("web-2", 100)};
        Picture p =
                picture(
                        8,
                        Picture.State.OK,
                        new FleetState(
                                f.time(),
                                f.pools(),
                                f.servers(),
                                f.values(),
                                f.sampleTimes(),
                                f.quality(),
                                List.of(balancer("lb-1", slots), balancer("lb-2", slots))),
                        List.of());
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                p.mode(),
                p.fleet(),
                List.of(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                p.plans(),
                p.leases(),
                p.drifts(),
                p.notices(),
                p.relief());
    }

    /// The same with gates, servers in reserve, one that leaves, and an act's truths.
    public static Picture relieved(Picture p) {
        Relief relief =
                new Relief(
                        "web",
                        List.of(new Relief.Gate("bulk", 3, "", 120, 80, 400, -1)),
                        List.of("open", "bulk"),
                        1,
                        40,
                        Map.of("web", new Advice(3, 1, 1.3, 0, Duration.ZERO, 0, "one more")),
                        List.of(new Relief.Leaving("a7", "web", "web-2", DRAINED)),
                        List.of(TRUTH));
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                p.mode(),
                p.fleet(),
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                p.plans(),
                p.leases(),
                p.drifts(),
                p.notices(),
                relief);
    }

    /// `web-1` is hot and known, of `web-2` nothing is known but its weight on one balancer.
    public static FleetState fleet() {
        int metrics = Metric.values().length;
        float[][] values = new float[metrics][2];
        byte[][] quality = new byte[metrics][2];
        for (int m = 0; m < metrics; m++) {
            values[m] = new float[] {m, Float.NaN};
            quality[m] = new byte[] {0, (byte) Quality.MISSING.ordinal()};
        }
        values[Metric.CPU.ordinal()][0] = 0.42f;
        values[Metric.REQUESTS.ordinal()][0] = 120.5f;
        return new FleetState(
                TIME.toEpochMilli(),
                List.of(POOL),
                List.of(
                        new Server("web", "web-1", "10.0.0.1:80"),
                        new Server("web", "web-2", "10.0.0.2:80")),
                values,
                new long[metrics][2],
                quality,
                List.of(
                        balancer("lb-1", slot("web-1", 50), slot("web-2", 100)),
                        balancer("lb-2", slot("web-1", 60))));
    }

    private static BalancerState balancer(String name, Slot... slots) {
        return new BalancerState(
                name, "2.6.12", 4711, 1_795_346_745L, TIME.toEpochMilli(), Arrays.asList(slots));
    }

    private static Slot slot(String server, int weight) {
        AdminState admin = weight == 60 ? AdminState.DRAIN : AdminState.READY;
        return new Slot("be_web", server, "10.0.0.1:80", weight, 100, admin, OperState.UP);
    }

    public static Plan plan() {
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                TIME.toEpochMilli(),
                0.95,
                0.61,
                List.of(
                        new Move("web-1", 100, 50, 0.95f, 0.61f, 0.5, 1 / 3.0),
                        new Move("web-2", 100, 100, Float.NaN, Float.NaN, 0.5, 2 / 3.0)),
                List.of(Map.of("web-1", 50)),
                Map.of("lb-1", Map.of("web-1", 100)),
                List.of(
                        new Check(true, true, "no server above its limit"),
                        new Check(false, false, "the step is large")),
                "17 % of the load moves from web-1 to web-2");
    }
}
