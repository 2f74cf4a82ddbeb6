package io.spillway.watch.detect;

/// How far a fast mean of a series has moved from a slow one, measured in what such moves usually
/// are in this series.
final class Contrast {
    private static final double SPREAD_LIFE = 1000;
    private static final double SPREAD_CLIP = 10;

    /// A move where there had been none at all.
    private static final double FROM_NOTHING = 100;

    private final double fastShare;
    private final double slowShare;
    private final Tail tail = new Tail();
    private double fast = Double.NaN;
    private double slow = Double.NaN;
    private double spread;
    private int seen;

    /// @param fast half-life in samples; 0 for the sample itself
    /// @param slow half-life in samples, above `fast`; 0 for the sample before
    Contrast(double fast, double slow) {
        fastShare = share(fast);
        slowShare = share(slow);
    }

    private static double share(double halfLife) {
        return halfLife == 0 ? 1 : 1 - Math.pow(0.5, 1 / halfLife);
    }

    /// Takes a sample in.
    ///
    /// @return how rare the move is, as [Tail#rarity]
    double add(double value) {
        if (Double.isNaN(slow)) {
            fast = value;
            slow = value;
        }
        seen = Math.min(seen + 1, 1_000_000);
        fast += fastShare * (value - fast);
        double move = Math.abs(fast - slow);
        double times = spread > 0 ? move / spread : move > 0 ? FROM_NOTHING : 0;
        double rarity = tail.rarity(times);
        tail.add(times);
        double clipped = spread > 0 ? Math.min(move, SPREAD_CLIP * spread) : move;
        spread += Math.max(1 / SPREAD_LIFE, 1.0 / seen) * (clipped - spread);
        slow += Math.max(slowShare, 1.0 / seen) * (value - slow);
        return rarity;
    }

    /// The slow mean, NaN before the first sample.
    double slow() {
        return slow;
    }

    /// The mean size of a move.
    double spread() {
        return spread;
    }
}
