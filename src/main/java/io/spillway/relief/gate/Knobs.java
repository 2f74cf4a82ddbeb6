package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.Check;
import io.spillway.relief.Words;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How gates stand at the balancers.
final class Knobs {
    private Knobs() {}

    static Knob shed(int rank) {
        return new Knob(Kind.SHED, Integer.toString(rank));
    }

    static Knob limit(int rank) {
        return new Knob(Kind.LIMIT, Integer.toString(rank));
    }

    /// True if some balancer stands otherwise, or is not known to stand so.
    static boolean differ(GateInput input, Map<Knob, Integer> goal) {
        return input.pool().balancers().stream()
                .map(b -> input.gates().getOrDefault(b, Map.of()))
                .anyMatch(now ->
                        goal.entrySet().stream()
                                .anyMatch(e -> !e.getValue().equals(e.getKey().among(now))));
    }

    /// These knobs as they were read, by balancer.
    static Map<String, Map<Knob, Integer>> present(GateInput input, Collection<Knob> knobs) {
        Map<String, Map<Knob, Integer>> present = new LinkedHashMap<>();
        for (String balancer : input.pool().balancers()) {
            Map<Knob, Integer> all = input.gates().get(balancer);
            Map<Knob, Integer> some = new LinkedHashMap<>();
            if (all != null) {
                for (Knob knob : knobs) {
                    Integer value = knob.among(all);
                    if (value != null) {
                        some.put(knob, value);
                    }
                }
            }
            present.put(balancer, Collections.unmodifiableMap(some));
        }
        return Collections.unmodifiableMap(present);
    }

    /// Whether every balancer was read, knows these knobs, and stands like the others.
    static Check agreement(GateInput input, Collection<Knob> knobs) {
        List<String> balancers = input.pool().balancers();
        Map<Knob, Integer> first = input.gates().getOrDefault(balancers.getFirst(), Map.of());
        for (String balancer : balancers) {
            Map<Knob, Integer> here = input.gates().get(balancer);
            if (here == null || here.isEmpty()) {
                return new Check(
                        false,
                        true,
                        "How the gates of %s stand is not known: check that balancer"
                                .formatted(balancer));
            }
            for (Knob knob : knobs) {
                Integer value = knob.among(here);
                if (value == null) {
                    return new Check(
                            false,
                            true,
                            "%s has no line for \"%s\": add it to the %s map there"
                                    .formatted(balancer, knob.name(), knob.kind().noun()));
                } else if (!value.equals(knob.among(first))) {
                    return new Check(
                            false,
                            true,
                            "%s stands at %s on %s and at %s on %s: make them equal first"
                                    .formatted(
                                            knob,
                                            knob.say(value),
                                            balancer,
                                            first.containsKey(knob)
                                                    ? knob.say(first.getOrDefault(knob, 0))
                                                    : "nothing",
                                            balancers.getFirst()));
                }
            }
        }
        return new Check(
                true,
                true,
                "Gates on %s are as when this plan was computed".formatted(Words.join(balancers)));
    }
}
