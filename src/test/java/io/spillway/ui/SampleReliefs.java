package io.spillway.ui;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Line;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up plans of every kind but weights, and what weights are planned from.
public final class SampleReliefs {
    private SampleReliefs() {}

    /// A pool as a desk would tell it.
    public static PoolInput input(FleetState fleet, String pool) {
        List<ServerInput> servers = new ArrayList<>();
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (server.pool().equals(pool)) {
                double cpu = fleet.value(Metric.CPU, i);
                servers.add(
                        new ServerInput(
                                server.name(),
                                held(fleet, server),
                                cpu,
                                400,
                                AdminState.READY,
                                OperState.UP,
                                Quality.LIVE,
                                new Line((cpu - 0.02) / 400, 0.02, 0.02),
                                500,
                                Long.MAX_VALUE,
                                0.04));
            }
        }
        Pool of =
                fleet.pools().stream().filter(p -> p.name().equals(pool)).findFirst().orElseThrow();
        return new PoolInput(of, fleet.time(), servers);
    }

    private static Map<String, Integer> held(FleetState fleet, Server server) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        fleet.balancers()
                .forEach(b ->
                        b.slots().stream()
                                .filter(s ->
                                        s.backend().equals(server.pool())
                                                && s.server().equals(server.name()))
                                .mapToInt(Slot::weight)
                                .forEach(w -> weights.put(b.name(), w)));
        return weights;
    }

    /// A gate of the ladder.
    public static Plan gate(FleetState fleet) {
        Map<Knob, Integer> goal =
                Map.of(new Knob(Knob.Kind.SHED, "2"), 500, new Knob(Knob.Kind.SHED, "3"), 1000);
        return plan(
                "gate",
                fleet,
                "",
                goal,
                0.78,
                List.of(
                        new ClassMove("checkout", 0, 8_200, 8_200, 8_200, 0, 0),
                        new ClassMove("browse", 1, 24_300, 24_300, 24_300, 0, 0),
                        new ClassMove("search", 2, 11_000, 11_000, 5_500, 0, 500),
                        new ClassMove("crawlers", 3, 4_700, 4_700, 0, 0, 1000)),
                "Gate \"search half\" on 2 balancers: sheds about 10,200 req/s, critical untouched.");
    }

    /// A drain.
    public static Plan drain(FleetState fleet) {
        return plan(
                "drain",
                fleet,
                "web",
                Map.of(Knob.state("web-011"), 1),
                0.965,
                List.of(),
                "Drain web-011 of web: 1 % of its load goes to 71 others.");
    }

    /// Two servers that stood by.
    public static Plan standby(FleetState fleet) {
        return plan(
                "standby",
                fleet,
                "web",
                Map.of(Knob.state("web-071"), 0, Knob.state("web-072"), 0),
                0.9,
                List.of(),
                "Bring in web-071 and web-072 of web: ready at once, slow start 30 s.");
    }

    /// The cap of one source.
    public static Plan cap(FleetState fleet) {
        return plan(
                "cap",
                fleet,
                "",
                Map.of(new Knob(Knob.Kind.SOURCE_CAP, "198.51.100.7"), 25),
                0.93,
                List.of(),
                "Cap 198.51.100.7 to 50 req/s: sheds about 1,200 req/s.");
    }

    /// Limits of connections.
    public static Plan connections(FleetState fleet) {
        Map<Knob, Integer> goal = new LinkedHashMap<>();
        for (int i = 1; i <= 40; i++) {
            goal.put(new Knob(Knob.Kind.MAXCONN, "web-0" + (i < 10 ? "0" : "") + i), 40 + i);
        }
        return plan(
                "maxconn",
                fleet,
                "web",
                goal,
                0.96,
                List.of(),
                "Let 40 servers work on what they can.");
    }

    private static Plan plan(
            String kind,
            FleetState fleet,
            String backend,
            Map<Knob, Integer> goal,
            double after,
            List<ClassMove> classes,
            String summary) {
        Map<String, Map<Knob, Integer>> now = new LinkedHashMap<>();
        for (String balancer : List.of("lb-1", "lb-2")) {
            Map<Knob, Integer> values = new LinkedHashMap<>();
            goal.keySet().forEach(k -> values.put(k, now(kind, k)));
            now.put(balancer, values);
        }
        return new Plan(
                kind,
                "web",
                backend,
                fleet.time() - 1000,
                0.96,
                after,
                moves(kind, fleet, goal, after / 0.96),
                classes,
                List.of(goal),
                0,
                Map.of(),
                now,
                List.of(
                        new Check(true, true, "lb-1 and lb-2 are as when this plan was computed"),
                        new Check(
                                true,
                                true,
                                "71 of 72 servers stay in service; at least 48 required"),
                        new Check(false, false, "web-017 would still be at 96 %, above 90 %")),
                summary);
    }

    private static int now(String kind, Knob knob) {
        return switch (knob.kind()) {
            case STATE -> kind.equals("standby") ? 2 : 0;
            case SOURCE_CAP -> Knob.ABSENT;
            default -> 0;
        };
    }

    private static List<Move> moves(
            String kind, FleetState fleet, Map<Knob, Integer> goal, double growth) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < fleet.servers().size(); i++) {
            String name = fleet.servers().get(i).name();
            if (fleet.servers().get(i).pool().equals("web")) {
                boolean changed = goal.containsKey(Knob.state(name));
                boolean in = changed && kind.equals("standby");
                boolean out = changed && !in;
                float cpu = fleet.value(Metric.CPU, i);
                moves.add(
                        new Move(
                                name,
                                100,
                                100,
                                in ? 0.01f : cpu,
                                out ? 0.02f : in ? 0.8f : (float) (cpu * growth),
                                in ? 0 : 1 / 72.0,
                                out ? 0 : 1 / 71.0));
            }
        }
        return moves;
    }
}
