package io.spillway.ui.servers;

import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Servers in the order of their names, worked out once for a fleet, so that ordering them by
/// anything is sorting numbers.
final class NameRanks {
    private static final int RANK_BITS = 32;
    private static final int SIGN = 31;

    private final int[] ranks;
    private final int[] byRank;
    private final int[] pools;

    NameRanks(List<Server> servers) {
        List<Integer> order = new ArrayList<>(servers.size());
        for (int i = 0; i < servers.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparing((Integer i) -> servers.get(i).name())
                        .thenComparing(i -> servers.get(i).pool()));
        List<String> names = servers.stream().map(Server::pool).distinct().sorted().toList();
        ranks = new int[servers.size()];
        byRank = new int[servers.size()];
        pools = new int[servers.size()];
        for (int rank = 0; rank < byRank.length; rank++) {
            int i = order.get(rank);
            byRank[rank] = i;
            ranks[i] = rank;
            boolean known = i > 0 && servers.get(i).pool().equals(servers.get(i - 1).pool());
            pools[i] = known ? -1 : names.indexOf(servers.get(i).pool());
        }
        for (int i = 1; i < pools.length; i++) {
            pools[i] = pools[i] < 0 ? pools[i - 1] : pools[i];
        }
    }

    /// Where a server stands among all by name.
    int rank(int i) {
        return ranks[i];
    }

    /// Where its pool stands among all by name.
    int pool(int i) {
        return pools[i];
    }

    /// Servers that pass, in order; those without a value come last when the highest come first.
    int[] order(FactsReader reader, ServerKey key, boolean ascending, IntPredicate passes) {
        long[] keys = new long[ranks.length];
        int n = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (passes.test(i)) {
                int value = sortable(key.of(reader, this, i));
                keys[n++] = ((long) (ascending ? value : ~value) << RANK_BITS) | ranks[i];
            }
        }
        Arrays.sort(keys, 0, n);
        int[] order = new int[n];
        for (int at = 0; at < n; at++) {
            order[at] = byRank[(int) keys[at]];
        }
        return order;
    }

    /// A number whose order is that of the values.
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(Float.isNaN(value) ? Float.NEGATIVE_INFINITY : value);
        return bits ^ ((bits >> SIGN) & Integer.MAX_VALUE);
    }
}
