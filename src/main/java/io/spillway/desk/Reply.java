package io.spillway.desk;

import io.spillway.action.ActResult;
import io.spillway.alarm.AlarmEvent;
import io.spillway.history.Series;
import io.spillway.history.Window;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk's answer to one command.
///
/// @param done whether what was asked for now holds
/// @param message one sentence for operators; empty if nothing needs saying
/// @param plan the plan asked for, if one was
/// @param result what became of an act, if one was asked for
/// @param history what became of alarms, newest first, if it was asked for
/// @param input what a plan of weights was made from, so that a window can predict other weights by
///   itself while somebody drags one
/// @param asksSecond whether the act waits for a second operator now
/// @param past what the fleet went through, if it was asked for
/// @param server a server's last minutes, if they were asked for
public record Reply(
        boolean done,
        String message,
        @Nullable Plan plan,
        @Nullable ActResult result,
        List<AlarmEvent> history,
        @Nullable PoolInput input,
        boolean asksSecond,
        @Nullable Window past,
        @Nullable ServerPast server) {
    /// What was live of a server over the last 15 minutes, NaN for the rest; both on the same
    /// times, and empty if the server was not seen lately.
    ///
    /// @param cpu share of CPU, 0..1
    /// @param requests per second
    public record ServerPast(Series cpu, Series requests) {}

    public Reply {
        history = List.copyOf(history);
    }

    /// An answer about alarms.
    public Reply(
            boolean done,
            String message,
            @Nullable Plan plan,
            @Nullable ActResult result,
            List<AlarmEvent> history) {
        this(done, message, plan, result, history, null, false, null, null);
    }

    /// An answer without history.
    public Reply(boolean done, String message, @Nullable Plan plan, @Nullable ActResult result) {
        this(done, message, plan, result, List.of());
    }

    /// The same with more to say, to the operator and in the act's result.
    Reply and(String more) {
        ActResult same = result;
        ActResult said =
                same == null
                        ? null
                        : new ActResult(
                                same.id(), same.outcome(), same.message() + more, same.balancers());
        return new Reply(
                done, message + more, plan, said, history, input, asksSecond, past, server);
    }

    /// A plan of weights and what it was made from.
    public static Reply weights(Plan plan, PoolInput input) {
        return new Reply(true, "", plan, null, List.of(), input, false, null, null);
    }

    /// A server's last minutes.
    public static Reply server(Series cpu, Series requests) {
        ServerPast past = new ServerPast(cpu, requests);
        return new Reply(true, "", null, null, List.of(), null, false, null, past);
    }

    /// Nothing was sent: a second operator is asked for.
    public static Reply asking(String message) {
        return new Reply(false, message, null, null, List.of(), null, true, null, null);
    }

    /// What the fleet went through.
    public static Reply past(Window past) {
        return new Reply(true, "", null, null, List.of(), null, false, past, null);
    }

    /// The answer to a command that came too late.
    static Reply closing() {
        return new Reply(false, "The desk is closing, nothing was sent", null, null);
    }
}
