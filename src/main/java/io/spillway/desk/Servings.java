package io.spillway.desk;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.relief.Line;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sees a pool as plans of who serves want it told.
final class Servings {
    private static final int FULL = 100;

    private Servings() {}

    /// @param slots server name to balancer name to slot
    /// @param inFlight server name to requests being worked on
    static Serving of(
            PoolInput input, Map<String, Map<String, Slot>> slots, Map<String, Double> inFlight) {
        List<Member> members = new ArrayList<>();
        double now = 0;
        for (ServerInput server : input.servers()) {
            members.add(
                    member(
                            server,
                            slots.getOrDefault(server.name(), Map.of()),
                            inFlight.getOrDefault(server.name(), Double.NaN)));
            now += server.requests() > 0 ? server.requests() : 0;
        }
        double demand = input.forecast() > now ? input.forecast() : now;
        return new Serving(input.pool(), members, demand);
    }

    private static Member member(ServerInput server, Map<String, Slot> slots, double inFlight) {
        Map<String, AdminState> states = new LinkedHashMap<>();
        slots.forEach((balancer, slot) -> states.put(balancer, slot.admin()));
        int throttle = slots.values().stream().mapToInt(Slot::throttle).min().orElse(FULL);
        Line line = line(server);
        return new Member(
                server.name(),
                states,
                slots.isEmpty() ? OperState.UNKNOWN : server.oper(),
                server.weights(),
                server.cpu(),
                server.requests(),
                line.background(),
                line.cost(),
                inFlight,
                throttle);
    }

    /// What was learnt, else a line through the origin.
    private static Line line(ServerInput server) {
        if (server.line().known()) {
            return server.line();
        }
        boolean measured = server.cpu() > 0.02 && server.requests() >= 1;
        return measured ? new Line(server.cpu() / server.requests(), 0, 1) : Line.NONE;
    }

    /// The servers that a pool has at its balancers, by name.
    static Pool pool(List<Pool> pools, String name) {
        return pools.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(pools, name)));
    }

    private static String unknown(List<Pool> pools, String name) {
        String known = String.join(", ", pools.stream().map(Pool::name).toList());
        return "There is no pool '%s': %s"
                .formatted(name, known.isEmpty() ? "none is configured" : "take one of " + known);
    }
}
