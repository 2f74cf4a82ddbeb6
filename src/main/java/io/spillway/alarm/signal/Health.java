package io.spillway.alarm.signal;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the balancers' health checks say of each server at one tick. A server that is drained or in
/// maintenance is neither up nor down; one that changes is up as long as it gets traffic. For one
/// thread; keeps its arrays from tick to tick.
final class Health {
    /// A balancer's word counts for so many ticks, and at least so many milliseconds.
    private static final int TICKS = 6;

    private static final long AT_LEAST = 30_000;

    private static final byte SOUND = 1;
    private static final byte FAILED = 2;
    private static final byte ASIDE = 4;

    private final Map<String, Places> places = new HashMap<>();
    private byte[] said = new byte[0];
    private long version = -1;

    /// Where the slots of one balancer sit.
    private record Places(List<Slot> slots, int[] servers) {}

    void read(Scene scene, Seats seats) {
        if (version != seats.version() || said.length != seats.size()) {
            version = seats.version();
            said = new byte[seats.size()];
            places.clear();
        }
        Arrays.fill(said, (byte) 0);
        long oldest = scene.time() - Math.max(AT_LEAST, TICKS * scene.interval());
        for (BalancerState balancer : scene.fleet().balancers()) {
            if (balancer.time() >= oldest) {
                int[] servers = places(balancer, scene.fleet(), seats);
                for (int i = 0; i < servers.length; i++) {
                    if (servers[i] != Seats.NONE) {
                        said[servers[i]] |= word(balancer.slots().get(i));
                    }
                }
            }
        }
    }

    private static byte word(Slot slot) {
        if (slot.admin() == AdminState.DRAIN || slot.admin() == AdminState.MAINT) {
            return ASIDE;
        }
        return switch (slot.oper()) {
            case UP, CHANGING -> SOUND;
            case DOWN -> FAILED;
            case UNKNOWN -> 0;
        };
    }

    private int[] places(BalancerState balancer, FleetState fleet, Seats seats) {
        Places known = places.get(balancer.name());
        if (known == null || !same(known.slots(), balancer.slots())) {
            known = new Places(balancer.slots(), find(balancer, fleet, seats));
            places.put(balancer.name(), known);
        }
        return known.servers();
    }

    private static boolean same(List<Slot> before, List<Slot> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            Slot a = before.get(i);
            Slot b = now.get(i);
            if (!a.server().equals(b.server()) || !a.backend().equals(b.backend())) {
                return false;
            }
        }
        return true;
    }

    private static int[] find(BalancerState balancer, FleetState fleet, Seats seats) {
        Map<String, Pool> byBackend = new HashMap<>();
        for (Pool pool : fleet.pools()) {
            if (pool.balancers().contains(balancer.name())) {
                byBackend.put(pool.backend(), pool);
            }
        }
        int[] servers = new int[balancer.slots().size()];
        for (int i = 0; i < servers.length; i++) {
            Slot slot = balancer.slots().get(i);
            Pool pool = byBackend.get(slot.backend());
            servers[i] = pool == null ? Seats.NONE : seats.find(pool.name(), slot.server());
        }
        return servers;
    }

    /// True if a balancer that wants it finds it down.
    boolean down(int server) {
        return (said[server] & FAILED) != 0;
    }

    /// True if a balancer gives it traffic.
    boolean up(int server) {
        return (said[server] & SOUND) != 0;
    }

    /// True if a balancer told of it.
    boolean known(int server) {
        return said[server] != 0;
    }

    /// True if all that tell of it keep it out of service.
    boolean aside(int server) {
        return said[server] == ASIDE;
    }
}
