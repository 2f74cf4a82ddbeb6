package io.spillway.alarm.signal;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where each server sits: its pool, the servers of each pool, and the limits that hold for it.
/// Made anew only when servers, pools or rules change. For one thread.
final class Seats {
    static final int NONE = -1;

    private List<Server> servers = List.of();
    private List<Pool> pools = List.of();
    private @Nullable Rules rules;
    private int[] poolOf = new int[0];
    private int[] order = new int[0];
    private int[] start = new int[1];
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, Integer> poolByName = new HashMap<>();
    private final Map<String, Limits[]> limits = new HashMap<>();
    private long version;

    /// Takes a tick's servers and rules in.
    void seat(FleetState fleet, Rules now) {
        boolean same = servers.equals(fleet.servers()) && pools.equals(fleet.pools());
        if (!same) {
            servers = fleet.servers();
            pools = fleet.pools();
            version++;
            arrange();
        }
        if (!same || !Objects.equals(rules, now)) {
            limits.clear();
        }
        rules = now;
    }

    private void arrange() {
        poolByName.clear();
        byKey.clear();
        for (int p = 0; p < pools.size(); p++) {
            poolByName.put(pools.get(p).name(), p);
        }
        poolOf = new int[servers.size()];
        start = new int[pools.size() + 1];
        for (int i = 0; i < poolOf.length; i++) {
            Server server = servers.get(i);
            byKey.put(server.pool() + "/" + server.name(), i);
            poolOf[i] = poolByName.getOrDefault(server.pool(), NONE);
            if (poolOf[i] != NONE) {
                start[poolOf[i] + 1]++;
            }
        }
        for (int p = 0; p < pools.size(); p++) {
            start[p + 1] += start[p];
        }
        order = new int[start[pools.size()]];
        int[] next = Arrays.copyOf(start, pools.size());
        for (int i = 0; i < poolOf.length; i++) {
            if (poolOf[i] != NONE) {
                order[next[poolOf[i]]++] = i;
            }
        }
    }

    /// Counts up whenever servers have changed places.
    long version() {
        return version;
    }

    int size() {
        return poolOf.length;
    }

    /// The pool of a server, [#NONE] if it has none.
    int pool(int server) {
        return poolOf[server];
    }

    /// Where the servers of a pool begin in [#at].
    int begin(int pool) {
        return start[pool];
    }

    /// Where they end.
    int end(int pool) {
        return start[pool + 1];
    }

    /// The server at a place.
    int at(int place) {
        return order[place];
    }

    /// The index of a server, [#NONE] if there is none.
    int find(String pool, String server) {
        return byKey.getOrDefault(pool + "/" + server, NONE);
    }

    Subject subject(int server) {
        Server s = servers.get(server);
        return Subject.server(s.pool(), s.name());
    }

    /// The limits of each server.
    Limits[] limits(Rule rule) {
        return limits.computeIfAbsent(
                rule.name(),
                name -> {
                    Limits[] all = new Limits[servers.size()];
                    for (int i = 0; i < all.length; i++) {
                        Server s = servers.get(i);
                        all[i] = Objects.requireNonNull(rules).limits(rule, s.pool(), s.name());
                    }
                    return all;
                });
    }

    /// The servers that a rule's tracked alarms are about.
    BitSet tracked(Rule rule, Set<String> ids) {
        BitSet found = new BitSet();
        String prefix = rule.name() + "@";
        for (String id : ids) {
            Integer at = id.startsWith(prefix) ? byKey.get(id.substring(prefix.length())) : null;
            if (at != null) {
                found.set(at);
            }
        }
        return found;
    }
}
