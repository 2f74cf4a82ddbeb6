package io.spillway.ui.plan;

import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Knob;
import io.spillway.relief.Ghosts;
import io.spillway.relief.Ghosts.Ghost;
import io.spillway.relief.Move;
import io.spillway.relief.PoolInput;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Weights of a pool that an operator tries out, and what each server would come to. Knows all it
/// needs by itself, so that an answer takes no longer than the arithmetic.
final class WeightEdit {
    private final PoolInput input;
    private final Ghosts ghosts;
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Ghost> now = new HashMap<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private Map<String, Ghost> then = Map.of();

    /// @param input the pool as it is
    /// @param start weights to begin with; others are as they are
    WeightEdit(PoolInput input, Map<Knob, Integer> start) {
        this.input = input;
        ghosts = new Ghosts(input);
        for (var server : input.servers()) {
            first.put(server.name(), server.weights().values().stream().findFirst().orElse(0));
        }
        start.forEach((knob, weight) -> {
            if (knob.kind() == Knob.Kind.WEIGHT && first.containsKey(knob.name())) {
                weights.put(knob.name(), weight);
            }
        });
        now.putAll(byName(ghosts.with(Map.of())));
        predict();
    }

    private static Map<String, Ghost> byName(List<Ghost> all) {
        Map<String, Ghost> map = HashMap.newHashMap(all.size());
        all.forEach(g -> map.put(g.server(), g));
        return map;
    }

    private void predict() {
        then = byName(ghosts.with(Knob.weights(weights)));
    }

    /// The pool's CPU limit, 0..1.
    double limit() {
        return input.pool().cpuLimit();
    }

    /// The largest weight that may be set.
    int heaviest() {
        return input.heaviest();
    }

    /// Gives a server another weight.
    ///
    /// @param weight what is beyond 0 or the largest is set to these
    void set(String server, int weight) {
        weights.put(server, Math.clamp(weight, 0, heaviest()));
        predict();
    }

    int weight(String server) {
        Integer edited = weights.get(server);
        return edited != null ? edited : first.getOrDefault(server, 0);
    }

    /// The weight that brings a server to a share of CPU, as near as whole weights come.
    int weightFor(String server, double cpu) {
        int with = Math.max(1, weight(server));
        Map<String, Integer> without = new HashMap<>(weights);
        without.put(server, 0);
        double low = cpu(ghosts.with(Knob.weights(without)), server);
        Map<String, Integer> some = new HashMap<>(weights);
        some.put(server, with);
        double high = cpu(ghosts.with(Knob.weights(some)), server);
        double wanted = with * (cpu - low) / (high - low);
        return Double.isFinite(wanted)
                ? Math.clamp(Math.round(wanted), 0, heaviest())
                : weight(server);
    }

    private static double cpu(List<Ghost> all, String server) {
        return all.stream()
                .filter(g -> g.server().equals(server))
                .mapToDouble(Ghost::cpu)
                .findFirst()
                .orElse(Double.NaN);
    }

    /// One server as it is and would be.
    Move move(String server) {
        Ghost before = now.get(server);
        Ghost after = then.get(server);
        if (before == null || after == null) {
            throw new IllegalArgumentException("Not in the pool: " + server);
        }
        int from = first.getOrDefault(server, 0);
        return new Move(
                server,
                from,
                weight(server),
                (float) before.cpu(),
                (float) after.cpu(),
                before.share(),
                after.share());
    }

    /// Every server in this order.
    List<Move> moves(List<String> order) {
        List<Move> moves = new ArrayList<>(order.size());
        order.forEach(server -> moves.add(move(server)));
        return moves;
    }

    /// Names, hottest first.
    List<String> order() {
        return now.values().stream()
                .sorted((a, b) -> Double.compare(rank(b), rank(a)))
                .map(Ghost::server)
                .toList();
    }

    private static double rank(Ghost g) {
        return Double.isNaN(g.cpu()) ? -1 : g.cpu();
    }

    /// Requests that would wait on a server, NaN if unknown.
    double queue(String server) {
        Ghost ghost = then.get(server);
        return ghost == null ? Double.NaN : ghost.queue();
    }

    /// Its response time, seconds, NaN if unknown.
    double latency(String server) {
        Ghost ghost = then.get(server);
        return ghost == null ? Double.NaN : ghost.latency();
    }

    /// How many weights differ from those of now.
    int changes() {
        int changes = 0;
        for (var edited : weights.entrySet()) {
            changes += edited.getValue().equals(first.get(edited.getKey())) ? 0 : 1;
        }
        return changes;
    }

    /// Highest CPU of servers with traffic.
    double busiest(boolean after) {
        double most = Double.NaN;
        for (Ghost g : (after ? then : now).values()) {
            if (g.share() > 0 && !(g.cpu() <= most) && !Double.isNaN(g.cpu())) {
                most = g.cpu();
            }
        }
        return most;
    }

    /// Who would be overloaded, and when; empty if nobody would.
    String overload() {
        return ghosts.overloaded(Knob.weights(weights))
                .map(o ->
                        Words.of(
                                "plan.would-reach",
                                o.server(),
                                Format.percent(o.cpu()),
                                when(o.seconds()),
                                Format.percent(input.pool().cpuLimit())))
                .orElse("");
    }

    private static String when(double seconds) {
        return seconds <= 0
                ? Words.of("plan.at-once")
                : Words.of(
                        "plan.as-load-grows", Format.span(Duration.ofSeconds(Math.round(seconds))));
    }

    /// Asks the desk for the plan of these weights.
    PlanRequest request() {
        return new PlanRequest.Weights(input.pool().name(), Map.copyOf(weights));
    }
}
