package io.spillway.ui.plot;

import io.spillway.ui.plot.CellStates.PoolCells;
import java.util.Arrays;

/// Which server stands at which place of the cells. Places are counted over all pools, and each
/// pool keeps its own.
final class CellOrder {
    private static final int CLASS_BITS = 56;
    private static final int VALUE_BITS = 24;
    private static final int INDEX = (1 << VALUE_BITS) - 1;

    private final int[] servers;
    private final int[] places;

    private CellOrder(int[] servers) {
        this.servers = servers;
        this.places = new int[servers.length];
        for (int i = 0; i < servers.length; i++) {
            places[servers[i]] = i;
        }
    }

    /// As the balancers name them.
    static CellOrder plain(int servers) {
        int[] all = new int[servers];
        Arrays.setAll(all, i -> i);
        return new CellOrder(all);
    }

    /// The worst of each pool first: alarms, what is down, the busiest; last what is not in use.
    static CellOrder worstFirst(CellStates states) {
        int[] all = new int[states.size()];
        for (PoolCells pool : states.pools()) {
            long[] keys = new long[pool.count()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = key(states, pool.first() + i, i);
            }
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; i++) {
                all[pool.first() + i] = pool.first() + (int) (keys[i] & INDEX);
            }
        }
        return new CellOrder(all);
    }

    /// Class, value from the top, and place in one number, so that sorting needs no objects.
    private static long key(CellStates states, int server, int i) {
        float value = states.value(server);
        float known = Float.isNaN(value) ? 0 : Math.max(0, value);
        long fromTop = (long) Integer.MAX_VALUE - Float.floatToIntBits(known);
        long grade =
                switch (states.kind(server)) {
                    case HIGH -> 0;
                    case MEDIUM -> 1;
                    case LOW -> 2;
                    case DOWN -> 3;
                    case NORMAL, NEAR -> 4;
                    case UNSEEN -> 5;
                    case DRAINED -> 6;
                    case MAINTENANCE -> 7;
                };
        return (grade << CLASS_BITS) | (fromTop << VALUE_BITS) | i;
    }

    int size() {
        return servers.length;
    }

    /// The server at a place.
    int server(int place) {
        return servers[place];
    }

    /// The place of a server.
    int place(int server) {
        return places[server];
    }
}
