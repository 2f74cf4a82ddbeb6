package io.spillway.relief.guard;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one act on a pool may do without a second operator.
///
/// @param mostMoved share of the pool's load that may be moved, 0..1
/// @param lowestShare of an equal share that a server may be left with by its weight, 0..1
/// @param spare servers that must stay in service beyond the pool's minimum, 0 or more
/// @param mostShed class to share of its requests that may be turned away, 0..1; a class that is
///   not named may be shed in full, the most critical one not at all
public record Guards(
        double mostMoved, double lowestShare, int spare, Map<String, Double> mostShed) {
    /// Guards nothing but the most critical class.
    public static final Guards NONE = new Guards(1, 0, 0, Map.of());

    private static final double HAIR = 1e-6;

    public Guards {
        mostShed = Map.copyOf(mostShed);
    }

    /// What a plan would break, one sentence each; empty if one person may apply it.
    ///
    /// @param pool the plan's, or the one whose gates are set
    public List<String> broken(Plan plan, Pool pool) {
        List<String> broken = new ArrayList<>();
        moved(plan, broken);
        shares(plan, broken);
        service(plan, pool, broken);
        plan.classes().forEach(c -> shed(c, broken));
        limited(plan, broken);
        return List.copyOf(broken);
    }

    private void moved(Plan plan, List<String> broken) {
        double moved =
                plan.servers().stream()
                        .mapToDouble(m -> Math.max(0, m.shareAfter() - m.shareNow()))
                        .sum();
        if (moved > mostMoved + HAIR) {
            broken.add(
                    "It moves %s of the load of %s, more than %s."
                            .formatted(percent(moved), plan.pool(), percent(mostMoved)));
        }
    }

    private void shares(Plan plan, List<String> broken) {
        long serving = serving(plan, true);
        for (Move m : plan.servers()) {
            double floor = serving > 0 ? lowestShare / serving : 0;
            boolean lowered = m.shareAfter() < m.shareNow() - HAIR;
            boolean weight = m.weightAfter() != m.weightNow();
            if (lowered && weight && m.shareAfter() < floor - HAIR) {
                broken.add(
                        "It leaves %s with %s of an equal share, less than %s."
                                .formatted(
                                        m.name(),
                                        percent(m.shareAfter() * serving),
                                        percent(lowestShare)));
            }
        }
    }

    private void service(Plan plan, Pool pool, List<String> broken) {
        long after = serving(plan, true);
        int needed = pool.required(plan.servers().size()) + spare;
        if (after < serving(plan, false) && after < needed) {
            broken.add(
                    "It leaves %d servers of %s in service, fewer than %d."
                            .formatted(after, plan.pool(), needed));
        }
    }

    private static long serving(Plan plan, boolean then) {
        return plan.servers().stream()
                .filter(m -> (then ? m.shareAfter() : m.shareNow()) > 0)
                .count();
    }

    private double most(ClassMove c) {
        return mostShed.getOrDefault(c.name(), c.rank() == 0 ? 0.0 : 1.0);
    }

    /// The most of a class that one person may turn away, permille, 0..1000.
    public int mostShed(ClassMove c) {
        return (int) Math.round(1000 * most(c));
    }

    /// Of a class of which nobody knows how much comes, no limit is known to be harmless.
    private void limited(Plan plan, List<String> broken) {
        for (ClassMove c : plan.classes()) {
            Knob limit = new Knob(Knob.Kind.LIMIT, Integer.toString(c.rank()));
            Integer goal = plan.goal().get(limit);
            boolean known = c.offered() > 0 && c.admittedAfter() >= 0;
            boolean tighter =
                    goal != null
                            && plan.balancers().values().stream()
                                    .anyMatch(now -> goal < now.getOrDefault(limit, goal));
            if (tighter && !known && most(c) < 1) {
                broken.add(
                        "It limits the class %s, of which is not known how much comes."
                                .formatted(c.name()));
            } else if (tighter && c.rank() == 0 && most(c) < 1) {
                // More may come before the limit is lifted.
                broken.add("It limits the class %s.".formatted(c.name()));
            }
        }
    }

    private void shed(ClassMove c, List<String> broken) {
        double most = most(c);
        double refused = c.shedAfter() / 1000.0;
        boolean known = c.offered() > 0 && c.admittedAfter() >= 0;
        if (known && c.admittedAfter() < c.admittedNow() - HAIR) {
            refused = Math.max(refused, 1 - c.admittedAfter() / c.offered());
        }
        boolean more = c.shedAfter() > c.shedNow() || c.admittedAfter() < c.admittedNow() - HAIR;
        if (more && refused > most + HAIR) {
            broken.add(
                    "It turns away %s of the class %s, more than %s."
                            .formatted(percent(refused), c.name(), percent(most)));
        }
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
