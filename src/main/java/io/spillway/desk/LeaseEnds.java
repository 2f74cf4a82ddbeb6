package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;

/// Sees acts reach their end and has each given back once, on the thread for acts.
final class LeaseEnds {
    private final Acts acts;
    private final Advice advice;
    private final Executor actThread;
    private final Set<String> underWay = new HashSet<>();

    LeaseEnds(Acts acts, Advice advice, Executor actThread) {
        this.acts = acts;
        this.advice = advice;
        this.actThread = actThread;
    }

    /// Looks at every act in force. Called on the desk's thread.
    void check(List<Lease> leases, FleetState fleet, Instant now) {
        for (Lease lease : leases) {
            Instant end = lease.endsAt();
            if (lease.inForce() && end != null && !now.isBefore(end) && begin(lease.id())) {
                actThread.execute(() -> giveBack(lease, fleet));
            }
        }
    }

    private void giveBack(Lease lease, FleetState fleet) {
        try {
            acts.expire(lease, obstacle(lease, fleet));
        } finally {
            end(lease.id());
        }
    }

    private String obstacle(Lease lease, FleetState fleet) {
        for (Pool pool : fleet.pools()) {
            if (pool.name().equals(lease.pool())) {
                return obstacle(lease, fleet, pool);
            }
        }
        return ("Pool %s is not configured any more, so nobody can tell whether giving it back is"
                        + " safe: configure it again, or undo %s if you know that it is.")
                .formatted(lease.pool(), lease.id());
    }

    private String obstacle(Lease lease, FleetState fleet, Pool pool) {
        double highest =
                lease.before().values().stream()
                        .mapToDouble(weights -> advice.busiestWith(fleet, pool, weights))
                        .max()
                        .orElse(Double.NaN);
        if (Double.isNaN(highest)) {
            return ("The CPU of %s is not wholly known, so nobody can tell whether giving it back is"
                            + " safe: see to its metrics, or undo %s if you know that it is.")
                    .formatted(pool.name(), lease.id());
        }
        return highest <= pool.cpuLimit()
                ? ""
                : "With the old weights %s would reach %s, its limit is %s."
                        .formatted(pool.name(), percent(highest), percent(pool.cpuLimit()));
    }

    /// To a tenth, as a whole percent would show both sides of a limit alike.
    private static String percent(double share) {
        var format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(100 * share) + " %";
    }

    private synchronized boolean begin(String id) {
        return underWay.add(id);
    }

    private synchronized void end(String id) {
        underWay.remove(id);
    }
}
