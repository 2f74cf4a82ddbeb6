package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.Knob;
import io.spillway.relief.Plan.Range;
import io.spillway.relief.gate.ClassLoad;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GateInput.ServerLoad;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.Throttle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Lets the gates of an act in force follow the load, within what the act allows.
final class Trims {
    private static final long EVERY = 10_000;

    private final Acts acts;
    private final Executor actThread;
    private final Map<String, Throttle> throttles = new HashMap<>();
    private final Map<String, Long> looked = new HashMap<>();

    Trims(Acts acts, Executor actThread) {
        this.acts = acts;
        this.actThread = actThread;
    }

    /// Looks at every act that sets gates. Called on the desk's thread of the desk that holds the
    /// leases.
    void check(List<Lease> leases, GateInput input) {
        List<String> alive = new ArrayList<>();
        for (Lease lease : leases) {
            boolean follows =
                    lease.state() == Lease.State.ACTIVE
                            && lease.kind().equals(GatePlan.KIND)
                            && !lease.course().allows().isEmpty();
            if (follows) {
                alive.add(lease.id());
                long last = looked.computeIfAbsent(lease.id(), id -> lease.since().toEpochMilli());
                if (input.madeAt() - last >= EVERY) {
                    looked.put(lease.id(), input.madeAt());
                    trim(lease, input);
                }
            }
        }
        throttles.keySet().retainAll(alive);
        looked.keySet().retainAll(alive);
    }

    private void trim(Lease lease, GateInput input) {
        List<Integer> shed = new ArrayList<>();
        List<Double> demand = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (ClassLoad load : input.classes()) {
            Knob knob = new Knob(Knob.Kind.SHED, load.kind().key());
            int now = lease.course().intended().getOrDefault(knob, 0);
            if (Double.isNaN(load.offered())) {
                return;
            }
            shed.add(now);
            demand.add(load.offered() * load.kind().cost());
            ranges.add(lease.course().allows().getOrDefault(knob, new Range(now, now)));
        }
        double capacity = Gatehouse.capacity(input);
        if (Double.isNaN(capacity)) {
            return; // who cannot see the load must not move what it passes through
        }
        Throttle before =
                throttles.computeIfAbsent(
                        lease.id(), id -> Throttle.from(shed, lease.since().toEpochMilli()));
        Throttle next =
                before.next(
                        new Throttle.Sight(
                                input.madeAt(),
                                capacity,
                                Gatehouse.target(input),
                                busiest(input),
                                demand,
                                ranges));
        throttles.put(lease.id(), next);
        Map<Knob, Integer> values = changes(lease, input, next);
        if (!values.isEmpty()) {
            String why = "Gates follow the load:";
            actThread.execute(() -> acts.trim(lease.id(), values, why));
        }
    }

    private static Map<Knob, Integer> changes(Lease lease, GateInput input, Throttle next) {
        Map<Knob, Integer> values = new LinkedHashMap<>();
        for (int rank = 0; rank < input.classes().size(); rank++) {
            Knob knob = new Knob(Knob.Kind.SHED, Integer.toString(rank));
            Integer now = lease.course().intended().get(knob);
            int wanted = next.shed().get(rank);
            if (now != null && now != wanted && lease.course().allows().containsKey(knob)) {
                values.put(knob, wanted);
            }
        }
        return values;
    }

    private static double busiest(GateInput input) {
        return input.servers().stream()
                .mapToDouble(ServerLoad::cpu)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }
}
