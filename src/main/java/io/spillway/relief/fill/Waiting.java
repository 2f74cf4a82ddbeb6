package io.spillway.relief.fill;

/// What utilisation does to waiting on a server of `c` processors, by the queue of random arrivals
/// and random service times (M/M/c, Erlang's C).
public final class Waiting {
    /// Target where the number of processors is not known.
    private static final double USUAL_TARGET = 0.7;

    /// The processors of a server that waits as [#USUAL_TARGET] supposes.
    private static final int USUAL_CORES = 5;

    private static final double PATIENCE = 0.25;
    private static final double LEAST_TARGET = 0.6;
    private static final double MOST_TARGET = 0.85;
    private static final double NEARLY_FULL = 0.995;

    private Waiting() {}

    /// The processors to reckon with.
    ///
    /// @param known 0 if not known
    public static int cores(int known) {
        return known > 0 ? known : USUAL_CORES;
    }

    /// How long a request takes on a server that has nothing else to do, seconds; NaN if it cannot
    /// be told.
    ///
    /// @param latency what it takes now, waiting included, seconds, NaN if unknown
    /// @param cores 1 or more
    /// @param use share of them in use now, 0..1, NaN if unknown
    public static double service(double latency, int cores, double use) {
        return latency / (1 + factor(cores, use));
    }

    /// Mean wait over mean service time.
    ///
    /// @param cores 1 or more
    /// @param use share of them in use, 0..1; near 1 the result stops growing, as no queue in life
    ///   lasts for ever
    public static double factor(int cores, double use) {
        double rho = Math.clamp(use, 0, NEARLY_FULL);
        double offered = cores * rho;
        // Erlang's B by its recurrence, then C from B.
        double blocked = 1;
        for (int k = 1; k <= cores; k++) {
            blocked = offered * blocked / (k + offered * blocked);
        }
        double waits = blocked / (1 - rho * (1 - blocked));
        return waits / (cores * (1 - rho));
    }

    /// Mean number of requests that wait.
    public static double queue(int cores, double use) {
        return factor(cores, use) * cores * Math.clamp(use, 0, NEARLY_FULL);
    }

    /// The share of CPU to aim at: where requests wait a quarter of their service time, within
    /// 0.60..0.85.
    ///
    /// @param cores 0 if not known
    public static double target(int cores) {
        if (cores < 1) {
            return USUAL_TARGET;
        }
        double low = LEAST_TARGET;
        double high = MOST_TARGET;
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (factor(cores, middle) > PATIENCE) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.round(1000 * low) / 1000.0;
    }
}
