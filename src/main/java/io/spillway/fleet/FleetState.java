package io.spillway.fleet;

import java.util.List;

/// The fleet at one tick, as columns: `values[metric][server]`. The arrays belong to the state once
/// it is built and are never written again.
///
/// @param time of the tick, epoch milliseconds
/// @param pools in configuration order
/// @param servers grouped by pool, in the balancers' order
/// @param values in each metric's unit, NaN where there is none
/// @param sampleTimes epoch milliseconds, 0 where there never was a sample
/// @param quality ordinals of [Quality]
/// @param balancers as last read, one for each that ever answered
public record FleetState(
        long time,
        List<Pool> pools,
        List<Server> servers,
        float[][] values,
        long[][] sampleTimes,
        byte[][] quality,
        List<BalancerState> balancers) {
    private static final Quality[] QUALITIES = Quality.values();

    public FleetState {
        pools = List.copyOf(pools);
        servers = List.copyOf(servers);
        balancers = List.copyOf(balancers);
    }

    /// A fleet of which nothing is known.
    public static FleetState empty(long time, List<Pool> pools) {
        int metrics = Metric.values().length;
        return new FleetState(
                time,
                pools,
                List.of(),
                new float[metrics][0],
                new long[metrics][0],
                new byte[metrics][0],
                List.of());
    }

    /// The cell of one metric of the server at `index`.
    public Reading reading(Metric metric, int index) {
        int m = metric.ordinal();
        return new Reading(values[m][index], sampleTimes[m][index], quality(metric, index));
    }

    /// The value alone, NaN where there is none.
    public float value(Metric metric, int index) {
        return values[metric.ordinal()][index];
    }

    /// The quality alone.
    public Quality quality(Metric metric, int index) {
        return QUALITIES[quality[metric.ordinal()][index]];
    }
}
