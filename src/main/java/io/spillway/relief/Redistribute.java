package io.spillway.relief;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Quality;
import io.spillway.relief.PoolInput.ServerInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Evens out the CPU of a pool's servers by their weights.
///
/// Shares follow capacity (see [Load]); the prediction is a line through the origin, so work on a
/// server that has nothing to do with its requests makes it look weaker than it is.
public final class Redistribute {
    /// The word for [Plan#kind].
    public static final String KIND = "redistribute";

    /// A plan that lowers the busiest server by less than this is not worth applying.
    private static final double MIN_GAIN = 0.02;

    private Redistribute() {}

    /// The plan for a pool as it is. A plan without stages says in its summary why there is nothing
    /// to apply. `before` and `after` are NaN if no server's load is known. The same input in
    /// another order of servers gives the same plan.
    public static Plan plan(PoolInput input) {
        Load load = new Load(input);
        Evening evening = new Evening(load);
        double[] now = load.cpu();
        double[] after = load.predict(evening.goal());
        double top = top(load, now);
        boolean worth = top - top(load, after) >= MIN_GAIN;
        int[] goal = worth ? evening.goal() : load.weights;
        double[] then = worth ? after : now;
        List<Map<Knob, Integer>> stages = worth ? stages(load, evening) : List.of();
        return new Plan(
                KIND,
                input.pool().name(),
                input.pool().backend(),
                input.madeAt(),
                top,
                top(load, then),
                moves(load, goal, then),
                List.of(),
                stages,
                Math.max(0, stages.size() - 1),
                Map.of(),
                present(input),
                new Checks(input, load).of(then, evening, worth),
                worth ? summary(input, load, evening) : nothing(load, now));
    }

    /// The highest CPU share that other weights would bring, 0..1; NaN if no server's load is
    /// known, or if that of one that would get more is not: traffic is not moved on a guess.
    /// Servers that are not named keep their weight.
    ///
    /// @param values what would be set; weights count
    public static double busiestWith(PoolInput input, Map<Knob, Integer> values) {
        Load load = new Load(input);
        int[] other = load.weights.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = values.getOrDefault(Knob.weight(load.servers.get(i).name()), other[i]);
        }
        double[] now = load.shares(load.weights);
        double[] then = load.shares(other);
        double[] cpu = load.predict(other);
        double highest = top(load, cpu);
        for (int i = 0; i < other.length; i++) {
            if (then[i] > now[i] + 1e-9) {
                boolean known = load.servers.get(i).quality() == Quality.LIVE && now[i] > 0;
                highest = Math.max(highest, known ? cpu[i] : Double.NaN);
            }
        }
        return highest;
    }

    private static double top(Load load, double[] cpu) {
        int busiest = load.busiest(cpu);
        return busiest < 0 ? Double.NaN : cpu[busiest];
    }

    private static List<Move> moves(Load load, int[] goal, double[] then) {
        double[] sharesNow = load.shares(load.weights);
        double[] sharesThen = load.shares(goal);
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < load.size(); i++) {
            ServerInput s = load.servers.get(i);
            moves.add(
                    new Move(
                            s.name(),
                            load.weights[i],
                            goal[i],
                            (float) s.cpu(),
                            (float) then[i],
                            sharesNow[i],
                            sharesThen[i]));
        }
        moves.sort(
                Comparator.comparingDouble((Move m) -> Float.isNaN(m.cpuNow()) ? 1 : -m.cpuNow())
                        .thenComparing(Move::name));
        return List.copyOf(moves);
    }

    /// Only servers whose weight changes somewhere on the way: the others are nobody's business.
    private static List<Map<Knob, Integer>> stages(Load load, Evening evening) {
        boolean[] touched = new boolean[load.size()];
        for (int[] stage : evening.stages()) {
            for (int i = 0; i < stage.length; i++) {
                touched[i] |= stage[i] != load.weights[i];
            }
        }
        List<Map<Knob, Integer>> stages = new ArrayList<>();
        for (int[] stage : evening.stages()) {
            Map<Knob, Integer> weights = new LinkedHashMap<>();
            for (int i = 0; i < stage.length; i++) {
                if (touched[i]) {
                    weights.put(Knob.weight(load.servers.get(i).name()), stage[i]);
                }
            }
            stages.add(Collections.unmodifiableMap(weights));
        }
        return List.copyOf(stages);
    }

    private static Map<String, Map<Knob, Integer>> present(PoolInput input) {
        Map<String, Map<Knob, Integer>> present = new LinkedHashMap<>();
        for (String balancer : input.pool().balancers()) {
            Map<Knob, Integer> weights = new HashMap<>();
            for (ServerInput s : input.servers()) {
                Integer weight = s.weights().get(balancer);
                if (weight != null) {
                    weights.put(Knob.weight(s.name()), weight);
                }
            }
            present.put(balancer, Map.copyOf(weights));
        }
        return Collections.unmodifiableMap(present);
    }

    private static String summary(PoolInput input, Load load, Evening evening) {
        double[] now = load.shares(load.weights);
        double[] then = load.shares(evening.goal());
        int donors = 0;
        int receivers = 0;
        int weights = 0;
        double moved = 0;
        for (int i = 0; i < now.length; i++) {
            double delta = then[i] - now[i];
            donors += delta < -1e-9 ? 1 : 0;
            receivers += delta > 1e-9 ? 1 : 0;
            moved += Math.max(0, delta);
            weights += evening.goal()[i] == load.weights[i] ? 0 : 1;
        }
        return "Move %s of %s from %s to %s with room. %s, %s."
                .formatted(
                        moved < 0.005 ? "under 1 %" : Words.percent(moved),
                        input.pool().name(),
                        Words.count(donors, "busier server"),
                        Words.number(receivers),
                        Words.count(weights, "weight"),
                        Words.count(input.pool().balancers().size(), "balancer"));
    }

    private static String nothing(Load load, double[] now) {
        int movable = load.movableCount();
        if (movable == 0) {
            return "Nothing to plan with: of no server in service are CPU and requests known.";
        } else if (movable == 1) {
            return "Nothing to even out: only one server may be moved.";
        }
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += load.movable(i) ? now[i] : 0;
        }
        return "Already even: busiest %s, mean %s."
                .formatted(Words.percent(top(load, now)), Words.percent(sum / movable));
    }
}
