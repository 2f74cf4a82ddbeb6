package io.spillway.relief;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Quality;
import io.spillway.relief.fill.Aim;
import io.spillway.relief.fill.Fill;
import io.spillway.relief.fill.Filling;
import io.spillway.relief.fill.Servers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Lowers the busiest servers of a pool by weights: to the pool's target where that is possible,
/// else as low as it goes, with the fewest servers changed. See [Fill] for the arithmetic and
/// [Load] for what is known of a server.
public final class Redistribute {
    /// The word for [Plan#kind].
    public static final String KIND = "redistribute";

    private Redistribute() {}

    /// The plan for a pool as it is. A plan without stages says in its summary why there is nothing
    /// to apply. `before` and `after` are NaN if no server's load is known. The same input in
    /// another order of servers gives the same plan.
    public static Plan plan(PoolInput input) {
        Load load = new Load(input);
        Servers cautious = load.cautious();
        Aim aim = load.aim(cautious);
        Filling filling = Fill.plan(cautious, aim);
        Filling best = filling;
        if (filling.worthIt() && load.anyFull()) {
            // More comes than is served, nobody knows how much: the target would not be reached.
            best = Fill.plan(cautious, aim.lowest());
        }
        Change change = best.worthIt() ? Change.of(best) : Change.none(load);
        if (!change.isNone() && gain(load, change.goal()) < Fill.MIN_GAIN) {
            // What caution asks for helps nobody if the figures are right.
            change = Change.none(load);
        }
        return new Assembly(input, load, change).plan(new Checks(input, load, change).of(filling));
    }

    /// The plan that sets these weights, in steps where the move is large. It may not be applied if
    /// it takes a server above the pool's limit that is not, if one that would get more is not
    /// known, or if too few would stay in service: its checks say who.
    ///
    /// @param values weights; servers that are not named keep theirs, other knobs do not count
    public static Plan edited(PoolInput input, Map<Knob, Integer> values) {
        Load load = new Load(input);
        int[] goal = goal(load, values);
        boolean same = Arrays.equals(goal, load.weights);
        Change change = same ? Change.none(load) : Change.to(load, goal);
        return new Assembly(input, load, change).plan(new Checks(input, load, change).ofEdited());
    }

    private static double gain(Load load, int[] goal) {
        double now = load.top(load.predict(load.weights, load.demand), load.weights);
        return now - load.top(load.predict(goal, load.demand), goal);
    }

    private static int[] goal(Load load, Map<Knob, Integer> values) {
        int[] goal = load.weights.clone();
        for (int i = 0; i < goal.length; i++) {
            goal[i] = values.getOrDefault(Knob.weight(load.name(i)), goal[i]);
        }
        return goal;
    }

    /// The highest CPU share that other weights would bring, 0..1; NaN if no server's load is
    /// known, or if that of one that would get more is not: traffic is not moved on a guess.
    /// Servers that are not named keep their weight.
    ///
    /// @param values what would be set; weights count
    public static double busiestWith(PoolInput input, Map<Knob, Integer> values) {
        Load load = new Load(input);
        int[] other = goal(load, values);
        double[] now = load.shares(load.weights);
        double[] then = load.shares(other);
        double[] cpu = load.predict(other, load.offered);
        int busiest = load.busiest(cpu);
        double highest = busiest < 0 ? Double.NaN : Math.min(1, cpu[busiest]);
        for (int i = 0; i < other.length; i++) {
            if (then[i] > now[i] + 1e-9) {
                boolean known = load.servers.get(i).quality() == Quality.LIVE && now[i] > 0;
                highest = Math.max(highest, known ? Math.min(1, cpu[i]) : Double.NaN);
            }
        }
        return highest;
    }

    /// What other weights would do to each server, in order of name. Whoever asks again and again
    /// of one pool, as while a weight is dragged, keeps one [Ghosts] instead.
    public static List<Ghosts.Ghost> predict(PoolInput input, Map<Knob, Integer> values) {
        return new Ghosts(input).with(values);
    }
}
