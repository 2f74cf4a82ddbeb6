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
/// All spans are numbers of samples, so it serves any step. Constant time and about 5 kB a series.
/// Not safe for use by several threads.
public final class SpikeDetector {
    /// Samples before the first alarm can come.
    static final int LEARN = 60;

    /// The rarity from which on it alarms.
    static final double ALARM = 2.55;

    private static final double SUPPRESSED = 0.3;
    private static final int REST = 100;
    private static final double RARER = 2;
    private static final double HOLD_DECAY = Math.pow(0.5, 1 / 200.0);
    private static final int CALM = 3;

    private final Contrast step = new Contrast(0, 0);
    private final Contrast[] levels = {
        new Contrast(0, 128), new Contrast(2, 512), new Contrast(32, 256)
    };
    private final Restlessness restlessness = new Restlessness();
    private long last = Long.MIN_VALUE;
    private int seen;
    private double score;
    private double hold;
    private double alarmed;
    private int since = REST + 1;
    private @Nullable Detection open;
    private int calm;

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
        seen = Math.min(seen + 1, LEARN + 1);
        double usual = levels[0].slow();
        double rarity = rarity(value);
        boolean alarm = judge(rarity);
        Detection before = open;
        if (before != null) {
            calm = rarity < ALARM ? calm + 1 : 0;
            if (calm < CALM) {
                return null;
            }
            open = null;
            return new Detection(before.time(), Kind.SPIKE, Level.NOTICE, time, value, usual);
        }
        if (!alarm) {
            return null;
        }
        calm = 0;
        open = new Detection(time, Kind.SPIKE, Level.NOTICE, 0, value, usual);
        return open;
    }

    /// How unlike the past the last sample is, 0 to 12: minus the decimal logarithm of its chance,
    /// held back for a while after an alarm. An alarm begins at [#ALARM].
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

    /// Sets the score; true if an alarm is due.
    private boolean judge(double rarity) {
        since = Math.min(since + 1, REST + 1);
        boolean free = rarity > hold && (since > REST || rarity > alarmed + RARER);
        score = free ? rarity : Math.min(rarity, SUPPRESSED);
        if (score < ALARM) {
            hold *= HOLD_DECAY;
            return false;
        }
        since = 0;
        alarmed = rarity;
        hold = rarity;
        return true;
    }
}
