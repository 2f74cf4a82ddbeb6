package io.spillway.relief;

import io.spillway.fleet.Knob;
import io.spillway.relief.fill.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What other weights would do to every server of a pool, asked of it again and again while someone
/// drags. Takes well under a millisecond for a thousand servers.
public final class Ghosts {
    /// How far ahead the pool's forecast looks, seconds.
    private static final double AHEAD = 300;

    /// Less than this is not more.
    private static final double HAIR = 0.005;

    private final Load load;
    private final double limit;
    private final int cores;
    private final Map<String, Integer> places = new HashMap<>();

    /// Seconds that a request takes on each while it does not wait.
    private final double[] service;

    /// One server as it would be.
    ///
    /// @param server its name
    /// @param share of the pool's load, 0..1
    /// @param cpu share of CPU, 0..1, NaN if unknown
    /// @param queue requests that would wait on it, by the queue of random arrivals on as many
    ///   processors; NaN if unknown
    /// @param latency mean response time by the same, seconds, NaN if unknown
    public record Ghost(String server, double share, double cpu, double queue, double latency) {}

    /// A server that other weights take above the pool's limit.
    ///
    /// @param cpu share of CPU that it comes to, 0..1
    /// @param seconds until it passes the limit, 0 for at once
    public record Overloaded(String server, double cpu, double seconds) {}

    /// The servers as they are.
    public Ghosts(PoolInput input) {
        load = new Load(input);
        limit = input.pool().cpuLimit();
        cores = Waiting.cores(input.pool().cores());
        service = load.cpu();
        for (int i = 0; i < load.size(); i++) {
            places.put(load.name(i), i);
            service[i] = Waiting.service(load.servers.get(i).latency(), cores, service[i]);
        }
    }

    /// Every server in order of name, under these weights and the demand of now.
    ///
    /// @param values weights; servers that are not named keep theirs, other knobs do not count
    public List<Ghost> with(Map<Knob, Integer> values) {
        int[] weights = weights(values);
        double[] shares = load.shares(weights);
        double[] cpu = load.predict(weights, load.offered);
        List<Ghost> ghosts = new ArrayList<>(cpu.length);
        for (int i = 0; i < cpu.length; i++) {
            double waits = Waiting.factor(cores, cpu[i]);
            ghosts.add(
                    new Ghost(
                            load.name(i),
                            shares[i],
                            Math.min(1, cpu[i]),
                            Waiting.queue(cores, cpu[i]),
                            service[i] * (1 + waits)));
        }
        return ghosts;
    }

    /// Whom these weights overload first: who is not above the pool's limit without them, and would
    /// be, at once or as the load grows in the next five minutes. Empty if they overload nobody.
    public Optional<Overloaded> overloaded(Map<Knob, Integer> values) {
        int[] weights = weights(values);
        double[] now = load.predict(load.weights, load.offered);
        double[] unless = load.predict(load.weights, load.demand);
        double[] then = load.predict(weights, load.offered);
        double[] later = load.predict(weights, load.demand);
        Overloaded first = null;
        for (int i = 0; i < then.length; i++) {
            boolean atOnce = then[i] > limit && then[i] > now[i] + HAIR;
            boolean soon = later[i] > limit && unless[i] <= limit && then[i] <= limit;
            if (load.changeable(i) && (atOnce || soon)) {
                double rise = later[i] - then[i];
                double seconds = atOnce ? 0 : AHEAD * (limit - then[i]) / rise;
                double cpu = Math.min(1, atOnce ? then[i] : later[i]);
                if (first == null
                        || seconds < first.seconds()
                        || (seconds == first.seconds() && cpu > first.cpu())) {
                    first = new Overloaded(load.name(i), cpu, seconds);
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private int[] weights(Map<Knob, Integer> values) {
        int[] weights = load.weights.clone();
        values.forEach((knob, value) -> {
            Integer place = places.get(knob.name());
            if (place != null && knob.kind() == Knob.Kind.WEIGHT) {
                weights[place] = value;
            }
        });
        return weights;
    }
}
