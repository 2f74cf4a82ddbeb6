package io.spillway.ui.kit;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks up what each balancer holds of a server. Built anew for each [FleetState]; what a balancer
/// holds is only looked up once it is asked for. For one thread.
public final class FleetIndex {
    /// Below this age nothing is called blind. Milliseconds.
    private static final long BLIND_AT_LEAST = 30_000;

    private final FleetState fleet;
    private final Map<String, Pool> pools = new HashMap<>();
    private @Nullable List<HeldSlots> held;
    private @Nullable Pool last;

    /// An index over this tick's fleet.
    public FleetIndex(FleetState fleet) {
        this.fleet = fleet;
        fleet.pools().forEach(p -> pools.put(p.name(), p));
    }

    /// The pool of the server at `index`; null if the configuration names none such.
    public @Nullable Pool pool(int index) {
        String name = fleet.servers().get(index).pool();
        // Servers of a pool stand together.
        if (last == null || !last.name().equals(name)) {
            last = pools.get(name);
        }
        return last;
    }

    /// The CPU limit of the server at `index`, 0..1; 1 if its pool is unknown.
    public double limit(int index) {
        Pool pool = pool(index);
        return pool == null ? 1 : pool.cpuLimit();
    }

    /// The server at `index` as each balancer of its pool holds it, by the balancers' names in
    /// configuration order. Balancers that never said anything of it are left out.
    public Map<String, Slot> held(int index) {
        Pool pool = pool(index);
        if (pool == null) {
            return Map.of();
        }
        Map<String, Slot> found = new LinkedHashMap<>();
        for (String balancer : pool.balancers()) {
            for (HeldSlots slots : slots()) {
                Slot slot = slots.balancer().equals(balancer) ? slots.at(index) : null;
                if (slot != null) {
                    found.put(balancer, slot);
                }
            }
        }
        return found;
    }

    private List<HeldSlots> slots() {
        List<HeldSlots> all = held;
        if (all == null) {
            all = fleet.balancers().stream().map(b -> HeldSlots.of(fleet, b)).toList();
            held = all;
        }
        return all;
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
        for (HeldSlots slots : slots()) {
            Slot slot = slots.at(index);
            if (slot != null && takesTraffic(slot)) {
                return true;
            }
        }
        return false;
    }

    /// The highest weight that any balancer holds of the server at `index`, -1 if none holds it.
    public int weight(int index) {
        int most = -1;
        for (HeldSlots slots : slots()) {
            Slot slot = slots.at(index);
            most = slot == null ? most : Math.max(most, slot.weight());
        }
        return most;
    }

    private static boolean takesTraffic(Slot slot) {
        return slot.weight() > 0
                && slot.admin() != AdminState.DRAIN
                && slot.admin() != AdminState.MAINT
                && slot.oper() != OperState.DOWN;
    }
}
