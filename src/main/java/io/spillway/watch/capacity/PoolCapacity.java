package io.spillway.watch.capacity;

import io.spillway.watch.capacity.Capacity.Confidence;
import java.util.List;

/// What servers that share a load can carry together.
final class PoolCapacity {
    /// Servers that bring this share of the load must be known.
    private static final double LEAST_KNOWN = 0.8;

    private static final double NEARLY_ALL = 0.95;
    private static final double GOOD_ERROR = 0.05;
    private static final double FAIR_ERROR = 0.15;

    private PoolCapacity() {}

    static Capacity of(Peers peers, Learner learner, long time) {
        double total = 0;
        double known = 0;
        double shared = 0;
        double error = 0;
        int silent = 0;
        for (int seat : peers.seats) {
            double load = learner.present(seat, time) ? learner.load(seat) : 0;
            total += load;
            if (load > 0 && learner.claims(seat, peers, time)) {
                known += load;
                shared += learner.carries(seat, peers.limit);
                error += load * learner.error(seat);
            } else if (load > 0) {
                silent++;
            }
        }
        if (total <= 0 || known < LEAST_KNOWN * total) {
            return Capacity.unknown(unknown(peers, total, silent));
        }
        double atLimit = first(peers, learner, peers.limit, total, time);
        double full = first(peers, learner, 1, total, time);
        Confidence confidence = confidence(error / known, known / total);
        return new Capacity(
                atLimit,
                full,
                // Nothing better than the present shares is claimed for servers not known.
                Math.max(atLimit, shared),
                confidence,
                confidence == Confidence.WEAK ? weak(peers, error / known, silent) : "");
    }

    /// The load at which the first server is at `limit` if every server keeps its share.
    private static double first(
            Peers peers, Learner learner, double limit, double total, long time) {
        double least = Double.POSITIVE_INFINITY;
        for (int seat : peers.seats) {
            if (learner.claims(seat, peers, time) && learner.load(seat) > 0) {
                double share = learner.load(seat) / total;
                least = Math.min(least, learner.carries(seat, limit) / share);
            }
        }
        return least;
    }

    static Capacity together(List<Peers> groups, Learner learner, long time) {
        double total = 0;
        for (Peers peers : groups) {
            total += load(peers, learner, time);
        }
        double atLimit = Double.POSITIVE_INFINITY;
        double full = Double.POSITIVE_INFINITY;
        double shared = 0;
        Confidence confidence = Confidence.GOOD;
        String why = "";
        for (Peers peers : groups) {
            double load = load(peers, learner, time);
            if (load <= 0) {
                continue;
            }
            Capacity capacity = of(peers, learner, time);
            if (capacity.confidence().compareTo(confidence) < 0) {
                confidence = capacity.confidence();
                why = capacity.why();
            }
            atLimit = Math.min(atLimit, capacity.atLimit() * total / load);
            full = Math.min(full, capacity.full() * total / load);
            shared += capacity.shared();
        }
        if (total <= 0) {
            return Capacity.unknown("No server is known to answer requests yet.");
        }
        return confidence == Confidence.NONE
                ? Capacity.unknown(why)
                : new Capacity(atLimit, full, shared, confidence, why);
    }

    private static double load(Peers peers, Learner learner, long time) {
        double load = 0;
        for (int seat : peers.seats) {
            load += learner.present(seat, time) ? learner.load(seat) : 0;
        }
        return load;
    }

    static Confidence confidence(double error, double known) {
        if (error <= GOOD_ERROR && known >= NEARLY_ALL) {
            return Confidence.GOOD;
        }
        return error <= FAIR_ERROR && known >= NEARLY_ALL ? Confidence.FAIR : Confidence.WEAK;
    }

    private static String unknown(Peers peers, double total, int silent) {
        if (total <= 0) {
            return "No server of " + peers.pool + " is known to answer requests yet.";
        }
        return "Not known for "
                + silent
                + " of "
                + peers.seats.length
                + " servers of "
                + peers.pool
                + ": ten minutes of live CPU and requests are missing, or load did not vary enough.";
    }

    private static String weak(Peers peers, double error, int silent) {
        return silent > 0
                ? "What " + silent + " servers of " + peers.pool + " can carry is not known yet."
                : "What a request costs on "
                        + peers.pool
                        + " is known to "
                        + Math.round(100 * error)
                        + " % only: its load has varied little.";
    }
}
