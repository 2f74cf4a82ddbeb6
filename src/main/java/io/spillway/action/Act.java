package io.spillway.action;

import io.spillway.action.ActEvents.Begun;
import io.spillway.fleet.Knob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An act as the journal tells it.
///
/// @param id as typed after `undo`
/// @param operator who began it
/// @param begun what it set out to do
/// @param now where it stands
record Act(String id, String operator, Begun begun, Standing now) {
    /// The last thing that the journal says.
    enum Status {
        /// Nothing but that it was begun.
        BEGUN,
        /// Some of its steps are done and read back, others are still to come.
        STEPPING,
        /// It was stopped between two steps.
        HALTED,
        APPLIED,
        INTERRUPTED,
        RESTORED,
        /// It is given back step by step.
        RAMPING,
        /// That an undo was begun.
        UNDOING,
        UNDONE,
        ENDED
    }

    Status status() {
        return now.status();
    }

    Act with(Standing standing) {
        return new Act(id, operator, begun, standing);
    }

    /// Without what it takes to undo: it is over.
    Act over(Standing standing) {
        return new Act(id, operator, begun.over(), standing);
    }

    List<String> balancers() {
        return List.copyOf(begun.before().keySet());
    }

    /// The values before it, on one balancer, without those that were left to somebody else.
    Map<Knob, Integer> before(String balancer) {
        return without(begun.before().getOrDefault(balancer, Map.of()), balancer);
    }

    /// What it intends on one balancer as things stand.
    Map<Knob, Integer> intended(String balancer) {
        return without(now.intended(), balancer);
    }

    Map<Knob, Integer> without(Map<Knob, Integer> values, String balancer) {
        Set<Knob> released = now.released().getOrDefault(balancer, Set.of());
        if (released.isEmpty()) {
            return values;
        }
        Map<Knob, Integer> rest = new HashMap<>(values);
        rest.keySet().removeAll(released);
        return rest;
    }

    /// True while it shapes traffic, or may.
    boolean inForce() {
        return switch (status()) {
            case BEGUN, STEPPING, HALTED, APPLIED, INTERRUPTED, RAMPING, UNDOING -> true;
            case RESTORED, UNDONE, ENDED -> false;
        };
    }

    /// True if it is in force and what the balancers hold of it is not known.
    boolean unfinished() {
        return switch (status()) {
            case BEGUN, INTERRUPTED, UNDOING -> true;
            default -> false;
        };
    }

    /// True if both change something of the same backend on some balancer.
    boolean meets(Act other) {
        return begun.backend().equals(other.begun.backend())
                && begun.before().keySet().stream().anyMatch(other.begun.before()::containsKey);
    }

    /// True if both change the same knob.
    boolean overlaps(Act other) {
        return meets(other)
                && begun.goal().keySet().stream().anyMatch(other.begun.goal()::containsKey);
    }

    /// Number of steps, 1 or more.
    int steps() {
        return Math.max(1, begun.stages().size() - begun.preparation());
    }

    /// What is to be sent for a step, the preparation with the first.
    ///
    /// @param step 0 for the first
    List<Map<Knob, Integer>> stages(int step) {
        int last = begun.preparation() + step;
        return begun.stages().subList(step == 0 ? 0 : last, last + 1);
    }

    /// The way that it goes on one balancer.
    Passage passage(String balancer, List<Act> beneath) {
        List<Map<Knob, Integer>> older = new ArrayList<>();
        beneath.forEach(a -> older.add(a.before(balancer)));
        return new Passage(before(balancer), begun.stages(), begun.allows(), older);
    }
}
