package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.relief.drain.Drained;
import io.spillway.relief.drain.Draining;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Watches servers that acts in force empty.
final class Leavings {
    private final Map<String, Draining> seen = new HashMap<>();

    List<Relief.Leaving> step(List<Lease> leases, FleetState fleet) {
        List<Relief.Leaving> leaving = new ArrayList<>();
        Set<String> alive = new HashSet<>();
        for (Lease lease : leases) {
            if (lease.inForce()) {
                lease.course()
                        .intended()
                        .forEach((knob, value) -> {
                            if (knob.kind() == Knob.Kind.STATE
                                    && value != AdminState.READY.ordinal()) {
                                int index = index(fleet, lease.pool(), knob.name());
                                String key = lease.id() + " " + knob.name();
                                alive.add(key);
                                if (index >= 0) {
                                    leaving.add(look(lease, fleet, index, key));
                                }
                            }
                        });
            }
        }
        seen.keySet().retainAll(alive);
        return leaving;
    }

    private Relief.Leaving look(Lease lease, FleetState fleet, int index, String key) {
        Draining next =
                seen.getOrDefault(key, Draining.begun())
                        .with(
                                new Draining.Look(
                                        fleet.reading(Metric.IN_FLIGHT, index).time(),
                                        fleet.value(Metric.IN_FLIGHT, index),
                                        fleet.value(Metric.REQUESTS, index)));
        seen.put(key, next);
        Server server = fleet.servers().get(index);
        return new Relief.Leaving(lease.id(), server.pool(), server.name(), Drained.of(next));
    }

    private static int index(FleetState fleet, String pool, String name) {
        for (int i = 0; i < fleet.servers().size(); i++) {
            Server server = fleet.servers().get(i);
            if (server.pool().equals(pool) && server.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
