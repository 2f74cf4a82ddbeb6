package io.spillway.watch.capacity;

import io.spillway.fleet.Server;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives every server a number of its own, which it keeps while it is absent for less than a day,
/// so that a changing list of servers does not lose what was learnt of them.
final class Seats {
    /// How long an absent server's seat is kept, milliseconds.
    static final long KEPT = 24 * 3_600_000L;

    private final Map<Key, Integer> seats = new HashMap<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private List<Server> present = List.of();
    private int[] places = new int[0];
    private long[] seen = new long[0];
    private long since;
    private int size;

    /// Says who is there.
    ///
    /// @return true if that is not the list of the last call
    boolean seat(List<Server> servers, long time) {
        if (servers.equals(present)) {
            present = servers;
            since = time;
            return false;
        }
        touch(since);
        present = servers;
        since = time;
        places = new int[servers.size()];
        for (int i = 0; i < places.length; i++) {
            Server server = servers.get(i);
            places[i] = seats.computeIfAbsent(new Key(server.pool(), server.name()), this::take);
        }
        touch(time);
        return true;
    }

    /// Forgets the servers that were absent for too long.
    ///
    /// @return the seats that are free now and were not before
    int[] release(long time) {
        touch(since);
        int[] released =
                seats.values().stream()
                        .mapToInt(seat -> seat)
                        .filter(seat -> time - seen[seat] > KEPT)
                        .toArray();
        seats.values().removeIf(seat -> time - seen[seat] > KEPT);
        for (int seat : released) {
            free.add(seat);
        }
        return released;
    }

    /// The seat of the `index`-th of the servers present.
    int place(int index) {
        return places[index];
    }

    /// Seats there are, taken or free.
    int size() {
        return size;
    }

    private void touch(long time) {
        for (int place : places) {
            seen[place] = time;
        }
    }

    private int take(Key key) {
        if (!free.isEmpty()) {
            return free.remove();
        }
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, Math.max(16, 2 * size));
        }
        return size++;
    }

    private record Key(String pool, String name) {}
}
