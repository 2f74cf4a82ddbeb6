package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Makes detections of scores: one begins when its score has stood above a bound long enough, rises
/// with its level, and ends when the score has stayed below half of the bound for half an hour. Not
/// safe for use by several threads.
final class Latch {
    private static final long LONG_ENOUGH = 45_000;
    private static final long OVER = 30 * 60_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final Kind kind;
    private @Nullable Detection lasting;
    private long noticeSince = NEVER;
    private long warningSince = NEVER;
    private long calmSince = NEVER;

    Latch(Kind kind) {
        this.kind = kind;
    }

    /// Takes the scores of one sample in, each as a share of its bound.
    ///
    /// @param step milliseconds for which a sample stands
    /// @return a detection that began, rose or ended, or null
    @Nullable Detection add(
            long time, long step, double notice, double warning, double value, double usual) {
        noticeSince = since(noticeSince, time, notice > 1);
        warningSince = since(warningSince, time, warning > 1);
        calmSince = since(calmSince, time, notice < 0.5 && warning < 0.5);
        Level level = level(time, step);
        Detection before = lasting;
        if (before == null) {
            if (level == null) {
                return null;
            }
            lasting = new Detection(time, kind, level, 0, value, usual);
            return lasting;
        }
        if (level == Level.WARNING && before.level() == Level.NOTICE) {
            lasting = new Detection(before.time(), kind, level, 0, value, usual);
            return lasting;
        }
        if (calmSince != NEVER && time - calmSince >= OVER) {
            lasting = null;
            return new Detection(before.time(), kind, before.level(), time, value, usual);
        }
        return null;
    }

    private @Nullable Level level(long time, long step) {
        // A sample stands for the step before it, so that one sample of a minute is long enough.
        if (warningSince != NEVER && time - warningSince >= Math.max(LONG_ENOUGH, step)) {
            return Level.WARNING;
        }
        return noticeSince != NEVER && time - noticeSince + step >= LONG_ENOUGH
                ? Level.NOTICE
                : null;
    }

    private static long since(long since, long time, boolean holds) {
        if (!holds) {
            return NEVER;
        }
        return since == NEVER ? time : since;
    }
}
