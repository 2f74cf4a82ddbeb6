package io.spillway.app.output;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.List;

/// A server as each of its balancers holds it.
final class Slots {
    /// The server at one balancer.
    record At(String balancer, Slot slot) {}

    private Slots() {}

    /// In the order of the pool's balancers; a balancer that never answered is left out.
    static List<At> of(FleetState fleet, Pool pool, Server server) {
        List<At> found = new ArrayList<>();
        for (String name : pool.balancers()) {
            for (BalancerState balancer : fleet.balancers()) {
                if (balancer.name().equals(name)) {
                    balancer.slots().stream()
                            .filter(s -> s.backend().equals(pool.backend()))
                            .filter(s -> s.server().equals(server.name()))
                            .forEach(s -> found.add(new At(name, s)));
                }
            }
        }
        return found;
    }

    /// What all balancers agree on, else the first that is not `ready`.
    static AdminState admin(List<At> slots) {
        return slots.stream()
                .map(at -> at.slot().admin())
                .filter(state -> state != AdminState.READY)
                .findFirst()
                .orElse(slots.isEmpty() ? AdminState.UNKNOWN : AdminState.READY);
    }

    /// What all balancers agree on, else the first that is not `up`.
    static OperState oper(List<At> slots) {
        return slots.stream()
                .map(at -> at.slot().oper())
                .filter(state -> state != OperState.UP)
                .findFirst()
                .orElse(slots.isEmpty() ? OperState.UNKNOWN : OperState.UP);
    }
}
