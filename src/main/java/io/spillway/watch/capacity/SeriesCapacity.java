package io.spillway.watch.capacity;

import io.spillway.watch.capacity.Capacity.Confidence;
import io.spillway.watch.series.Averager;

/// Learns from two series alone, the load of a pool or fleet and the CPU of its hottest server, at
/// which load that server is at the limit and full. Dearer requests lower the figures at once;
/// cheaper ones raise them over days only. Samples nearer than 15 s are averaged. For one thread.
public final class SeriesCapacity {
    private static final double DAY = 24 * 3_600_000.0;
    private static final int ONLY = 0;

    private final double limit;
    private final Averager loads = new Averager(ServerEstimator.STEP);
    private final Averager cpus = new Averager(ServerEstimator.STEP);
    private final Learner learner = new Learner(new Lines(3 * DAY, DAY / 2, 4 * 60_000));
    private final Peers alone;
    private long last = Long.MIN_VALUE;

    /// @param limit CPU above which a server counts as overloaded, 0..1
    public SeriesCapacity(double limit) {
        this.limit = limit;
        alone = new Peers("", limit);
        alone.seats = new int[] {ONLY};
        learner.grow(1);
    }

    /// Takes a sample in. One without both values, or not later than the last step, is left out.
    ///
    /// @param time epoch milliseconds
    /// @param load requests per second
    /// @param cpu of the hottest server, 0..1
    public void add(long time, double load, double cpu) {
        if (!(load >= 0) || !(cpu >= 0) || Double.isInfinite(load)) {
            return;
        }
        boolean complete = loads.add(time, load);
        if (cpus.add(time, Math.min(1, cpu)) && complete && loads.time() > last) {
            last = loads.time();
            learner.enter(ONLY, loads.mean(), cpus.mean(), last);
            learner.learn(ONLY, alone, last);
        }
    }

    /// What is known by now. `shared` is `atLimit`: two series say nothing of how the load is
    /// shared.
    public Capacity capacity() {
        if (!learner.claims(ONLY, alone, last)) {
            return Capacity.unknown(
                    "The load was not watched for ten minutes yet, or did not vary enough.");
        }
        double atLimit = learner.carries(ONLY, limit);
        Confidence confidence = PoolCapacity.confidence(learner.error(ONLY), 1);
        String why =
                confidence == Confidence.WEAK
                        ? "What a request costs is known to "
                                + Math.round(100 * learner.error(ONLY))
                                + " % only: the load has varied little."
                        : "";
        return new Capacity(atLimit, learner.carries(ONLY, 1), atLimit, confidence, why);
    }
}
