package io.spillway.desk;

import io.spillway.action.Expected;
import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.relief.verdict.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/// Holds each act against what it promised, once, when it had its time.
final class Verdicts {
    /// At least so long after the last step.
    private static final long WAIT = 60_000;

    /// Three samples of a slow source, but no later than this.
    private static final long LATEST = 110_000;

    private final Acts acts;
    private final Executor actThread;
    private final long interval;
    private final Map<String, Then> begun = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// The pool when the act was first seen.
    private record Then(double errors, double requests) {}

    /// @param interval between ticks in the desk's time, milliseconds
    Verdicts(Acts acts, Executor actThread, long interval) {
        this.acts = acts;
        this.actThread = actThread;
        this.interval = interval;
    }

    /// Looks at every act. Called on the desk's thread.
    void check(List<Lease> leases, FleetState fleet) {
        Set<String> alive = new HashSet<>();
        for (Lease lease : leases) {
            if (lease.inForce()) {
                alive.add(lease.id());
                begun.computeIfAbsent(lease.id(), id -> then(fleet, lease.pool()));
                if (due(lease, fleet.time()) && asked.add(lease.id())) {
                    Verdict verdict = judge(lease, fleet);
                    String text = verdict.word().said() + ". " + verdict.text();
                    actThread.execute(() -> acts.judge(lease.id(), text));
                }
            }
        }
        begun.keySet().retainAll(alive);
        asked.retainAll(alive);
    }

    private boolean due(Lease lease, long now) {
        Expected expected = lease.course().expected();
        long wait = Math.clamp(3 * interval, WAIT, LATEST);
        return lease.state() == Lease.State.ACTIVE
                && lease.course().verdict().isEmpty()
                && !expected.cpu().isEmpty()
                && now - lease.since().toEpochMilli() >= wait;
    }

    private Verdict judge(Lease lease, FleetState fleet) {
        Expected expected = lease.course().expected();
        Then then = begun.getOrDefault(lease.id(), new Then(0, Double.NaN));
        Then now = then(fleet, lease.pool());
        Map<String, Float> measured = new HashMap<>();
        double highest = Double.NaN;
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (fleet.servers().get(i).pool().equals(lease.pool())
                    && fleet.quality(Metric.CPU, i) == Quality.LIVE) {
                float cpu = fleet.value(Metric.CPU, i);
                measured.put(fleet.servers().get(i).name(), cpu);
                highest = Double.isNaN(highest) ? cpu : Math.max(highest, cpu);
            }
        }
        return Verdict.of(
                new Verdict.Facts(
                        expected.cpu(),
                        measured,
                        expected.before(),
                        highest,
                        then.errors(),
                        now.errors(),
                        now.requests() / (then.requests() * expected.growth())));
    }

    private static Then then(FleetState fleet, String pool) {
        double requests = 0;
        for (int i = 0; i < fleet.servers().size(); i++) {
            float rate = fleet.value(Metric.REQUESTS, i);
            if (fleet.servers().get(i).pool().equals(pool) && Float.isFinite(rate)) {
                requests += rate;
            }
        }
        return new Then(StepWatch.errors(fleet, pool), requests);
    }
}
