package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.fleet.Pool;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Servers that are down, and those that come and go. Remembers changes of state for ten minutes;
/// after a change of the fleet's servers the first state it sees is no change. For one thread.
final class Downs {
    private static final byte UNKNOWN = 0;
    private static final byte UP = 1;
    private static final byte DOWN = 2;

    private final Flaps flaps = new Flaps();
    private byte[] last = new byte[0];
    private long version = -1;
    private int[] inService = new int[0];

    void collect(Scene scene, Seats seats, Health health, Blindness blindness, Collector out) {
        if (version != seats.version()) {
            version = seats.version();
            last = new byte[seats.size()];
            flaps.forget();
        }
        count(scene, seats, health);
        Rule down = out.rule(RuleNames.SERVER_DOWN).orElse(null);
        Rule flapping = out.rule(RuleNames.FLAPPING).orElse(null);
        BitSet downs = tracked(down, scene, seats);
        BitSet flapped = tracked(flapping, scene, seats);
        for (int i = 0; i < last.length; i++) {
            byte state = state(health, i);
            if (state != UNKNOWN && last[i] != UNKNOWN && state != last[i]) {
                flaps.add(i, scene.time());
            }
            if (health.known(i)) {
                last[i] = state;
            }
            int pool = seats.pool(i);
            if (pool == Seats.NONE) {
                continue;
            }
            Pool p = scene.fleet().pools().get(pool);
            String parent = health.known(i) ? "" : blindness.balancer(p);
            if (down != null && (state == DOWN || downs.get(i))) {
                double value = health.known(i) ? (state == DOWN ? 1 : 0) : Double.NaN;
                Subject subject = seats.subject(i);
                put(scene, down, subject, value, pool(p, pool, seats), parent, out);
            }
            if (flapping != null && (flaps.any(i) || flapped.get(i))) {
                double value = health.known(i) ? flaps.count(i, scene.time()) : Double.NaN;
                out.put(flapping, seats.subject(i), value, scene.interval(), parent);
            }
        }
    }

    /// How a pool stands.
    private record Strength(int up, int of, boolean weak) {}

    private Strength pool(Pool pool, int index, Seats seats) {
        int of = seats.end(index) - seats.begin(index);
        int up = inService[index];
        boolean weak = pool.minInService() > 0 ? up < pool.minInService() : 2 * up <= of;
        return new Strength(up, of, weak);
    }

    private static void put(
            Scene scene,
            Rule rule,
            Subject subject,
            double value,
            Strength pool,
            String parent,
            Collector out) {
        Priority priority = value == 1 && pool.weak() ? Priority.HIGH : null;
        String detail = "%d of %d servers in service".formatted(pool.up(), pool.of());
        out.put(rule, subject, value, scene.interval(), priority, detail, parent);
    }

    private void count(Scene scene, Seats seats, Health health) {
        inService = new int[scene.fleet().pools().size()];
        for (int i = 0; i < seats.size(); i++) {
            if (seats.pool(i) != Seats.NONE && health.up(i)) {
                inService[seats.pool(i)]++;
            }
        }
    }

    private static BitSet tracked(@Nullable Rule rule, Scene scene, Seats seats) {
        return rule == null ? new BitSet() : seats.tracked(rule, scene.tracked());
    }

    private static byte state(Health health, int server) {
        if (health.down(server)) {
            return DOWN;
        }
        return health.up(server) ? UP : UNKNOWN;
    }
}
