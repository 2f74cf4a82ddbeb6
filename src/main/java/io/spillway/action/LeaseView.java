package io.spillway.action;

import io.spillway.fleet.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An act as screens see it.
final class LeaseView {
    /// Somebody has to put this right: only of a large pool are some servers left unnamed.
    private static final int NAMED = 12;

    private LeaseView() {}

    /// @param running whether this process is at it right now
    /// @param ours whether this process sends what is still to come
    static Lease of(Act act, boolean running, boolean ours) {
        Standing now = act.now();
        Map<Knob, Integer> next =
                act.status() == Act.Status.RAMPING && !now.way().isEmpty()
                        ? now.way().getFirst()
                        : Map.of();
        return new Lease(
                act.id(),
                act.begun().kind(),
                act.begun().pool(),
                act.begun().backend(),
                act.operator(),
                act.begun().reason(),
                now.since(),
                act.inForce() ? now.endsAt() : null,
                state(act, running, ours),
                sentence(act, running, ours),
                act.balancers(),
                act.begun().before(),
                new Lease.Course(
                        now.step(),
                        act.status() == Act.Status.RAMPING
                                ? now.step() + now.way().size()
                                : act.steps(),
                        now.permanent(),
                        now.intended(),
                        act.begun().allows(),
                        next,
                        act.begun().expected(),
                        now.verdict(),
                        act.begun().consent(),
                        now.changed().toEpochMilli()));
    }

    private static Lease.State state(Act act, boolean running, boolean ours) {
        return switch (act.status()) {
            case BEGUN, INTERRUPTED, RESTORED -> Lease.State.INTERRUPTED;
            case STEPPING -> ours ? Lease.State.APPLYING : Lease.State.HALTED;
            case HALTED -> Lease.State.HALTED;
            case UNDOING -> running ? Lease.State.ACTIVE : Lease.State.INTERRUPTED;
            case APPLIED -> Lease.State.ACTIVE;
            case RAMPING -> Lease.State.RAMPING;
            case UNDONE -> Lease.State.UNDONE;
            case ENDED -> Lease.State.ENDED;
        };
    }

    private static String sentence(Act act, boolean running, boolean ours) {
        return switch (act.status()) {
            case BEGUN -> "Spillway stopped while it applied this. " + half(act);
            case UNDOING ->
                    running
                            ? "Being undone."
                            : "Spillway stopped while it undid this. " + half(act);
            case STEPPING ->
                    ours
                            ? ""
                            : "Spillway stopped after step %d of %d. Finish %s or undo it."
                                    .formatted(act.now().step(), act.steps(), act.id());
            default -> act.now().message();
        };
    }

    private static String half(Act act) {
        Map<Knob, Integer> old =
                act.begun().before().getOrDefault(act.balancers().getFirst(), Map.of());
        List<String> changes = new ArrayList<>();
        act.begun()
                .goal()
                .forEach((knob, value) ->
                        changes.add(
                                "%s %s → %s"
                                        .formatted(knob, Words.now(knob, old), knob.say(value))));
        return "On %s these may be half set: %s. Undo %s sets them back."
                .formatted(Words.join(act.balancers()), Words.some(changes, NAMED), act.id());
    }
}
