package io.spillway.ui.kit;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks up what each balancer holds of a server. Built anew for each [FleetState].
public final class FleetIndex {
    /// Below this age nothing is called blind. Milliseconds.
    private static final long BLIND_AT_LEAST = 30_000;

    private final FleetState fleet;
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, Map<String, Map<String, Slot>>> slots = new LinkedHashMap<>();

    /// An index over this tick's fleet.
    public FleetIndex(FleetState fleet) {
        this.fleet = fleet;
        fleet.pools().forEach(p -> pools.put(p.name(), p));
        for (BalancerState balancer : fleet.balancers()) {
            Map<String, Map<String, Slot>> backends = new HashMap<>();
            for (Slot slot : balancer.slots()) {
                backends.computeIfAbsent(slot.backend(), _ -> new HashMap<>())
                        .put(slot.server(), slot);
            }
            slots.put(balancer.name(), backends);
        }
    }

    /// The pool of the server at `index`; null if the configuration names none such.
    public @Nullable Pool pool(int index) {
        return pools.get(fleet.servers().get(index).pool());
    }

    /// The CPU limit of the server at `index`, 0..1; 1 if its pool is unknown.
    public double limit(int index) {
        Pool pool = pool(index);
        return pool == null ? 1 : pool.cpuLimit();
    }

    /// The server at `index` as each balancer of its pool holds it, by the balancers' names in
    /// configuration order. Balancers that never said anything of it are left out.
    public Map<String, Slot> held(int index) {
        Server server = fleet.servers().get(index);
        Pool pool = pools.get(server.pool());
        if (pool == null) {
            return Map.of();
        }
        Map<String, Slot> held = new LinkedHashMap<>();
        for (String balancer : pool.balancers()) {
            Slot slot = slot(balancer, pool.backend(), server.name());
            if (slot != null) {
                held.put(balancer, slot);
            }
        }
        return held;
    }

    /// A server as one balancer holds it; null if it never said anything of it.
    public @Nullable Slot slot(String balancer, String backend, String server) {
        return slots.getOrDefault(balancer, Map.of()).getOrDefault(backend, Map.of()).get(server);
    }

    /// How far what a balancer holds may be trusted.
    ///
    /// @param quality live, old or blind, as for a value of its age
    /// @param age since it was read
    public record Trust(Quality quality, Duration age) {}

    /// How far each balancer that ever answered may be trusted, by its name.
    ///
    /// @param interval the polling interval
    public Map<String, Trust> trust(Duration interval) {
        Map<String, Trust> trust = new HashMap<>();
        for (BalancerState balancer : fleet.balancers()) {
            long age = fleet.time() - balancer.time();
            trust.put(
                    balancer.name(),
                    new Trust(aged(age, interval.toMillis()), Duration.ofMillis(age)));
        }
        return trust;
    }

    private static Quality aged(long age, long interval) {
        if (age > 6 * interval && age >= BLIND_AT_LEAST) {
            return Quality.BLIND;
        }
        return age > 3 * interval ? Quality.OLD : Quality.LIVE;
    }

    /// True if at least one balancer sends traffic to the server at `index`.
    public boolean inService(int index) {
        return held(index).values().stream().anyMatch(FleetIndex::takesTraffic);
    }

    private static boolean takesTraffic(Slot slot) {
        return slot.weight() > 0
                && slot.admin() != AdminState.DRAIN
                && slot.admin() != AdminState.MAINT
                && slot.oper() != OperState.DOWN;
    }
}
