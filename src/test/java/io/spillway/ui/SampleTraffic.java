package io.spillway.ui;

import io.spillway.action.Drift;
import io.spillway.action.Expected;
import io.spillway.action.Lease;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.fleet.Knob;
import io.spillway.relief.drain.Drained;
import io.spillway.relief.standby.Advice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A made-up fleet whose traffic is gated, with acts of every kind in force.
public final class SampleTraffic {
    public static final List<String> LADDER =
            List.of(
                    "open",
                    "crawlers",
                    "+ anonymous browse",
                    "+ search",
                    "+ API bulk",
                    "+ signed-in browse");

    private static final List<String> BALANCERS = List.of("lb-1", "lb-2");
    static final double[] OFFERED = {6100, 11_400, 4200, 7800, 15_600, 3100};

    private SampleTraffic() {}

    static List<Relief.Gate> gates(int rung) {
        List<String> names =
                List.of(
                        "critical",
                        "signed-in browse",
                        "API bulk",
                        "search",
                        "anonymous browse",
                        "crawlers");
        List<String> matches =
                List.of(
                        "/checkout /login /pay",
                        "cookie sid",
                        "/api/v2/export",
                        "/search",
                        "all else",
                        "user agents, 212 rules");
        List<Relief.Gate> gates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int shed = i > names.size() - 1 - rung ? 600 : 0;
            double admitted = OFFERED[i] * (1000 - shed) / 1000;
            gates.add(
                    new Relief.Gate(
                            names.get(i), i, matches.get(i), OFFERED[i], admitted, shed, -1));
        }
        return gates;
    }

    /// How the gates stand on a rung, with a pool that wants two servers more.
    public static Relief relief(int rung) {
        List<Relief.Gate> gates = gates(rung);
        return new Relief(
                "web",
                gates,
                LADDER,
                rung,
                gates.stream().mapToDouble(g -> g.offered() - g.admitted()).sum(),
                Map.of(
                        "web",
                        new Advice(
                                74,
                                2,
                                1.03,
                                0,
                                Duration.ZERO,
                                0,
                                "Demand is 103 % of what 72 servers take at 70 % CPU. 2 more would"
                                        + " help within 2 min."),
                        "api",
                        new Advice(
                                32, 0, 0.8, 0, Duration.ZERO, 0, "32 servers are enough for now.")),
                List.of(
                        new Relief.Leaving(
                                "d4",
                                "web",
                                "web-066",
                                new Drained(14, 0, Duration.ofSeconds(372), "14 in flight")),
                        new Relief.Leaving(
                                "d5", "web", "web-067", new Drained(9, 1.4, null, "9 in flight"))));
    }

    /// In the middle of a surge: gates open, acts in force, two balancers that drifted.
    public static Picture surge() {
        return surge(0);
    }

    /// The same with the gates on a rung.
    public static Picture surge(int rung) {
        Picture p = SampleOutlooks.saturating();
        return with(
                p, new Mode("ops-1", p.time().plusSeconds(872)), leases(p), drifts(), relief(0));
    }

    /// Gates are set up, all is well, nothing was done.
    public static Picture calm() {
        Picture p = SamplePictures.healthy();
        Relief open = relief(0);
        Relief calm =
                new Relief(
                        "web",
                        open.gates(),
                        LADDER,
                        0,
                        0,
                        Map.of(
                                "web",
                                new Advice(
                                        72,
                                        0,
                                        0.6,
                                        0,
                                        Duration.ZERO,
                                        0,
                                        "72 servers are enough: demand is 60 % of what they take.")),
                        List.of());
        return with(p, p.mode(), List.of(), List.of(), calm);
    }

    static Picture with(
            Picture p, Mode mode, List<Lease> leases, List<Drift> drifts, Relief relief) {
        return new Picture(
                p.tick() + 1,
                p.time(),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                mode,
                p.fleet(),
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                p.plans(),
                leases,
                drifts,
                p.notices(),
                relief);
    }

    private static List<Lease> leases(Picture p) {
        return List.of(
                lease(
                        p,
                        "d4",
                        "drain",
                        "ops-1",
                        1142,
                        658L,
                        Lease.State.ACTIVE,
                        Map.of(Knob.state("web-066"), 1),
                        0,
                        1,
                        1,
                        "as predicted. 71 of 71 servers within 5 points",
                        "",
                        "Disk is failing"),
                lease(
                        p,
                        "w7",
                        "redistribute",
                        "ops-1",
                        80,
                        1740L,
                        Lease.State.APPLYING,
                        Map.of(Knob.weight("web-017"), 83),
                        100,
                        1,
                        2,
                        "",
                        "",
                        "Busiest of web at 96 %"),
                lease(
                        p,
                        "m1",
                        "redistribute",
                        "ops-1",
                        80,
                        1740L,
                        Lease.State.ACTIVE,
                        Map.of(Knob.weight("web-042"), 88),
                        100,
                        1,
                        1,
                        "",
                        "",
                        "Busiest of web at 95 %"),
                lease(
                        p,
                        "s2",
                        "standby",
                        "ops-2",
                        1592,
                        null,
                        Lease.State.ACTIVE,
                        Map.of(Knob.state("web-121"), 0),
                        2,
                        1,
                        1,
                        "better than predicted. Busiest 4 points lower",
                        "",
                        "Sale starts"),
                lease(
                        p,
                        "h9",
                        "gate",
                        "ops-2",
                        610,
                        1190L,
                        Lease.State.HALTED,
                        Map.of(new Knob(Knob.Kind.SHED, "5"), 600),
                        0,
                        1,
                        3,
                        "",
                        "EMERGENCY: ops-2 overrode the guards",
                        "Capacity lost"));
    }

    static Lease lease(
            Picture p,
            String id,
            String kind,
            String operator,
            int ago,
            @Nullable Long left,
            Lease.State state,
            Map<Knob, Integer> intended,
            int before,
            int step,
            int steps,
            String verdict,
            String consent,
            String reason) {
        Map<String, Map<Knob, Integer>> was = new LinkedHashMap<>();
        Map<Knob, Integer> each = new LinkedHashMap<>();
        intended.keySet().forEach(k -> each.put(k, before));
        BALANCERS.forEach(b -> was.put(b, each));
        return new Lease(
                id,
                kind,
                "web",
                kind.equals("gate") ? "" : "web",
                operator,
                reason,
                p.time().minusSeconds(ago),
                left == null ? null : p.time().plusSeconds(left),
                state,
                state == Lease.State.HALTED ? "web-009 went above 90 % after the first step" : "",
                BALANCERS,
                was,
                new Lease.Course(
                        step,
                        steps,
                        false,
                        intended,
                        Map.of(),
                        Map.of(),
                        Expected.none(),
                        verdict,
                        consent,
                        p.time().minusSeconds(ago).toEpochMilli()));
    }

    private static List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        drifts.add(
                new Drift(
                        "w7", "lb-2", "web", Knob.weight("web-029"), 100, 80, "changed elsewhere"));
        for (int i = 1; i < 6; i++) {
            drifts.add(
                    new Drift(
                            "m1",
                            "lb-1",
                            "web",
                            Knob.weight("web-00" + i),
                            80 + i,
                            100,
                            "reloaded"));
        }
        return drifts;
    }
}
