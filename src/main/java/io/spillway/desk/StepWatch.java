package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import java.util.HashSet;
import java.util.Set;

/// What is seen of a pool since the last step of an act. Used by the desk's thread only.
final class StepWatch {
    /// More errors than at the step, as a share of all answers, are trouble.
    private static final double ERRORS = 0.01;

    private final String pool;
    private final long step;
    private final Set<String> hot;
    private final boolean full;
    private final double errors;
    private long sample;
    private long heard;
    private int samples;

    /// @param step when the balancers were last changed, epoch milliseconds
    StepWatch(String pool, long step, FleetState fleet) {
        this.pool = pool;
        this.step = step;
        this.hot = hot(fleet, pool);
        this.full = 2 * hot.size() > live(fleet);
        this.errors = errors(fleet, pool);
        this.sample = Math.max(step, newest(fleet));
        this.heard = sample;
    }

    /// When the balancers were changed, epoch milliseconds.
    long step() {
        return step;
    }

    /// Counts a sample once every server of the pool has a newer one than at the last count:
    /// metrics engines ask servers one after the other, and the slowest may be the one that got
    /// more.
    void look(FleetState fleet) {
        long newest = newest(fleet);
        heard = Math.max(heard, newest);
        if (newest > 0 && oldest(fleet) > sample) {
            sample = newest;
            samples++;
        }
    }

    /// How many times all servers were measured since the step.
    int samples() {
        return samples;
    }

    /// True if nothing live is known and nothing new came for so long, in milliseconds.
    boolean silent(FleetState fleet, long patience) {
        return newest(fleet) == 0 && fleet.time() - heard > patience;
    }

    /// A sentence on what got worse since the step, empty if nothing did.
    String trouble(Lease lease, FleetState fleet) {
        Set<String> risen = hot(fleet, pool);
        risen.removeAll(hot);
        boolean there = lease.state() == Lease.State.APPLYING;
        if (there) {
            // To stop would keep the load on those that it is taken from.
            risen.removeAll(lease.course().expected().relieved());
        }
        // A pool that was full at the step shows nothing by one more server that is: what it turned
        // away comes back, and the plan was made to spread it.
        if (!risen.isEmpty() && !(there && full)) {
            return "%s rose above its limit.".formatted(risen.iterator().next());
        }
        return errors(fleet, pool) > errors + ERRORS ? "Errors of %s rose.".formatted(pool) : "";
    }

    private static double limit(FleetState fleet, String pool) {
        return fleet.pools().stream()
                .filter(p -> p.name().equals(pool))
                .mapToDouble(Pool::cpuLimit)
                .findFirst()
                .orElse(1);
    }

    private static Set<String> hot(FleetState fleet, String pool) {
        Set<String> hot = new HashSet<>();
        double limit = limit(fleet, pool);
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (live(fleet, pool, i) && fleet.value(Metric.CPU, i) > limit) {
                hot.add(fleet.servers().get(i).name());
            }
        }
        return hot;
    }

    private static boolean live(FleetState fleet, String pool, int index) {
        return fleet.servers().get(index).pool().equals(pool)
                && fleet.quality(Metric.CPU, index) == Quality.LIVE;
    }

    private int live(FleetState fleet) {
        int live = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            live += live(fleet, pool, i) ? 1 : 0;
        }
        return live;
    }

    /// Of live readings, 0 if there is none.
    private long newest(FleetState fleet) {
        long newest = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (live(fleet, pool, i)) {
                newest = Math.max(newest, fleet.reading(Metric.CPU, i).time());
            }
        }
        return newest;
    }

    private long oldest(FleetState fleet) {
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (live(fleet, pool, i)) {
                oldest = Math.min(oldest, fleet.reading(Metric.CPU, i).time());
            }
        }
        return oldest;
    }

    /// The pool's share of answers that are errors, by requests; 0 if unknown.
    static double errors(FleetState fleet, String pool) {
        double requests = 0;
        double errors = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            float rate = fleet.value(Metric.REQUESTS, i);
            float share = fleet.value(Metric.ERRORS, i);
            if (fleet.servers().get(i).pool().equals(pool)
                    && Float.isFinite(rate)
                    && Float.isFinite(share)) {
                requests += rate;
                errors += rate * share;
            }
        }
        return requests > 0 ? errors / requests : 0;
    }
}
