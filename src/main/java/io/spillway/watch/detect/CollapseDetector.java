package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Load that falls below what is usual, and stays there: users who cannot reach the site.
///
/// The mirror image of [SurgeDetector]: a fall of 4 deviations is a NOTICE, a fall to half of the
/// last hour a WARNING, whatever is usual. A return from a surge to what is usual is no collapse.
///
/// Constant time and memory per sample. Not safe for use by several threads.
public final class CollapseDetector {
    private static final double NOTICE = 4;
    private static final double WARNING = 2;

    private final Mover mover = new Mover(Kind.COLLAPSE, -1, NOTICE, WARNING);

    /// With the defaults, which serve every series.
    public CollapseDetector() {}

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

    /// How unusual the present fall is, in deviations learnt from the series; NaN until it can be
    /// told. A notice begins above 4.
    public double score() {
        return mover.score();
    }
}
