package io.spillway.alarm;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Signal;
import org.jspecify.annotations.Nullable;

/// What is seen of one value, and how long it has been so.
///
/// @param urgentSince since when the value is of high priority, epoch milliseconds; 0 if it is not
record Look(Seen seen, Standing standing, long urgentSince) {
    /// A step later.
    ///
    /// @param signal null if there is none, which says that all is well
    Look next(@Nullable Signal signal, Limits limits, long time) {
        boolean lost = !seen.known();
        Seen now = signal == null ? seen.quiet() : seen.next(signal);
        if (!now.known()) {
            return new Look(now, standing, urgentSince);
        }
        double value = signal == null ? well(limits) : now.value();
        Standing from = lost ? restarted(time) : standing;
        long urgent = urgentSince == 0 || lost ? time : urgentSince;
        return new Look(
                now,
                from.next(value, time, limits, now.interval()),
                limits.urgent(value) ? urgent : 0);
    }

    private static double well(Limits limits) {
        return limits.low() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /// The same after a time in which nobody looked.
    Look resumed(long time) {
        return new Look(seen, restarted(time), urgentSince == 0 ? 0 : time);
    }

    /// What was not seen proves no delay.
    private Standing restarted(long time) {
        return switch (standing.phase()) {
            case PENDING, CLEARING -> new Standing(standing.phase(), time);
            case WELL, BAD -> standing;
        };
    }

    /// What the value is worth: high if it was of high priority for as long as the on-delay.
    Priority priority(Rule rule, long time) {
        Priority asked = seen.asked();
        long held = Standing.delay(rule.limits().onDelay().toMillis(), seen.interval());
        if (urgentSince != 0 && time - urgentSince >= held) {
            return Priority.HIGH;
        }
        return asked == null ? rule.priority() : asked;
    }
}
