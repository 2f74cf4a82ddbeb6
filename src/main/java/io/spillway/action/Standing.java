package io.spillway.action;

import io.spillway.action.Act.Status;
import io.spillway.fleet.Knob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an act stands.
///
/// @param status the last thing that the journal says
/// @param step how many of its steps are done, or of the way back while it ramps
/// @param since when it was applied, or begun if it never was
/// @param endsAt when it is to be given back, null if it was kept for good
/// @param permanent whether it was made part of the balancers' configuration
/// @param intended what it wants the balancers to hold now
/// @param way what is still to be sent while it is given back, the next first
/// @param released balancer to knobs that were left to somebody else
/// @param message of the last event, empty if none
/// @param verdict how the prediction came out, empty until known
/// @param changed time of the last event that concerns the balancers
record Standing(
        Status status,
        int step,
        Instant since,
        @Nullable Instant endsAt,
        boolean permanent,
        Map<Knob, Integer> intended,
        List<Map<Knob, Integer>> way,
        Map<String, Set<Knob>> released,
        String message,
        String verdict,
        Instant changed) {
    static Standing begun(Instant time, Instant endsAt) {
        return new Standing(
                Status.BEGUN, 0, time, endsAt, false, Map.of(), List.of(), Map.of(), "", "", time);
    }

    /// Something that concerns the balancers was written.
    Standing turned(Status to, String said, Instant time) {
        return new Standing(
                to, step, since, endsAt, permanent, intended, way, released, said, verdict, time);
    }

    /// A step, there or back, was done and read back.
    Standing stepped(int done, Map<Knob, Integer> holds, Instant time) {
        List<Map<Knob, Integer>> rest =
                status == Status.RAMPING && !way.isEmpty() ? way.subList(1, way.size()) : way;
        Status to = status == Status.RAMPING ? Status.RAMPING : Status.STEPPING;
        return new Standing(
                to, done, since, endsAt, permanent, holds, rest, released, "", verdict, time);
    }

    Standing applied(Map<Knob, Integer> goal, int steps, Instant time, Instant ends) {
        return new Standing(
                Status.APPLIED,
                steps,
                time,
                ends,
                permanent,
                goal,
                List.of(),
                released,
                "",
                "",
                time);
    }

    Standing ramping(List<Map<Knob, Integer>> back, Instant time) {
        return new Standing(
                Status.RAMPING,
                0,
                since,
                endsAt,
                permanent,
                intended,
                back,
                released,
                "",
                verdict,
                time);
    }

    /// Its end was moved.
    ///
    /// @param to null if it has none any more
    Standing ending(@Nullable Instant to, boolean forGood, String said) {
        return new Standing(
                status, step, since, to, forGood, intended, way, released, said, verdict, changed);
    }

    Standing intending(Map<Knob, Integer> other, Instant time) {
        return new Standing(
                status, step, since, endsAt, permanent, other, way, released, message, verdict,
                time);
    }

    Standing releasing(Map<String, Set<Knob>> others, Instant time) {
        return new Standing(
                status, step, since, endsAt, permanent, intended, way, others, message, verdict,
                time);
    }

    /// On its way back it waits.
    Standing held(String said) {
        return new Standing(
                status, step, since, endsAt, permanent, intended, way, released, said, verdict,
                changed);
    }

    Standing judged(String said) {
        return new Standing(
                status, step, since, endsAt, permanent, intended, way, released, message, said,
                changed);
    }
}
