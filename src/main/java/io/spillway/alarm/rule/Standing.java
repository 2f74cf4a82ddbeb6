package io.spillway.alarm.rule;

/// Where one value stands against its limits. Immutable.
///
/// @param phase between well and bad
/// @param since when the phase began, epoch milliseconds
public record Standing(Phase phase, long since) {
    /// Between well and bad.
    public enum Phase {
        /// Well.
        WELL,
        /// Bad, but not for long enough.
        PENDING,
        /// Bad for long enough.
        BAD,
        /// Well again, but not for long enough.
        CLEARING
    }

    /// So many sample intervals at least is every delay: one sample proves nothing.
    private static final int LEAST_SAMPLES = 2;

    /// Well, and always was.
    public static final Standing WELL = new Standing(Phase.WELL, 0);

    /// What a further value makes of it. One that is not known leaves it as it is.
    ///
    /// @param value NaN if not known
    /// @param time epoch milliseconds
    /// @param interval between samples, milliseconds
    public Standing next(double value, long time, Limits limits, long interval) {
        if (Double.isNaN(value)) {
            return this;
        }
        return switch (phase) {
            case WELL, PENDING -> rising(value, time, limits, interval);
            case BAD, CLEARING -> falling(value, time, limits, interval);
        };
    }

    private Standing rising(double value, long time, Limits limits, long interval) {
        if (!limits.bad(value)) {
            return phase == Phase.WELL ? this : new Standing(Phase.WELL, time);
        }
        long from = phase == Phase.PENDING ? since : time;
        boolean enough = time - from >= delay(limits.onDelay().toMillis(), interval);
        return enough ? new Standing(Phase.BAD, time) : new Standing(Phase.PENDING, from);
    }

    private Standing falling(double value, long time, Limits limits, long interval) {
        if (limits.bad(value) || (phase == Phase.BAD && !limits.well(value))) {
            return phase == Phase.BAD ? this : new Standing(Phase.BAD, time);
        }
        if (!limits.well(value)) {
            return new Standing(Phase.BAD, time);
        }
        long from = phase == Phase.CLEARING ? since : time;
        boolean enough = time - from >= delay(limits.offDelay().toMillis(), interval);
        return enough ? new Standing(Phase.WELL, time) : new Standing(Phase.CLEARING, from);
    }

    /// A delay in milliseconds as it counts: none stays none, any other is two samples at least.
    public static long delay(long wanted, long interval) {
        return wanted == 0 ? 0 : Math.max(wanted, LEAST_SAMPLES * interval);
    }

    /// True if it is an alarm by now, however it stands at the moment.
    public boolean active() {
        return phase == Phase.BAD || phase == Phase.CLEARING;
    }
}
