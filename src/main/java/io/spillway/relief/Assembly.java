package io.spillway.relief;

import io.spillway.fleet.Knob;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.fill.Fill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a plan together: who moves, what is sent, and the line that says it.
final class Assembly {
    private final PoolInput input;
    private final Load load;
    private final Change change;
    private final double[] now;
    private final double[] then;

    Assembly(PoolInput input, Load load, Change change) {
        this.input = input;
        this.load = load;
        this.change = change;
        now = load.cpu();
        then = change.isNone() ? now : load.predict(change.goal(), load.demand);
    }

    Plan plan(List<Check> checks) {
        double[] unless = load.predict(load.weights, load.demand);
        double before = Math.max(top(now, load.weights), top(unless, load.weights));
        return new Plan(
                Redistribute.KIND,
                input.pool().name(),
                input.pool().backend(),
                input.madeAt(),
                before,
                change.isNone() ? before : top(then, change.goal()),
                moves(),
                List.of(),
                stages(),
                change.preparation(),
                Map.of(),
                present(),
                checks,
                change.isNone() ? nothing() : summary(),
                load.offered > 0 ? load.demand / load.offered : 1);
    }

    private double top(double[] cpu, int[] weights) {
        return Math.min(1, load.top(cpu, weights));
    }

    private List<Move> moves() {
        double[] sharesNow = load.shares(load.weights);
        double[] sharesThen = load.shares(change.goal());
        List<Move> moves = new ArrayList<>(now.length);
        for (int i = 0; i < now.length; i++) {
            moves.add(
                    new Move(
                            load.name(i),
                            load.weights[i],
                            change.goal()[i],
                            (float) now[i],
                            (float) Math.min(1, then[i]),
                            sharesNow[i],
                            sharesThen[i]));
        }
        moves.sort(
                Comparator.comparingDouble((Move m) -> Float.isNaN(m.cpuNow()) ? 1 : -m.cpuNow())
                        .thenComparing(Move::name));
        return List.copyOf(moves);
    }

    /// Only servers whose weight changes somewhere on the way: the others are nobody's business.
    private List<Map<Knob, Integer>> stages() {
        boolean[] touched = new boolean[load.size()];
        for (int[] stage : change.stages()) {
            for (int i = 0; i < stage.length; i++) {
                touched[i] |= stage[i] != load.weights[i];
            }
        }
        Knob[] knobs = new Knob[touched.length];
        for (int i = 0; i < knobs.length; i++) {
            knobs[i] = Knob.weight(load.name(i));
        }
        List<Map<Knob, Integer>> stages = new ArrayList<>();
        for (int[] stage : change.stages()) {
            Map<Knob, Integer> weights = new LinkedHashMap<>();
            for (int i = 0; i < stage.length; i++) {
                if (touched[i]) {
                    weights.put(knobs[i], stage[i]);
                }
            }
            stages.add(Collections.unmodifiableMap(weights));
        }
        return stages;
    }

    private Map<String, Map<Knob, Integer>> present() {
        Map<String, Map<Knob, Integer>> present = new LinkedHashMap<>();
        for (String balancer : input.pool().balancers()) {
            Map<Knob, Integer> weights = new HashMap<>();
            for (ServerInput s : input.servers()) {
                Integer weight = s.weights().get(balancer);
                if (weight != null) {
                    weights.put(Knob.weight(s.name()), weight);
                }
            }
            present.put(balancer, Collections.unmodifiableMap(weights));
        }
        return Collections.unmodifiableMap(present);
    }

    private String summary() {
        double[] before = load.shares(load.weights);
        double[] after = load.shares(change.goal());
        int donors = 0;
        int receivers = 0;
        int weights = 0;
        double moved = 0;
        for (int i = 0; i < before.length; i++) {
            double delta = after[i] - before[i];
            donors += delta < -1e-9 ? 1 : 0;
            receivers += delta > 1e-9 ? 1 : 0;
            moved += Math.max(0, delta);
            weights += change.goal()[i] == load.weights[i] ? 0 : 1;
        }
        return "Move %s of %s from %s to %s with room. %s, %s."
                .formatted(
                        moved < 0.005 ? "under 1 %" : Words.percent(moved),
                        input.pool().name(),
                        Words.count(donors, "busier server"),
                        Words.number(receivers),
                        Words.count(weights, "weight"),
                        Words.count(input.pool().balancers().size(), "balancer"));
    }

    private String nothing() {
        int changeable = load.changeableCount();
        if (changeable == 0) {
            return "Nothing to plan with: of no server in service are CPU and requests known.";
        } else if (changeable == 1) {
            return "Nothing to even out: only one server may be moved.";
        }
        double[] unless = load.predict(load.weights, load.demand);
        double top = Math.max(top(now, load.weights), top(unless, load.weights));
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += load.changeable(i) ? now[i] : 0;
        }
        return (top <= load.target + Fill.SLACK
                        ? "Nothing to do: busiest %s, mean %s; below %s traffic stays where it is."
                        : "Already even: busiest %s, mean %s.")
                .formatted(
                        Words.percent(top),
                        Words.percent(sum / changeable),
                        Words.percent(load.target + Fill.SLACK));
    }
}
