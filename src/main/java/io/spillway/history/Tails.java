package io.spillway.history;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Every metric of every server seen lately, tick by tick: a row of each metric holds all servers,
/// so that a tick writes a few rows and not a place in thousands of rings. A server keeps its seat
/// in the rows while any of its values may still be asked for; then the seat is free for a
/// newcomer.
final class Tails {
    private static final int METRICS = Metric.values().length;
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();
    private static final int NOBODY = -1;

    private final TickAxis axis;
    private final float[][] rows;
    private final Map<Key, Seat> seats = new HashMap<>();
    private final List<Integer> free = new ArrayList<>();
    private int size;
    private List<Server> present = List.of();
    private Seat[] presentSeats = new Seat[0];

    Tails(int length) {
        axis = new TickAxis(length);
        rows = new float[length * METRICS][0];
    }

    private record Key(String pool, String server) {}

    private static final class Seat {
        final int number;

        /// Ticks there were when it was last taken.
        long seen;

        Seat(int number) {
            this.number = number;
        }
    }

    /// Times of the ticks kept.
    TickAxis axis() {
        return axis;
    }

    /// Takes a tick in at which nothing is known.
    void addGap(long time) {
        open(axis.open(time));
    }

    /// Takes a tick in. Only live values count.
    void add(FleetState state) {
        seat(state.servers());
        int place = axis.open(state.time());
        open(place);
        for (int m = 0; m < METRICS; m++) {
            float[] row = rows[place * METRICS + m];
            float[] values = state.values()[m];
            byte[] quality = state.quality()[m];
            for (int i = 0; i < presentSeats.length; i++) {
                row[presentSeats[i].number] = quality[i] == LIVE ? values[i] : Float.NaN;
            }
        }
    }

    private void open(int place) {
        for (int at = place * METRICS; at < (place + 1) * METRICS; at++) {
            if (rows[at].length < size) {
                rows[at] = new float[size];
            }
            Arrays.fill(rows[at], Float.NaN);
        }
    }

    private void seat(List<Server> servers) {
        if (servers.equals(present)) {
            return;
        }
        for (Seat seat : presentSeats) {
            seat.seen = axis.count();
        }
        Seat[] next = new Seat[servers.size()];
        for (int i = 0; i < next.length; i++) {
            Seat seat = seats.get(key(servers.get(i)));
            if (seat != null) {
                seat.seen = axis.count();
            }
        }
        free();
        for (int i = 0; i < next.length; i++) {
            next[i] = seats.computeIfAbsent(key(servers.get(i)), k -> take());
        }
        present = servers;
        presentSeats = next;
        reserve();
    }

    /// Takes the room for ticks to come at once: it is then known to be there, and memory that
    /// grows for the length of a tail cannot be told from a leak.
    private void reserve() {
        for (int at = 0; at < rows.length; at++) {
            if (rows[at].length == 0) {
                rows[at] = new float[size];
            }
        }
    }

    private void free() {
        for (Iterator<Seat> all = seats.values().iterator(); all.hasNext(); ) {
            Seat seat = all.next();
            if (axis.count() - seat.seen >= axis.length()) {
                free.add(seat.number);
                all.remove();
            }
        }
    }

    private Seat take() {
        Seat seat = new Seat(free.isEmpty() ? size++ : free.removeLast());
        seat.seen = axis.count();
        return seat;
    }

    private static Key key(Server server) {
        return new Key(server.pool(), server.name());
    }

    /// The seat of a server, -1 if it was not seen lately.
    int seat(String pool, String server) {
        Seat seat = seats.get(new Key(pool, server));
        return seat == null ? NOBODY : seat.number;
    }

    /// A server's value at the `i`-th tick kept, NaN if it is not known.
    float value(Metric metric, int seat, int i) {
        float[] row = rows[axis.place(i) * METRICS + metric.ordinal()];
        return seat == NOBODY || seat >= row.length ? Float.NaN : row[seat];
    }

    /// A server's values at the last `length` ticks, NaN where they are not known.
    float[] copy(Metric metric, int seat, int length) {
        float[] copy = new float[length];
        int skipped = length - axis.size();
        for (int at = 0; at < length; at++) {
            copy[at] = at < skipped ? Float.NaN : value(metric, seat, at - skipped);
        }
        return copy;
    }

    /// Seats there are, taken or free.
    int size() {
        return size;
    }
}
