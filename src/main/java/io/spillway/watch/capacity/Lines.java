package io.spillway.watch.capacity;

import java.util.Arrays;

/// Straight lines through what was seen of many servers, CPU over requests, each learnt as it goes:
/// the slope slowly, from how both move about their means of the last hour or so; the height
/// quickly, and at once where it jumps. All state is in columns, indexed by seat.
///
/// The slope leans on two assumptions that data soon outweigh: that the server, were it idle, would
/// be at [#IDLE] CPU give or take [#IDLE_SPREAD], and that it resembles its peers give or take
/// [#PEER_SPREAD].
final class Lines {
    static final double IDLE = 0.06;
    static final double IDLE_SPREAD = 0.05;
    static final double PEER_SPREAD = 0.35;

    /// Above this CPU a server may want more than it gets: such a sample says nothing of the slope.
    static final double SATURATED = 0.93;

    /// Farther from the mean than so many standard deviations of the load, a sample's weight sinks.
    private static final double LEVER = 2;

    private static final double HOUR = 3_600_000;
    private static final double FIRST_NOISE = 0.02;
    private static final double LEAST_NOISE = 0.005;
    private static final double MOST_NOISE = 0.08;

    private final double slopeHalfLife;
    private final double meanHalfLife;
    private final double fastHalfLife;
    private long factorsFor = -1;
    private double slopeKeep;
    private double meanKeep;
    private double fastKeep;
    private double hourKeep;

    private double[] weight = {};
    private double[] load = {};
    private double[] cpu = {};
    private double[] xx = {};
    private double[] xy = {};
    private double[] hourWeight = {};
    private double[] hourLoad = {};
    private double[] slopeWeight = {};
    private double[] fastWeight = {};
    private double[] fastLoad = {};
    private double[] fastCpu = {};
    private double[] variance = {};
    private double[] shift = {};
    private double[] slope = {};
    private double[] slopeVariance = {};

    /// @param slopeHalfLife of what is known of the slope, milliseconds
    /// @param meanHalfLife of the means about which the slope is learnt
    /// @param fastHalfLife of the means that say how high the line lies
    Lines(double slopeHalfLife, double meanHalfLife, double fastHalfLife) {
        this.slopeHalfLife = slopeHalfLife;
        this.meanHalfLife = meanHalfLife;
        this.fastHalfLife = fastHalfLife;
    }

    /// Makes room for this many seats.
    void grow(int size) {
        if (size <= weight.length) {
            return;
        }
        int room = Math.max(size, weight.length + weight.length / 2);
        weight = Arrays.copyOf(weight, room);
        load = Arrays.copyOf(load, room);
        cpu = Arrays.copyOf(cpu, room);
        xx = Arrays.copyOf(xx, room);
        xy = Arrays.copyOf(xy, room);
        hourWeight = Arrays.copyOf(hourWeight, room);
        hourLoad = Arrays.copyOf(hourLoad, room);
        slopeWeight = Arrays.copyOf(slopeWeight, room);
        fastWeight = Arrays.copyOf(fastWeight, room);
        fastLoad = Arrays.copyOf(fastLoad, room);
        fastCpu = Arrays.copyOf(fastCpu, room);
        variance = Arrays.copyOf(variance, room);
        shift = Arrays.copyOf(shift, room);
        slope = Arrays.copyOf(slope, room);
        slopeVariance = Arrays.copyOf(slopeVariance, room);
    }

    /// Forgets a seat.
    void clear(int i) {
        weight[i] = 0;
        xx[i] = 0;
        xy[i] = 0;
        hourWeight[i] = 0;
        slopeWeight[i] = 0;
        fastWeight[i] = 0;
        variance[i] = 0;
        shift[i] = 0;
        slope[i] = 0;
        slopeVariance[i] = 0;
    }

    /// True once a sample was learnt.
    boolean known(int i) {
        return weight[i] > 0;
    }

    /// CPU per request a second.
    double slope(int i) {
        return slope[i];
    }

    /// Standard deviation of [#slope] over itself, the assumptions counted as knowledge.
    double error(int i) {
        return Math.sqrt(slopeVariance[i]) / slope[i];
    }

    /// The same from what was seen alone, infinite if the load never varied.
    double ownError(int i) {
        return Math.sqrt(variance[i] / xx[i]) / slope[i];
    }

    /// What the slope would be without peers, NaN if nothing was seen.
    double ownSlope(int i) {
        double w = idleWeight(i);
        double below = xx[i] + w * load[i] * load[i];
        return below > 0 ? (xy[i] + w * load[i] * raised(i)) / below : Double.NaN;
    }

    /// Standard deviation of one sample about the line.
    double noise(int i) {
        return Math.sqrt(variance[i]);
    }

    /// Variance of the line's height at this load.
    double spread(int i, double atLoad) {
        double away = atLoad - load[i];
        return slopeVariance[i] * away * away;
    }

    /// CPU that the line leaves at no load. Where the last minutes and the last hour disagree, the
    /// higher: a rise is believed at once, a fall only when it lasts or is a jump.
    double background(int i) {
        return Math.max(fastCpu[i] - slope[i] * fastLoad[i], cpu[i] - slope[i] * load[i]);
    }

    /// How much higher the last minutes put the line than the last hour does.
    double lift(int i) {
        return fastCpu[i] - cpu[i] - slope[i] * (fastLoad[i] - load[i]);
    }

    /// Load of the last minutes.
    double recentLoad(int i) {
        return fastLoad[i];
    }

    /// Load of the last hour or so, whatever the line's own means cover.
    double usualLoad(int i) {
        return hourLoad[i];
    }

    /// Requests per second at `limit` CPU, cautious by `caution` standard deviations.
    double capacity(int i, double limit, double caution) {
        double a = slope[i];
        double steep = 1 + caution * error(i);
        return Math.max(
                0,
                Math.min(
                        reach(load[i], cpu[i], limit, a, steep),
                        reach(fastLoad[i], fastCpu[i], limit, a, steep)));
    }

    /// Where a line through a point reaches `limit`, the cautious way to either side.
    static double reach(double load, double cpu, double limit, double slope, double steep) {
        double room = limit - cpu;
        return load + (room > 0 ? room / (slope * steep) : room * steep / slope);
    }

    /// Learns a sample.
    ///
    /// @param trust 1, or less if the sample says little of what requests usually cost
    /// @param peers slope of its peers, NaN if there are none
    void learn(int i, double r, double u, long dt, double trust, double peers) {
        if (weight[i] == 0) {
            variance[i] = FIRST_NOISE * FIRST_NOISE;
        }
        if (u <= SATURATED) {
            factors(dt);
            double all = hourWeight[i] * hourKeep + trust;
            hourLoad[i] = hourWeight[i] > 0 ? hourLoad[i] + trust / all * (r - hourLoad[i]) : r;
            hourWeight[i] = all;
            learnSlow(i, r, u, trust);
            learnFast(i, r, u);
        }
        weigh(i, peers);
    }

    private void learnSlow(int i, double r, double u, double trust) {
        double noise = Math.sqrt(variance[i]);
        double known = weight[i] * meanKeep;
        double all = known + trust;
        double dx = known > 0 ? r - load[i] : 0;
        double dy = known > 0 ? u - cpu[i] : 0;
        double e = dy - slope[i] * dx;
        double huber = slope[i] > 0 ? Math.min(1, 3 * noise / Math.abs(e)) : 1;
        // A sample that is doubted moves the means a little, so that what lasts is believed in the
        // end; of the slope it says nothing, for far from the mean it would weigh most.
        double w = trust < 1 ? 0 : huber * known / all;
        slopeWeight[i] = slopeWeight[i] * slopeKeep + w;
        // Far from the mean a single sample would outweigh an hour of ordinary ones.
        double far = LEVER * LEVER * xx[i] / slopeWeight[i];
        if (slopeWeight[i] > 20 && dx * dx > far) {
            w *= Math.sqrt(far) / Math.abs(dx);
        }
        xx[i] = xx[i] * slopeKeep + w * dx * dx;
        xy[i] = xy[i] * slopeKeep + w * dx * dy;
        if (known > 0) {
            load[i] += trust / all * dx;
            cpu[i] += trust / all * (slope[i] * dx + huber * e);
        } else {
            load[i] = r;
            cpu[i] = u;
        }
        weight[i] = all;
        if (trust == 1 && fastWeight[i] > 2) {
            double near = u - fastCpu[i] - slope[i] * (r - fastLoad[i]);
            double square = Math.min(near * near, 9 * variance[i]);
            double v = variance[i] + (1 - hourKeep) * (square - variance[i]);
            variance[i] = Math.clamp(v, LEAST_NOISE * LEAST_NOISE, MOST_NOISE * MOST_NOISE);
        }
    }

    private void learnFast(int i, double r, double u) {
        double all = fastWeight[i] * fastKeep + 1;
        fastLoad[i] += (r - fastLoad[i]) / all;
        fastCpu[i] += (u - fastCpu[i]) / all;
        fastWeight[i] = all;
    }

    /// Puts the line through this point: its height jumped by `jump`, its slope stays.
    void jump(int i, double r, double u, double jump, int samples) {
        shift[i] += jump;
        load[i] = r;
        cpu[i] = u;
        weight[i] = samples;
        fastLoad[i] = r;
        fastCpu[i] = u;
        fastWeight[i] = samples;
    }

    private double idleWeight(int i) {
        return variance[i] / (IDLE_SPREAD * IDLE_SPREAD);
    }

    /// Mean CPU above what an idle server would have.
    private double raised(int i) {
        return cpu[i] - shift[i] - IDLE;
    }

    private void weigh(int i, double peers) {
        double w = idleWeight(i);
        double below = xx[i] + w * load[i] * load[i];
        double above = xy[i] + w * load[i] * raised(i);
        if (peers > 0) {
            double p = variance[i] / (PEER_SPREAD * PEER_SPREAD * peers * peers);
            below += p;
            above += p * peers;
        }
        if (below <= 0) {
            return;
        }
        double a = above / below;
        // A slope near nothing would promise the earth.
        double least = peers > 0 ? peers / 5 : 0.2 * cpu[i] / Math.max(load[i], 1e-9);
        slope[i] = Math.max(peers > 0 ? Math.min(a, 5 * peers) : a, Math.max(least, 1e-9));
        slopeVariance[i] = variance[i] / below;
    }

    private void factors(long dt) {
        if (dt != factorsFor) {
            factorsFor = dt;
            slopeKeep = keep(dt, slopeHalfLife);
            meanKeep = keep(dt, meanHalfLife);
            fastKeep = keep(dt, fastHalfLife);
            hourKeep = keep(dt, HOUR);
        }
    }

    private static double keep(long dt, double halfLife) {
        return Math.pow(2, -dt / halfLife);
    }
}
