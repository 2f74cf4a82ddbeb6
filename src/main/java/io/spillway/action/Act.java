package io.spillway.action;

import io.spillway.action.ActEvents.Begun;
import io.spillway.fleet.Knob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An act as the journal tells it.
///
/// @param id as typed after `undo`
/// @param operator who began it
/// @param begun what it set out to do
/// @param status the last thing that the journal says
/// @param since when it was applied, or begun if it never was
/// @param endsAt when it is to be given back
/// @param message of the last event, empty if none
/// @param changed time of the last event that concerns the balancers
record Act(
        String id,
        String operator,
        Begun begun,
        Status status,
        Instant since,
        Instant endsAt,
        String message,
        Instant changed) {
    /// Somebody has to put this right: only of a large pool are some servers left unnamed.
    private static final int NAMED = 12;

    /// The last thing that the journal says.
    enum Status {
        /// Nothing but that it was begun.
        BEGUN,
        APPLIED,
        INTERRUPTED,
        RESTORED,
        /// That an undo was begun.
        UNDOING,
        UNDONE,
        ENDED
    }

    List<String> balancers() {
        return List.copyOf(begun.before().keySet());
    }

    /// The values before it, on one balancer.
    Map<Knob, Integer> before(String balancer) {
        return begun.before().getOrDefault(balancer, Map.of());
    }

    /// True while it shapes traffic, or may.
    boolean inForce() {
        return switch (status) {
            case BEGUN, APPLIED, INTERRUPTED, UNDOING -> true;
            case RESTORED, UNDONE, ENDED -> false;
        };
    }

    /// True if it is in force and neither wholly done nor wholly undone.
    boolean unfinished() {
        return inForce() && status != Status.APPLIED;
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

    /// As screens see it.
    ///
    /// @param running whether this process is at it right now
    Lease lease(boolean running) {
        Lease.State state =
                switch (status) {
                    case BEGUN, INTERRUPTED, RESTORED -> Lease.State.INTERRUPTED;
                    case UNDOING -> running ? Lease.State.ACTIVE : Lease.State.INTERRUPTED;
                    case APPLIED -> Lease.State.ACTIVE;
                    case UNDONE -> Lease.State.UNDONE;
                    case ENDED -> Lease.State.ENDED;
                };
        return new Lease(
                id,
                begun.kind(),
                begun.pool(),
                begun.backend(),
                operator,
                begun.reason(),
                since,
                inForce() ? endsAt : null,
                state,
                sentence(running),
                balancers(),
                begun.before());
    }

    private String sentence(boolean running) {
        if (status == Status.BEGUN) {
            return "Spillway stopped while it applied this. " + half();
        } else if (status == Status.UNDOING) {
            return running ? "Being undone." : "Spillway stopped while it undid this. " + half();
        }
        return message;
    }

    private String half() {
        Map<Knob, Integer> old = before(balancers().getFirst());
        List<String> changes = new ArrayList<>();
        begun.goal()
                .forEach((knob, value) ->
                        changes.add(
                                "%s %s → %s"
                                        .formatted(knob, Words.now(knob, old), knob.say(value))));
        return "On %s these may be half set: %s. Undo %s sets them back."
                .formatted(Words.join(balancers()), Words.some(changes, NAMED), id);
    }
}
