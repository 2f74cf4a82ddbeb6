package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
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

    private final Acts acts;
    private final Safety safety;
    private final Executor actThread;
    private final boolean keeps;
    private final Map<String, StepWatch> watched = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

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
    void check(List<Lease> leases, FleetState fleet) {
        Set<String> alive = new HashSet<>();
        for (Lease lease : leases) {
            boolean there = lease.state() == Lease.State.APPLYING;
            boolean back =
                    lease.state() == Lease.State.RAMPING && (keeps || taken.contains(lease.id()));
            if (there || back) {
                alive.add(lease.id());
            }
            if ((there || back) && !busy(lease.id())) {
                StepWatch watch = watch(lease, fleet);
                if (there) {
                    there(lease, watch, fleet);
                } else {
                    back(lease, watch, fleet);
                }
            }
        }
        watched.keySet().retainAll(alive);
    }

    private StepWatch watch(Lease lease, FleetState fleet) {
        long step = lease.course().changed();
        StepWatch watch = watched.get(lease.id());
        if (watch == null || watch.step() != step) {
            watch = new StepWatch(lease.pool(), step, fleet);
            watched.put(lease.id(), watch);
        } else {
            watch.look(fleet);
        }
        return watch;
    }

    private void there(Lease lease, StepWatch watch, FleetState fleet) {
        String trouble = watch.trouble(lease, fleet);
        if (!trouble.isEmpty()) {
            run(lease, () -> acts.halt(lease.id(), trouble));
        } else if (watch.samples() > 0 && due(lease, watch, fleet)) {
            run(lease, () -> acts.proceed(lease.id()));
        } else if (watch.silent(fleet, PATIENCE)) {
            run(lease, () -> acts.halt(lease.id(), blind(lease)));
        }
    }

    /// Gates are closed in one step, so whatever takes them further opens them.
    private static boolean due(Lease lease, StepWatch watch, FleetState fleet) {
        boolean gates = lease.backend().isEmpty();
        return gates ? fleet.time() - watch.step() >= RELEASE : watch.samples() >= SAMPLES;
    }

    private void back(Lease lease, StepWatch watch, FleetState fleet) {
        if (!due(lease, watch, fleet)) {
            hold(lease, watch.silent(fleet, PATIENCE) ? blind(lease) : "");
            return;
        }
        Map<Knob, Integer> next = lease.course().next();
        String trouble = watch.trouble(lease, fleet);
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
