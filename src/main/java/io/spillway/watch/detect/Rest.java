package io.spillway.watch.detect;

/// Holds repeats back: after an alarm none for a while, and then only what is about as rare, unless
/// it is much rarer.
final class Rest {
    private static final int SAMPLES = 72;
    private static final double MUCH = 2;
    private static final double DECAY = Math.pow(0.5, 1 / 200.0);

    private double hold;
    private double alarmed;
    private int since = SAMPLES + 1;

    /// A sample passes.
    void pass() {
        since = Math.min(since + 1, SAMPLES + 1);
        hold *= DECAY;
    }

    /// True if something that rare is news.
    boolean free(double rarity) {
        return rarity > hold && (since > SAMPLES || rarity > alarmed + MUCH);
    }

    /// An alarm was given.
    void alarm(double rarity) {
        since = 0;
        alarmed = rarity;
        hold = rarity;
    }
}
