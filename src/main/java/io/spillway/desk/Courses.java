package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Takes acts on, step by step, there and back. Between two steps it waits for two new samples of
/// the pool and looks at them: a server above its limit that was not, or more errors, stop an act
/// on its way there and hold up one on its way back.
final class Courses {
    private static final int SAMPLES = 2;

    /// Without new samples for so long, an act on its way there is stopped, and one on its way back
    /// says why it waits.
    private static final long PATIENCE = 30_000;

    /// Gates are opened in parts no faster than this.
    private static final long RELEASE = 30_000;

    /// More errors than at the step, as a share of all answers, stop an act.
    private static final double ERRORS = 0.01;

    private final Acts acts;
    private final Safety safety;
    private final Executor actThread;
    private final boolean keeps;
    private final Map<String, Watch> watched = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /// What is seen of a pool since the last step of an act.
    private static final class Watch {
        final long step;
        final Set<String> hot;
        final double errors;
        long sample;
        int samples;

        Watch(long step, Set<String> hot, double errors, long sample) {
            this.step = step;
            this.hot = hot;
            this.errors = errors;
            this.sample = sample;
        }
    }

    /// @param keeps whether this desk holds leases, and so gives back what is on its way back
    Courses(Acts acts, Safety safety, Executor actThread, boolean keeps) {
        this.acts = acts;
        this.safety = safety;
        this.actThread = actThread;
        this.keeps = keeps;
    }

    /// Takes an act all the way back that was asked for here. May be called on any thread.
    void takeBack(String id) {
        taken.add(id);
    }

    /// Looks at every act. Called on the desk's thread.
    void check(List<Lease> leases, FleetState fleet, Instant now) {
        Set<String> alive = new HashSet<>();
        for (Lease lease : leases) {
            boolean there = lease.state() == Lease.State.APPLYING;
            boolean back =
                    lease.state() == Lease.State.RAMPING && (keeps || taken.contains(lease.id()));
            if ((there || back) && !busy(lease.id())) {
                alive.add(lease.id());
                Watch watch = watch(lease, fleet);
                if (there) {
                    there(lease, watch, fleet, now);
                } else {
                    back(lease, watch, fleet, now);
                }
            }
        }
        watched.keySet().retainAll(alive);
    }

    private Watch watch(Lease lease, FleetState fleet) {
        long step = lease.course().changed();
        Watch watch = watched.get(lease.id());
        long newest = newest(fleet, lease.pool());
        if (watch == null || watch.step != step) {
            watch =
                    new Watch(
                            step,
                            hot(fleet, lease.pool()),
                            errors(fleet, lease.pool()),
                            Math.max(step, newest));
            watched.put(lease.id(), watch);
        } else if (newest > watch.sample) {
            watch.sample = newest;
            watch.samples++;
        }
        return watch;
    }

    private void there(Lease lease, Watch watch, FleetState fleet, Instant now) {
        String trouble = trouble(lease, watch, fleet);
        if (watch.samples >= SAMPLES && trouble.isEmpty()) {
            run(lease, () -> acts.proceed(lease.id()));
        } else if (!trouble.isEmpty()) {
            run(lease, () -> acts.halt(lease.id(), trouble));
        } else if (now.toEpochMilli() - watch.step > PATIENCE) {
            run(lease, () -> acts.halt(lease.id(), blind(lease)));
        }
    }

    private void back(Lease lease, Watch watch, FleetState fleet, Instant now) {
        boolean gates = lease.backend().isEmpty();
        boolean due = gates ? now.toEpochMilli() - watch.step >= RELEASE : watch.samples >= SAMPLES;
        Map<Knob, Integer> next = lease.course().next();
        if (!due) {
            boolean silent = !gates && now.toEpochMilli() - watch.sample > PATIENCE;
            hold(lease, silent ? blind(lease) : "");
            return;
        }
        String trouble = trouble(lease, watch, fleet);
        String obstacle = trouble.isEmpty() ? safety.obstacle(lease, next, fleet) : trouble;
        if (obstacle.isEmpty()) {
            run(lease, () -> acts.rampOn(lease.id()));
        } else {
            hold(lease, obstacle);
        }
    }

    /// Has it said once why an act on its way back waits.
    private void hold(Lease lease, String why) {
        if (!why.isEmpty() && lease.message().isEmpty()) {
            run(lease, () -> acts.hold(lease.id(), why));
        }
    }

    private static String blind(Lease lease) {
        return "No new samples of %s came for 30 s.".formatted(lease.pool());
    }

    /// A sentence on what got worse since the step, empty if nothing did.
    private static String trouble(Lease lease, Watch watch, FleetState fleet) {
        Set<String> hot = hot(fleet, lease.pool());
        hot.removeAll(watch.hot);
        boolean there = lease.state() == Lease.State.APPLYING;
        if (there) {
            // To stop would keep the load on those that it is taken from.
            hot.removeAll(lease.course().expected().relieved());
        }
        // A pool that is full already shows nothing by one more server that is: what it turned
        // away comes back, and the plan was made to spread it.
        boolean full = there && lease.course().expected().before() > limit(fleet, lease.pool());
        if (!hot.isEmpty() && !full) {
            return "%s rose above its limit.".formatted(hot.iterator().next());
        }
        return errors(fleet, lease.pool()) > watch.errors + ERRORS
                ? "Errors of %s rose.".formatted(lease.pool())
                : "";
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
            if (fleet.servers().get(i).pool().equals(pool)
                    && fleet.quality(Metric.CPU, i) == Quality.LIVE
                    && fleet.value(Metric.CPU, i) > limit) {
                hot.add(fleet.servers().get(i).name());
            }
        }
        return hot;
    }

    private static long newest(FleetState fleet, String pool) {
        long newest = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (fleet.servers().get(i).pool().equals(pool)
                    && fleet.quality(Metric.CPU, i) == Quality.LIVE) {
                newest = Math.max(newest, fleet.reading(Metric.CPU, i).time());
            }
        }
        return newest;
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

    private void run(Lease lease, Runnable act) {
        synchronized (underWay) {
            underWay.add(lease.id());
        }
        actThread.execute(() -> {
            try {
                act.run();
            } finally {
                synchronized (underWay) {
                    underWay.remove(lease.id());
                }
            }
        });
    }

    private boolean busy(String id) {
        synchronized (underWay) {
            return underWay.contains(id);
        }
    }
}
