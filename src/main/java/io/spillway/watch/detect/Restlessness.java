package io.spillway.watch.detect;

/// How unusual the size of the steps between neighbouring samples has become: much more or much
/// less restless than the series usually is.
final class Restlessness {
    private static final double SHARE = 0.05;

    private final Tail tail = new Tail();
    private double last = Double.NaN;
    private double recent;

    /// Takes a sample in.
    ///
    /// @param usual the mean size of a step so far, 0 if there was none
    /// @return how rare the present restlessness is, as [Tail#rarity]
    double add(double value, double usual) {
        double step = Double.isNaN(last) ? 0 : Math.abs(value - last);
        last = value;
        recent += SHARE * (step - recent);
        double ratio = usual > 0 ? Math.max(recent / usual, 1e-3) : 1;
        double times = Math.max(ratio, 1 / ratio);
        double rarity = tail.rarity(times);
        tail.add(times);
        return rarity;
    }
}
