package io.spillway.ui;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Slot;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Made-up plans for a made-up fleet.
public final class SamplePlans {
    private SamplePlans() {}

    public static Plan redistribute(FleetState fleet, String pool) {
        return plan(fleet, pool, 0.02);
    }

    /// One that changes little.
    public static Plan small(FleetState fleet, String pool) {
        return plan(fleet, pool, 0.13);
    }

    private static Plan plan(FleetState fleet, String pool, double tolerance) {
        List<Integer> members = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (fleet.servers().get(i).pool().equals(pool)) {
                members.add(i);
                sum += fleet.value(Metric.CPU, i);
            }
        }
        double mean = sum / members.size();
        List<Move> moves = new ArrayList<>();
        double share = 1.0 / members.size();
        for (int i : members) {
            double cpu = fleet.value(Metric.CPU, i);
            boolean moved = Math.abs(cpu - mean) > tolerance;
            int after = moved ? (int) Math.round(100 * mean / cpu) : 100;
            moves.add(
                    new Move(
                            fleet.servers().get(i).name(),
                            100,
                            after,
                            (float) cpu,
                            (float) (cpu * after / 100),
                            share,
                            share * after / 100));
        }
        moves.sort(Comparator.comparingDouble(m -> -m.cpuNow()));
        double before = moves.stream().mapToDouble(Move::cpuNow).max().orElse(0);
        double then = moves.stream().mapToDouble(Move::cpuAfter).max().orElse(0);
        long changes = moves.stream().filter(m -> m.weightAfter() != 100).count();
        Map<String, Integer> goal =
                moves.stream().collect(Collectors.toMap(Move::name, Move::weightAfter));
        return Plans.ofWeights(
                "redistribute",
                pool,
                pool,
                fleet.time() - 1000,
                before,
                then,
                moves,
                List.of(goal),
                weights(fleet, pool),
                checks(then),
                "Moves load from the hottest servers to those with room. "
                        + changes
                        + " weights, 2 balancers.");
    }

    private static Map<String, Map<String, Integer>> weights(FleetState fleet, String pool) {
        Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();
        fleet.balancers()
                .forEach(b ->
                        weights.put(
                                b.name(),
                                b.slots().stream()
                                        .filter(s -> s.backend().equals(pool))
                                        .collect(Collectors.toMap(Slot::server, Slot::weight))));
        return weights;
    }

    private static List<Check> checks(double worst) {
        return List.of(
                new Check(
                        true,
                        true,
                        "No server above 90 % after the change (worst: "
                                + Math.round(worst * 100)
                                + " %)"),
                new Check(true, true, "Weights on lb-1 and lb-2 are as when it was computed"),
                new Check(true, true, "71 of 72 servers stay in service; at least 48 required"),
                new Check(false, false, "One step; the largest change of a share is 31 %"));
    }
}
