package io.spillway.desk;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.relief.Line;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.forecast.Forecast.Cone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What plans need to know beside the readings: what watch learnt, and since when servers are up.
/// Immutable.
///
/// @param servers in the order of the outlook's columns
/// @param outlook of the last tick
/// @param notUp when a server was last seen not up; those of which that is long ago are left out
record Learnt(List<Server> servers, Outlook outlook, Map<Place, Long> notUp) {
    static final Learnt NOTHING = new Learnt(List.of(), Outlook.unknown(), Map.of());

    /// Plans are made for the load so far ahead, milliseconds.
    private static final long AHEAD = 300_000;

    /// So long ago is long ago, milliseconds.
    private static final long LONG = 60_000;

    /// A server by its names at the balancers.
    record Place(String backend, String server) {}

    Learnt next(FleetState fleet, Outlook then) {
        Map<Place, Long> down = new HashMap<>(notUp);
        down.values().removeIf(time -> fleet.time() - time > LONG);
        for (BalancerState balancer : fleet.balancers()) {
            for (Slot slot : balancer.slots()) {
                if (slot.oper() != OperState.UP) {
                    down.put(new Place(slot.backend(), slot.server()), fleet.time());
                }
            }
        }
        return new Learnt(fleet.servers(), then, Map.copyOf(down));
    }

    /// What was learnt of the server at `index` of this fleet.
    Line line(FleetState fleet, int index) {
        ServerCapacities known = outlook.servers();
        if (index >= known.slope().length
                || index >= servers.size()
                || !servers.get(index).equals(fleet.servers().get(index))
                || !(known.slope()[index] > 0)) {
            return Line.NONE;
        }
        return new Line(known.slope()[index], known.background()[index], known.error()[index]);
    }

    /// For how long a server is up, milliseconds; the largest number if for longer than a minute.
    long up(Pool pool, Server server, long time) {
        Long seen = notUp.get(new Place(pool.backend(), server.name()));
        return seen == null ? Long.MAX_VALUE : time - seen;
    }

    /// Requests per second that a pool is expected to get in five minutes, NaN if nothing is.
    double forecast(String pool, long time) {
        for (LoadOutlook load : outlook.pools()) {
            Cone cone = load.forecast().cone();
            if (load.subject().equals(pool) && cone.mid().length > 0) {
                long index = Math.floorDiv(time + AHEAD - cone.start(), cone.step());
                return index < 0 || index >= cone.mid().length
                        ? Double.NaN
                        : cone.mid()[(int) index];
            }
        }
        return Double.NaN;
    }
}
