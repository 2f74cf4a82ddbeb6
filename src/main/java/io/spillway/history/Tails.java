package io.spillway.history;

import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rings of CPU and requests for every server seen lately, all written at the same place each tick.
/// A server keeps its seat while any of its values may still be asked for; then the seat is free
/// for a newcomer.
final class Tails {
    private static final int NOBODY = -1;

    private final int length;
    private final Map<Key, Integer> seats = new HashMap<>();
    private final List<Seat> all = new ArrayList<>();
    private final List<Seat> free = new ArrayList<>();
    private List<Server> present = List.of();
    private int[] presentSeats = new int[0];

    Tails(int length) {
        this.length = length;
    }

    /// Opens a tick: until [#put] says otherwise, no server has a value at `place`.
    void open(int place) {
        for (Seat seat : all) {
            if (seat.key == null) {
                continue;
            }
            seat.cpu[place] = Float.NaN;
            seat.requests[place] = Float.NaN;
            if (++seat.absent >= length) {
                seats.remove(seat.key);
                seat.key = null;
                free.add(seat);
            }
        }
    }

    /// Says which servers the coming values are about.
    void seat(List<Server> servers) {
        if (servers.equals(present)) {
            return;
        }
        present = servers;
        presentSeats = new int[servers.size()];
        for (int i = 0; i < presentSeats.length; i++) {
            Server server = servers.get(i);
            presentSeats[i] =
                    seats.computeIfAbsent(new Key(server.pool(), server.name()), this::take);
        }
    }

    /// Writes the values of the `index`-th of the servers seated last.
    void put(int place, int index, float cpu, float requests) {
        Seat seat = all.get(presentSeats[index]);
        seat.absent = 0;
        seat.cpu[place] = cpu;
        seat.requests[place] = requests;
    }

    /// The ring of CPU of the `index`-th of the servers seated last.
    float[] cpu(int index) {
        return all.get(presentSeats[index]).cpu;
    }

    /// The ring of a server's CPU, null if it was not seen lately.
    float @Nullable [] cpu(String pool, String server) {
        int seat = seats.getOrDefault(new Key(pool, server), NOBODY);
        return seat == NOBODY ? null : all.get(seat).cpu;
    }

    /// The ring of a server's requests, null if it was not seen lately.
    float @Nullable [] requests(String pool, String server) {
        int seat = seats.getOrDefault(new Key(pool, server), NOBODY);
        return seat == NOBODY ? null : all.get(seat).requests;
    }

    /// Seats there are, taken or free.
    int size() {
        return all.size();
    }

    private int take(Key key) {
        if (free.isEmpty()) {
            free.add(new Seat(all.size(), length));
            all.add(free.getLast());
        }
        Seat seat = free.removeLast();
        seat.key = key;
        seat.absent = 0;
        return seat.number;
    }

    private record Key(String pool, String server) {}

    private static final class Seat {
        final int number;
        final float[] cpu;
        final float[] requests;
        @Nullable Key key;
        int absent;

        Seat(int number, int length) {
            this.number = number;
            this.cpu = nothing(length);
            this.requests = nothing(length);
        }

        private static float[] nothing(int length) {
            float[] ring = new float[length];
            Arrays.fill(ring, Float.NaN);
            return ring;
        }
    }
}
