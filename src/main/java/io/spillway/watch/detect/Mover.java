package io.spillway.watch.detect;

import org.jspecify.annotations.Nullable;

/// Finds sustained growth, or with `sign` -1 sustained falls, of one load on three scales of time.
/// Not safe for use by several threads.
final class Mover {
    private final int sign;
    private final Front front;
    private final Growth[] scales;
    private final Raw raw;
    private final Latch latch;
    private final double notice;
    private double score = Double.NaN;

    /// @param notice deviations above which growth is a notice
    /// @param warning how many times the load must grow (fall) to be a warning
    Mover(Kind kind, int sign, double notice, double warning) {
        this.sign = sign;
        this.front = new Front(sign);
        this.scales =
                new Growth[] {
                    new Growth(1.5, 30, sign), new Growth(3, 60, sign), new Growth(9, 180, sign)
                };
        this.raw = new Raw(sign, Math.log(warning), 2.5);
        this.latch = new Latch(kind);
        this.notice = notice;
    }

    @Nullable Detection add(long time, double value, double usual, double allowed) {
        Sample sample = front.add(time, value, usual, allowed);
        if (sample == null) {
            return null;
        }
        if (front.gap()) {
            raw.restart();
            for (Growth scale : scales) {
                scale.restart();
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (Growth scale : scales) {
            most = Math.max(most, scale.add(sample));
        }
        double plain = raw.add(sample, allowed > 1);
        boolean ready = front.ready();
        score = ready ? most : Double.NaN;
        long step = Math.round(sample.step() * 60_000);
        return latch.add(
                time,
                step,
                ready ? most / notice : 0,
                ready ? warning(plain, most) : 0,
                value,
                usual);
    }

    /// A fall that this time of day usually brings is no warning; growth is one whatever is usual.
    private double warning(double plain, double most) {
        return sign > 0 ? plain : Math.min(plain, most / notice);
    }

    double score() {
        return score;
    }
}
