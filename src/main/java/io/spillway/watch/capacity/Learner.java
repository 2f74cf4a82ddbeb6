package io.spillway.watch.capacity;

import java.util.Arrays;

/// One step of learning for every seat: residuals, what peers have in common, jumps, lines,
/// backgrounds.
final class Learner {
    private static final double HOUR = 3_600_000;

    /// How much a sample counts while requests look cheaper than they were.
    private static final double DOUBTED = 1.0 / 16;

    /// Standard deviations of the slope that a claim leaves out.
    private static final double CAUTION = 0.8;

    /// A slope learnt from a server's own load alone must be at least this certain.
    private static final double WORST_ERROR = 0.3;

    private static final double LEAST_BACKGROUND = -0.02;

    /// One sample this far above the line lowers the claim until the next one, jump or not.
    private static final double STARTLING = 0.10;

    /// After this long without a sample the last ones are no neighbours of the next.
    private static final long GAP = 120_000;

    final Lines lines;
    final Residuals residuals = new Residuals();
    final Backgrounds backgrounds = new Backgrounds();
    private long[] entered = {};
    private long[] gap = {};
    private long[] watched = {};
    private boolean[] fresh = {};

    /// For servers: days differ, so the slope is learnt anew in hours.
    Learner() {
        this(new Lines(4 * HOUR, HOUR, HOUR / 15));
    }

    Learner(Lines lines) {
        this.lines = lines;
    }

    void grow(int size) {
        lines.grow(size);
        residuals.grow(size);
        backgrounds.grow(size);
        if (size > entered.length) {
            int room = Math.max(size, entered.length + entered.length / 2);
            entered = Arrays.copyOf(entered, room);
            gap = Arrays.copyOf(gap, room);
            watched = Arrays.copyOf(watched, room);
            fresh = Arrays.copyOf(fresh, room);
        }
    }

    void clear(int i) {
        lines.clear(i);
        residuals.clear(i);
        backgrounds.clear(i);
        entered[i] = 0;
        gap[i] = 0;
        watched[i] = 0;
    }

    void step(Iterable<Peers> groups, Readings readings, long time) {
        for (Peers peers : groups) {
            for (int seat : peers.seats) {
                fresh[seat] = readings.complete(seat);
                if (fresh[seat]) {
                    enter(seat, readings.load(seat), readings.cpu(seat), time);
                    readings.take(seat);
                }
            }
            peers.look(lines, residuals, backgrounds);
            for (int seat : peers.seats) {
                if (fresh[seat]) {
                    learn(seat, peers, time);
                }
            }
        }
    }

    /// Takes in a sample of a seat: to be followed by [#learn].
    void enter(int i, double r, double u, long time) {
        long now = lines.known(i) ? time - entered[i] : 0;
        if (now > Math.max(GAP, 5 * gap[i] / 2)) {
            residuals.clear(i);
        }
        gap[i] = now;
        entered[i] = time;
        watched[i] += Math.min(gap[i], GAP);
        double e = lines.known(i) ? u - lines.background(i) - lines.slope(i) * r : 0;
        residuals.push(i, r, u, u > Lines.SATURATED ? Math.max(0, e) : e);
    }

    void learn(int i, Peers peers, long time) {
        boolean cheap = peers.cheap(i, lines, residuals);
        int samples = residuals.jump(i, 1, lines);
        if (samples == 0 && !cheap) {
            samples = residuals.jump(i, -1, lines);
            // Less than nothing is no background that went away: requests became cheaper.
            if (samples > 0
                    && lines.background(i) + residuals.meanAbove(i, samples) < LEAST_BACKGROUND) {
                samples = 0;
                cheap = true;
            }
        }
        if (samples > 0) {
            double jump = residuals.meanAbove(i, samples);
            lines.jump(
                    i,
                    residuals.meanLoad(i, samples),
                    residuals.meanCpu(i, samples),
                    jump,
                    samples);
            residuals.rebase(i, samples, jump);
        } else {
            lines.learn(
                    i,
                    residuals.lastLoad(i),
                    residuals.lastCpu(i),
                    gap[i],
                    cheap ? DOUBTED : 1,
                    peers.slope());
        }
        long since = time - Math.max(1, samples) * gap[i];
        boolean settled = watched[i] >= ServerEstimator.BLACKOUT;
        backgrounds.update(i, lines, peers.sharedRise(), since, time, gap[i], settled);
    }

    /// True if the data supports a figure.
    boolean claims(int i, Peers peers, long time) {
        return watched[i] >= ServerEstimator.BLACKOUT
                && present(i, time)
                && lines.slope(i) > 0
                && (peers.slope() > 0 || lines.ownError(i) <= WORST_ERROR);
    }

    /// True if the server was heard of lately.
    boolean present(int i, long time) {
        return lines.known(i)
                && time - entered[i] <= Math.max(ServerEstimator.EXPIRY, 5 * gap[i] / 2);
    }

    double slope(int i) {
        return lines.slope(i);
    }

    double background(int i) {
        return Math.max(0, lines.background(i));
    }

    double error(int i) {
        return lines.error(i);
    }

    double load(int i) {
        return lines.recentLoad(i);
    }

    /// Requests per second at `limit` CPU, cautiously.
    double carries(int i, double limit) {
        double carries = lines.capacity(i, limit, CAUTION);
        if (residuals.lastAbove(i) <= Math.max(STARTLING, 5 * lines.noise(i))) {
            return carries;
        }
        double now =
                Lines.reach(
                        residuals.lastLoad(i),
                        residuals.lastCpu(i),
                        limit,
                        lines.slope(i),
                        1 + CAUTION * lines.error(i));
        return Math.clamp(now, 0, carries);
    }

    Finding finding(int i, String pool, String server) {
        return new Finding(
                pool,
                server,
                background(i),
                backgrounds.usual(i, lines),
                backgrounds.since(i),
                "",
                Double.NaN);
    }
}
