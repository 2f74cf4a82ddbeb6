package io.spillway.practice;

/// What one server makes of its load: a station with several cores, a queue and a patience.
final class Queueing {
    /// Seconds of work that may wait before further requests are refused.
    static final double PATIENCE = 5;

    /// Requests a server works on at once, per core; the rest waits.
    static final int SLOTS_PER_CORE = 64;

    private static final double NEARLY_FULL = 0.985;
    private static final double USUAL_ERRORS = 0.0002;

    private Queueing() {}

    /// One server over one step.
    ///
    /// @param served requests finished per second, never above capacity
    /// @param refused requests per second that found no room to wait
    /// @param failed of the answers per second, those that were errors: refused, or too late
    /// @param backlog requests that wait at the end
    record Flow(double served, double refused, double failed, double backlog) {
        double answered() {
            return served + refused;
        }
    }

    /// @param offered requests per second
    /// @param capacity requests per second, above 0
    /// @param backlog requests that waited before
    /// @param seconds length of the step, above 0
    static Flow flow(double offered, double capacity, double backlog, double seconds) {
        double served = Math.min(capacity, offered + backlog / seconds);
        double waiting = Math.max(0, backlog + (offered - served) * seconds);
        double room = PATIENCE * capacity;
        double refused = Math.max(0, waiting - room) / seconds;
        waiting = Math.min(waiting, room);
        // Whoever waits long has left before the answer comes: half of all at the fullest queue.
        double late = 0.5 * waiting / room;
        double failed = refused + served * Math.min(1, late + USUAL_ERRORS);
        return new Flow(served, refused, failed, waiting);
    }

    /// Mean seconds from a request's arrival to its answer. Rises with `cpu` and with the backlog.
    ///
    /// @param cpu share of the machine in use, 0..1
    static double latency(double service, int cores, double cpu, double backlog, double capacity) {
        double busy = Math.min(NEARLY_FULL, cpu);
        // Sakasegawa's approximation of the wait in a queue before several equal servers.
        double wait = Math.pow(busy, Math.sqrt(2.0 * (cores + 1)) - 1) / (cores * (1 - busy));
        return service * (1 + wait) + backlog / capacity;
    }
}
