package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Samples unlike anything that came before: a spike, a drop, a jump of the level, a change of
/// restlessness.
///
/// Means over several spans are set against slower ones, each difference is measured in what is
/// usual for it in this series, and the tail of these measures tells how rare it is. The rarest
/// counts. The detector learns for [#LEARN] samples first; after an alarm it holds back for a
/// while, so that one event is told once, unless something much rarer follows.
///
/// All spans are numbers of samples, so it serves any step; the faster they come, the rarer must be
/// what alarms. Constant time and about 5 kB a series. Not safe for use by several threads.
public final class SpikeDetector {
    /// Samples before the first alarm can come.
    static final int LEARN = 60;

    private static final double SUPPRESSED = 0.3;
    private static final int CALM = 3;

    private final Contrast step = new Contrast(0, 0);
    private final Contrast[] levels = {
        new Contrast(0, 128), new Contrast(2, 512), new Contrast(32, 256)
    };
    private final Restlessness restlessness = new Restlessness();
    private final Pace pace = new Pace();
    private long last = Long.MIN_VALUE;
    private int seen;
    private double score;
    private final Rest up = new Rest();
    private final Rest down = new Rest();
    private @Nullable Detection open;
    private int calm;

    /// Another event ended the open one; it is told with the sample that follows.
    private boolean next;

    /// With the defaults, which serve every series.
    public SpikeDetector() {}

    /// Takes a sample in. One that is no finite number or not newer than the one before is left
    /// out; gaps are passed over.
    ///
    /// @param time epoch milliseconds
    /// @param value the load, in any unit that stays the same
    /// @return a detection that began or ended with this sample; null if none did
    public @Nullable Detection add(long time, double value) {
        if (!Double.isFinite(value) || time <= last) {
            return null;
        }
        last = time;
        pace.add(time);
        seen = Math.min(seen + 1, LEARN + 1);
        double usual = levels[0].slow();
        double rarity = rarity(value);
        boolean alarm = judge(rarity, value >= usual);
        Detection before = open;
        if (before != null) {
            calm = rarity < pace.bound() ? calm + 1 : 0;
            if (calm < CALM && !alarm) {
                return null;
            }
            open = null;
            next = alarm;
            return new Detection(before.time(), Kind.SPIKE, Level.NOTICE, time, value, usual);
        }
        if (!alarm && !next) {
            return null;
        }
        next = false;
        calm = 0;
        open = new Detection(time, Kind.SPIKE, Level.NOTICE, 0, value, usual);
        return open;
    }

    /// How unlike the past the last sample is, 0 to 12: minus the decimal logarithm of its chance,
    /// held back for a while after an alarm. An alarm begins at 2.55 where samples are 5 minutes
    /// apart or more, 2.8 at a minute, 3.4 at 15 s.
    public double score() {
        return score;
    }

    private double rarity(double value) {
        double usualStep = step.spread();
        double rarest = step.add(value);
        for (Contrast level : levels) {
            rarest = Math.max(rarest, level.add(value));
        }
        rarest = Math.max(rarest, restlessness.add(value, usualStep));
        return seen > LEARN ? rarest : 0;
    }

    /// Sets the score; true if an alarm is due. A rise is news after a fall; the fall after a rise
    /// is its end.
    private boolean judge(double rarity, boolean rises) {
        Rest rest = rises ? up : down;
        up.pass();
        down.pass();
        score = rest.free(rarity) ? rarity : Math.min(rarity, SUPPRESSED);
        boolean alarm = score >= pace.bound();
        if (alarm) {
            down.alarm(rarity);
            if (rises) {
                up.alarm(rarity);
            }
        }
        return alarm;
    }
}
