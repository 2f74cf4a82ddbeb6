package io.spillway.desk;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which servers there are, and which of them a set of labels speaks of. Immutable.
final class Roster {
    static final int NONE = -1;

    private final List<Pool> pools;
    private final List<Server> servers;
    private final Map<Pool, Map<String, Integer>> byName = new HashMap<>();
    private final List<Map<String, List<Integer>>> byKey = new ArrayList<>();
    private final Map<Map<String, String>, List<Integer>> found = new HashMap<>();

    private Roster(List<Pool> pools, List<Server> servers) {
        this.pools = pools;
        this.servers = List.copyOf(servers);
        for (Pool pool : pools) {
            byKey.add(keys(pool));
        }
    }

    /// The servers of all pools as the balancers tell them, pool by pool.
    static Roster of(List<Pool> pools, Collection<BalancerState> balancers) {
        List<Server> servers = new ArrayList<>();
        for (Pool pool : pools) {
            Map<String, Server> named = new LinkedHashMap<>();
            for (BalancerState balancer : balancers) {
                if (pool.balancers().contains(balancer.name())) {
                    collect(pool, balancer, named);
                }
            }
            servers.addAll(named.values());
        }
        return new Roster(pools, servers);
    }

    private static void collect(Pool pool, BalancerState balancer, Map<String, Server> named) {
        for (Slot slot : balancer.slots()) {
            if (slot.backend().equals(pool.backend())) {
                Server server = new Server(pool.name(), slot.server(), slot.address());
                named.merge(
                        slot.server(), server, (old, now) -> old.address().isEmpty() ? now : old);
            }
        }
    }

    private Map<String, List<Integer>> keys(Pool pool) {
        Map<String, List<Integer>> keys = new HashMap<>();
        Map<String, Integer> names = byName.computeIfAbsent(pool, p -> new HashMap<>());
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            if (!server.pool().equals(pool.name())) {
                continue;
            }
            names.put(server.name(), i);
            if (pool.match().by() == Match.By.ADDRESS) {
                add(keys, server.address(), i);
                add(keys, Match.host(server.address()), i);
            } else {
                add(keys, server.name(), i);
            }
        }
        return keys;
    }

    private static void add(Map<String, List<Integer>> keys, String key, int index) {
        List<Integer> at = keys.computeIfAbsent(key, k -> new ArrayList<>());
        if (!at.contains(index)) {
            at.add(index);
        }
    }

    List<Server> servers() {
        return servers;
    }

    /// Index of the server that a balancer means by a backend's and a server's name.
    int byProxy(String balancer, String proxy, String server) {
        for (Pool pool : pools) {
            if (pool.backend().equals(proxy) && pool.balancers().contains(balancer)) {
                return named(pool, server);
            }
        }
        return NONE;
    }

    private int named(Pool pool, String server) {
        return byName.getOrDefault(pool, Map.of()).getOrDefault(server, NONE);
    }

    /// The same for an exporter, which does not say whose backend it means: only where one pool
    /// alone has such a server.
    private int byProxy(String proxy, String server) {
        int[] found =
                pools.stream()
                        .filter(pool -> pool.backend().equals(proxy))
                        .mapToInt(pool -> named(pool, server))
                        .filter(index -> index != NONE)
                        .toArray();
        return found.length == 1 ? found[0] : NONE;
    }

    /// Indexes of the servers that a metrics engine's labels speak of. A machine's own figures
    /// speak of every server that it carries.
    List<Integer> byLabels(Map<String, String> labels) {
        return found.computeIfAbsent(labels, this::search);
    }

    private List<Integer> search(Map<String, String> labels) {
        String proxy = labels.get("proxy");
        int direct = byProxy(proxy == null ? "" : proxy, labels.getOrDefault("server", ""));
        if (direct != NONE) {
            return List.of(direct);
        }
        List<Integer> all = new ArrayList<>();
        for (int p = 0; p < pools.size(); p++) {
            Pool pool = pools.get(p);
            // Where a series names its backend, only that pool's servers are meant.
            if (proxy == null || pool.backend().equals(proxy)) {
                all.addAll(lookUp(pool, byKey.get(p), pool.match().key(labels)));
            }
        }
        return List.copyOf(all);
    }

    private static List<Integer> lookUp(Pool pool, Map<String, List<Integer>> keys, String key) {
        List<Integer> exact = keys.getOrDefault(key, List.of());
        return exact.isEmpty() && pool.match().by() == Match.By.ADDRESS
                ? keys.getOrDefault(Match.host(key), List.of())
                : exact;
    }
}
