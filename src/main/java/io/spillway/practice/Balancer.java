package io.spillway.practice;

import java.util.Arrays;

/// What one balancer holds of every server. Guarded by the [Model] that owns it.
final class Balancer {
    /// Administrative states, in the balancer's own numbers.
    static final byte READY = 0;

    static final byte MAINT = 1;
    static final byte DRAIN = 8;

    final String name;
    final int index;
    final long pid;
    private final int[] weights;
    private final byte[] admin;
    private final long[] changedAt;

    Balancer(String name, int index, int servers, long start) {
        this.name = name;
        this.index = index;
        pid = 4101L + index;
        weights = new int[servers];
        admin = new byte[servers];
        changedAt = new long[servers];
        Arrays.fill(weights, Park.INITIAL_WEIGHT);
        Arrays.fill(changedAt, start - Model.UPTIME_MILLIS);
    }

    int weight(int server) {
        return weights[server];
    }

    void weight(int server, int value) {
        weights[server] = value;
    }

    byte admin(int server) {
        return admin[server];
    }

    void admin(int server, byte value, long now) {
        if (admin[server] != value) {
            admin[server] = value;
            changedAt[server] = now;
        }
    }

    /// Milliseconds of practice time at which the state last changed.
    long changedAt(int server) {
        return changedAt[server];
    }

    /// Weight that counts for new requests: 0 while drained or in maintenance.
    int effective(int server) {
        return admin[server] == READY ? weights[server] : 0;
    }

    /// Sum of the weights that count in a pool.
    long total(Park.Group pool) {
        long sum = 0;
        for (int i = pool.first(); i < pool.end(); i++) {
            sum += effective(i);
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
