package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Load that grows beyond what is usual, and keeps on.
///
/// Growth is looked at on three scales of time (a mean of 1½ minutes over one of 30, 3 over 60, 9
/// over 180, all by half-life). What this time of day usually brings is taken off; the rest is
/// measured in deviations that the series itself showed within the last half day, so that one set
/// of defaults serves every series at any step. Growth above 3.2 deviations for 45 seconds is a
/// NOTICE. Load that stays 1.4 times above its last hour, and 2.5 deviations of such growth, for 45
/// seconds or two samples is a WARNING, whatever this time of day usually brings. A single sample
/// is never enough; a return from a collapse to what is usual is no surge. It ends after half an
/// hour below half of these bounds.
///
/// Constant time and memory per sample. Not safe for use by several threads.
public final class SurgeDetector {
    private static final double NOTICE = 3.2;
    private static final double WARNING = 1.4;

    private final Mover mover = new Mover(Kind.SURGE, 1, NOTICE, WARNING);

    /// With the defaults, which serve every series.
    public SurgeDetector() {}

    /// Takes a sample in. One that is no number, below 0, or not newer than the one before is left
    /// out; after a gap the averages start anew and what was learnt is kept.
    ///
    /// @param time epoch milliseconds
    /// @param value the load, in any unit that stays the same
    /// @param usual what is usual at that time, NaN if unknown
    /// @param allowed how many times the usual load a campaign may bring, 1 if none was announced
    /// @return a detection that began, rose in level or ended with this sample; null if none did
    public @Nullable Detection add(long time, double value, double usual, double allowed) {
        return mover.add(time, value, usual, allowed);
    }

    /// How unusual the present growth is, in deviations learnt from the series; NaN until it can be
    /// told. A notice begins above 3.2.
    public double score() {
        return mover.score();
    }
}
