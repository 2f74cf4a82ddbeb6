package io.spillway.practice;

import java.util.Arrays;

/// What one balancer holds of every server, and its gates. Guarded by the [Model] that owns it.
final class Balancer {
    /// Administrative states, in the balancer's own numbers.
    static final byte READY = 0;

    static final byte MAINT = 1;
    static final byte DRAIN = 8;

    /// Part of a drained server's requests that stick to it at first, and milliseconds in which it
    /// falls to a third.
    private static final double STICKY = 0.1;

    private static final double LEAVING = 8_000;
    private static final long LEFT = 60_000;

    final String name;
    final int index;
    final long pid;
    final Maps maps = new Maps();
    private final Park park;
    private final int[] weights;
    private final int[] limits;
    private final byte[] admin;
    private final long[] changedAt;

    /// When a server left maintenance, epoch milliseconds; long ago for most.
    private final long[] startedAt;

    Balancer(String name, int index, Park park, long start) {
        this.name = name;
        this.index = index;
        this.park = park;
        pid = 4101L + index;
        int servers = park.size();
        weights = new int[servers];
        limits = new int[servers];
        admin = new byte[servers];
        changedAt = new long[servers];
        startedAt = new long[servers];
        Arrays.fill(weights, Park.INITIAL_WEIGHT);
        Arrays.fill(changedAt, start - Model.UPTIME_MILLIS);
        Arrays.fill(startedAt, start - Model.UPTIME_MILLIS);
        for (int i = 0; i < servers; i++) {
            limits[i] = park.cores[i] * Queueing.SLOTS_PER_CORE;
            admin[i] = park.spare(i) ? MAINT : READY;
        }
    }

    int weight(int server) {
        return weights[server];
    }

    void weight(int server, int value) {
        weights[server] = value;
    }

    /// Requests that a server is given at once, 0 without limit.
    int limit(int server) {
        return limits[server];
    }

    void limit(int server, int value) {
        limits[server] = value;
    }

    byte admin(int server) {
        return admin[server];
    }

    void admin(int server, byte value, long now) {
        if (admin[server] != value) {
            if (admin[server] == MAINT) {
                startedAt[server] = now;
            }
            admin[server] = value;
            changedAt[server] = now;
        }
    }

    /// Milliseconds of practice time at which the state last changed.
    long changedAt(int server) {
        return changedAt[server];
    }

    /// Percent of its weight that slow start grants a server, 1..100.
    int throttle(int server, long now) {
        long ramp = park.groupOf(server).slowStart().toMillis();
        long age = now - startedAt[server];
        return age >= ramp ? 100 : Math.clamp(100 * age / ramp, 1, 100);
    }

    /// Weight that counts for new requests: 0 while drained or in maintenance, less during slow
    /// start.
    int effective(int server, long now) {
        return admin[server] == READY ? (weights[server] * throttle(server, now) + 99) / 100 : 0;
    }

    /// What counts for all requests: that weight, and for a while what sticks to a drained server.
    double share(int server, long now) {
        if (admin[server] != DRAIN) {
            return effective(server, now);
        }
        long age = now - changedAt[server];
        return age < LEFT ? weights[server] * STICKY * Math.exp(-age / LEAVING) : 0;
    }

    /// Sum of the weights that count for new requests in a pool.
    long total(Park.Group pool, long now) {
        long sum = 0;
        for (int i = pool.first(); i < pool.end(); i++) {
            sum += effective(i, now);
        }
        return sum;
    }

    /// Servers of a pool that may take requests.
    int active(Park.Group pool) {
        int count = 0;
        for (int i = pool.first(); i < pool.end(); i++) {
            count += admin[i] == READY ? 1 : 0;
        }
        return count;
    }
}
