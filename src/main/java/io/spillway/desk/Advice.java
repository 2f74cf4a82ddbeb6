package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.history.History;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.Redistribute;
import io.spillway.relief.Target;
import io.spillway.relief.fill.Aim;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.standby.Advisor;
import io.spillway.relief.standby.Memory;
import io.spillway.relief.standby.Situation;
import io.spillway.relief.standby.Situations;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Asks relief what would help, with figures averaged over the last ten seconds, or three ticks
/// where that is longer, so that one odd sample moves no traffic.
final class Advice {
    private static final long MEAN_MILLIS = 10_000;

    /// Percent of its weight that a server has when its slow start is over.
    private static final int FULL = 100;

    private final History history;
    private final long interval;

    private final Map<String, Memory> memories = new HashMap<>();
    private final Map<String, Integer> advised = new ConcurrentHashMap<>();
    private final Map<Pool, PoolInput> inputs = new ConcurrentHashMap<>();
    private volatile Learnt learnt = Learnt.NOTHING;

    /// @param interval between ticks in the desk's time, milliseconds
    Advice(History history, long interval) {
        this.history = history;
        this.interval = interval;
    }

    /// Takes in what watch made of a tick. Called on the desk's thread; the rest on any.
    void learn(FleetState fleet, Outlook outlook) {
        learnt = learnt.next(fleet, outlook);
        inputs.clear();
    }

    /// A plan that evens out one pool.
    Plan plan(FleetState fleet, Pool pool) {
        return Redistribute.plan(input(fleet, pool));
    }

    /// The highest CPU share that a pool's servers would come to with other weights, 0..1.
    double busiestWith(FleetState fleet, Pool pool, Map<Knob, Integer> values) {
        return Redistribute.busiestWith(input(fleet, pool), values);
    }

    /// The pool with a choice of who serves.
    Serving serving(FleetState fleet, Pool pool) {
        return Servings.of(
                input(fleet, pool), slots(fleet, pool), column(fleet, pool, Metric.IN_FLIGHT));
    }

    /// How many servers a pool should have, with memory of what it wanted lately. Called on the
    /// desk's thread.
    io.spillway.relief.standby.Advice standby(FleetState fleet, Pool pool, Outlook outlook) {
        Serving serving = serving(fleet, pool);
        double target = Target.of(pool);
        int more = pool.standby().servers().size();
        Situation now =
                Situations.of(serving, target, more, saturation(outlook, pool), fleet.time());
        Advisor.Step step = Advisor.step(memories.getOrDefault(pool.name(), Memory.none()), now);
        memories.put(pool.name(), step.memory());
        advised.put(pool.name(), step.advice().change());
        return step.advice();
    }

    private static @Nullable Duration saturation(Outlook outlook, Pool pool) {
        for (LoadOutlook load : outlook.pools()) {
            double low = load.forecast().low();
            if (load.subject().equals(pool.name()) && Double.isFinite(low)) {
                return Duration.ofSeconds(Math.round(low));
            }
        }
        return null;
    }

    /// How many servers more were advised last, below 0 for fewer.
    int advised(Pool pool) {
        return advised.getOrDefault(pool.name(), 0);
    }

    /// A metric of a pool's servers by name, NaN where unknown.
    static Map<String, Double> column(FleetState fleet, Pool pool, Metric metric) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < fleet.servers().size(); i++) {
            if (fleet.servers().get(i).pool().equals(pool.name())) {
                values.put(fleet.servers().get(i).name(), (double) fleet.value(metric, i));
            }
        }
        return values;
    }

    /// All that the planner is told about a pool. Asked several times a tick, gathered once.
    PoolInput input(FleetState fleet, Pool pool) {
        PoolInput known = inputs.get(pool);
        if (known != null && known.madeAt() == fleet.time()) {
            return known;
        }
        PoolInput input = gather(fleet, pool);
        inputs.put(pool, input);
        return input;
    }

    private PoolInput gather(FleetState fleet, Pool pool) {
        List<ServerInput> servers = new ArrayList<>();
        Map<String, Map<String, Slot>> slots = slots(fleet, pool);
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (server.pool().equals(pool.name())) {
                servers.add(input(fleet, pool, i, slots.getOrDefault(server.name(), Map.of())));
            }
        }
        double forecast = learnt.forecast(pool.name(), fleet.time());
        return new PoolInput(pool, fleet.time(), forecast, heaviest(fleet, pool), servers);
    }

    /// The largest weight that all balancers of a pool take.
    private static int heaviest(FleetState fleet, Pool pool) {
        return fleet.balancers().stream()
                .filter(b -> pool.balancers().contains(b.name()))
                .mapToInt(BalancerState::maxWeight)
                .min()
                .orElse(Aim.HEAVIEST);
    }

    private ServerInput input(FleetState fleet, Pool pool, int index, Map<String, Slot> slots) {
        Server server = fleet.servers().get(index);
        long since = fleet.time() - Math.clamp(MEAN_MILLIS / interval, 3, 10) * interval;
        Map<String, Integer> weights = new LinkedHashMap<>();
        boolean starting = slots.values().stream().anyMatch(s -> s.throttle() < FULL);
        slots.forEach((balancer, slot) -> weights.put(balancer, slot.weight()));
        return new ServerInput(
                server.name(),
                weights,
                mean(Metric.CPU, server, since),
                mean(Metric.REQUESTS, server, since),
                admin(slots),
                oper(slots),
                fleet.quality(Metric.CPU, index),
                learnt.line(fleet, index),
                fleet.time() - fleet.reading(Metric.CPU, index).time(),
                starting ? 0 : learnt.up(pool, server, fleet.time()),
                mean(Metric.LATENCY, server, since));
    }

    private double mean(Metric metric, Server server, long since) {
        synchronized (history) {
            return history.mean(metric, server.pool(), server.name(), since);
        }
    }

    /// Server name to balancer name to slot.
    private static Map<String, Map<String, Slot>> slots(FleetState fleet, Pool pool) {
        Map<String, Map<String, Slot>> slots = new LinkedHashMap<>();
        for (BalancerState balancer : fleet.balancers()) {
            if (pool.balancers().contains(balancer.name())) {
                for (Slot slot : balancer.slots()) {
                    if (slot.backend().equals(pool.backend())) {
                        slots.computeIfAbsent(slot.server(), s -> new LinkedHashMap<>())
                                .put(balancer.name(), slot);
                    }
                }
            }
        }
        return slots;
    }

    /// Ready only where every balancer says so.
    private static AdminState admin(Map<String, Slot> slots) {
        return slots.values().stream()
                .map(Slot::admin)
                .filter(a -> a != AdminState.READY)
                .findFirst()
                .orElse(slots.isEmpty() ? AdminState.UNKNOWN : AdminState.READY);
    }

    /// Up only where every balancer says so.
    private static OperState oper(Map<String, Slot> slots) {
        return slots.values().stream()
                .map(Slot::oper)
                .filter(o -> o != OperState.UP)
                .findFirst()
                .orElse(slots.isEmpty() ? OperState.UNKNOWN : OperState.UP);
    }
}
