package io.spillway.ui.kit;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one balancer holds of each server, by the server's place in the fleet.
final class HeldSlots {
    private final String balancer;
    private final @Nullable Slot[] slots;

    private HeldSlots(String balancer, @Nullable Slot[] slots) {
        this.balancer = balancer;
        this.slots = slots;
    }

    /// Looks through all slots once.
    static HeldSlots of(FleetState fleet, BalancerState balancer) {
        @Nullable Slot[] found = new Slot[fleet.servers().size()];
        Map<String, Walk> walks = walks(fleet, balancer.name());
        String backend = "";
        Walk walk = null;
        for (Slot slot : balancer.slots()) {
            if (walk == null || !slot.backend().equals(backend)) {
                backend = slot.backend();
                walk = walks.get(backend);
            }
            int place = walk == null ? -1 : walk.find(slot.server());
            if (place >= 0) {
                found[place] = slot;
            }
        }
        return new HeldSlots(balancer.name(), found);
    }

    /// By backend, the servers of each pool that the balancer serves: they stand together.
    private static Map<String, Walk> walks(FleetState fleet, String balancer) {
        Map<String, Pool> pools = new HashMap<>();
        fleet.pools().forEach(pool -> pools.put(pool.name(), pool));
        Map<String, Walk> walks = new HashMap<>();
        List<Server> servers = fleet.servers();
        for (int i = 0; i < servers.size(); ) {
            int from = i;
            String name = servers.get(from).pool();
            while (i < servers.size() && servers.get(i).pool().equals(name)) {
                i++;
            }
            Pool pool = pools.get(name);
            if (pool != null && pool.balancers().contains(balancer)) {
                walks.put(pool.backend(), new Walk(servers, from, i));
            }
        }
        return walks;
    }

    String balancer() {
        return balancer;
    }

    /// Null if the balancer never said anything of the server.
    @Nullable Slot at(int index) {
        return slots[index];
    }

    /// Servers and slots are in the same order as a rule, so that walking them side by side finds
    /// nearly all; only what is out of step is looked for by name.
    private static final class Walk {
        private final List<Server> servers;
        private final int from;
        private final int to;
        private int next;
        private @Nullable Map<String, Integer> names;

        Walk(List<Server> servers, int from, int to) {
            this.servers = servers;
            this.from = from;
            this.to = to;
            this.next = from;
        }

        /// A server's place in the fleet, -1 if it is not there.
        int find(String name) {
            if (next == to || !servers.get(next).name().equals(name)) {
                int place = names().getOrDefault(name, -1);
                next = place < 0 ? next : place;
                if (place < 0) {
                    return place;
                }
            }
            return next++;
        }

        private Map<String, Integer> names() {
            Map<String, Integer> all = names;
            if (all == null) {
                all = new HashMap<>();
                for (int i = from; i < to; i++) {
                    all.put(servers.get(i).name(), i);
                }
                names = all;
            }
            return all;
        }
    }
}
