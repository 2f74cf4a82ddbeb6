package io.spillway.practice;

import io.spillway.fleet.Knob;
import java.util.List;
import java.util.Objects;

/// What the balancers of a practice fleet hold of one pool, past their Runtime API.
public final class BehindTheWire {
    /// By [Knob]'s numbers of states.
    private static final byte[] STATES = {Balancer.READY, Balancer.DRAIN, Balancer.MAINT};

    private final Model model;
    private final Park.Group pool;

    public BehindTheWire(PracticeFleet fleet, String pool) {
        model = fleet.model();
        this.pool = model.park.groups.get(model.park.findGroup(pool));
    }

    /// Those in reserve last.
    public List<String> servers() {
        return List.of(model.park.names).subList(pool.first(), pool.end());
    }

    /// How many servers a balancer sends requests to.
    public long inService(String balancer) {
        synchronized (model) {
            long count = 0;
            for (int i = pool.first(); i < pool.end(); i++) {
                count += of(balancer).effective(i, model.tape.latest().time()) > 0 ? 1 : 0;
            }
            return count;
        }
    }

    /// What a gate stands at, 0 where it is not there.
    public int gate(String balancer, Knob knob) {
        synchronized (model) {
            String path = Maps.PATHS.path(knob.kind());
            return of(balancer).maps.number(path, knob.name()).orElse(0);
        }
    }

    /// Sets a weight, a state, or a gate that is there.
    public void set(String balancer, Knob knob, int value) {
        synchronized (model) {
            Balancer it = of(balancer);
            int server = servers().indexOf(knob.name()) + pool.first();
            switch (knob.kind()) {
                case WEIGHT -> it.weight(server, value);
                case STATE -> it.admin(server, STATES[value], model.tape.latest().time());
                default -> GatesTest.put(it.maps, Maps.PATHS.path(knob.kind()), knob.name(), value);
            }
        }
    }

    /// Back to its configuration.
    public void forget(String balancer) {
        synchronized (model) {
            Balancer it = of(balancer);
            long now = model.tape.latest().time();
            Balancer fresh = new Balancer(it.name, it.index, model.park, now);
            for (int i = pool.first(); i < pool.end(); i++) {
                it.weight(i, fresh.weight(i));
                it.limit(i, fresh.limit(i));
                it.admin(i, fresh.admin(i), now);
            }
            for (String path : fresh.maps.paths()) {
                entries(it, path).clear();
                entries(it, path).addAll(entries(fresh, path));
            }
        }
    }

    private static List<Maps.Entry> entries(Balancer balancer, String path) {
        return Objects.requireNonNull(balancer.maps.at(path)).entries();
    }

    private Balancer of(String name) {
        return model.balancers.get(Park.BALANCERS.indexOf(name));
    }
}
