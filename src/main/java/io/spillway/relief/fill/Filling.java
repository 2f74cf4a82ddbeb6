package io.spillway.relief.fill;

import java.util.List;

/// What [Fill] found. Servers are in the order they were given in.
///
/// @param goal the weights to end at, 0..256; those given if there is nothing to do
/// @param scaledBy what all weights were multiplied by on the way, 1 if they were fine enough
/// @param dividedBy what they were divided by, 1 if they left room enough below the largest
/// @param before highest CPU share among servers that are sent traffic and may be changed, at the
///   demand planned for, if nothing is done; 0 if there is none
/// @param after the same at `goal`
/// @param star the lowest that whole weights can bring that to; `after` is not below the target on
///   purpose, so it may be above this
/// @param lacking requests per second above what fits at the target, however they are shared
/// @param shed the same as a share of the demand, 0..1
/// @param add servers like the newcomer that would carry it, -1 if nothing is known of them
/// @param held servers that are above the target by work that is no traffic's and keep weight 1
///   only because too few others have a weight
/// @param frozenAbove indices of servers that may not be changed and are above the target
/// @param steps moves to make one after another and to check in between, each of one stage or more
///   to be set back to back: the stages before the last only multiply or divide all weights and
///   move no traffic
public record Filling(
        int[] goal,
        int scaledBy,
        int dividedBy,
        double before,
        double after,
        double star,
        double lacking,
        double shed,
        int add,
        int held,
        int[] frozenAbove,
        List<List<int[]>> steps) {
    public Filling {
        steps = List.copyOf(steps);
    }

    /// True if there is something to set.
    public boolean worthIt() {
        return !steps.isEmpty();
    }

    /// Weights of every stage in order, for those who need no steps.
    public List<int[]> stages() {
        return steps.stream().flatMap(List::stream).toList();
    }
}
