package io.spillway.desk;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.gate.GateInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Single sources of traffic that may be capped, and what balancers tell of them.
final class Sources {
    private Sources() {}

    /// True if this knob caps a source.
    static boolean capped(Knob knob) {
        return knob.kind() == Kind.SOURCE_CAP || knob.kind() == Kind.AGENT_CAP;
    }

    /// What balancers tell of a source. They tell of the busiest only.
    static Optional<KeyRate> told(Knob source, List<KeyRate> keys) {
        return keys.stream()
                .filter(k -> alike(source, k) && k.key().equals(source.name()))
                .findFirst();
    }

    private static boolean alike(Knob source, KeyRate key) {
        Dimension dimension =
                source.kind() == Kind.SOURCE_CAP ? Dimension.SOURCE : Dimension.USER_AGENT;
        return key.dimension() == dimension;
    }

    /// Requests per second that caps hold back and that come through again with these values, NaN
    /// if that is not known of one of them.
    static double heldBack(Map<Knob, Integer> values, GateInput now, List<KeyRate> keys) {
        double sum = 0;
        for (Map.Entry<Knob, Integer> entry : values.entrySet()) {
            Knob source = entry.getKey();
            if (capped(source) && loosens(source, entry.getValue(), now)) {
                sum += refused(source, keys);
            }
        }
        return sum;
    }

    /// True unless every balancer is known to let through no more than with this value.
    private static boolean loosens(Knob source, int value, GateInput now) {
        for (String balancer : now.pool().balancers()) {
            Map<Knob, Integer> gates = now.gates().get(balancer);
            int cap = gates == null ? 0 : gates.getOrDefault(source, Knob.ABSENT);
            if (cap != Knob.ABSENT && (value == Knob.ABSENT || value > cap)) {
                return true;
            }
        }
        return false;
    }

    /// Of a source that is not told of while others are, at most what the least of those sends. Of
    /// a network, which stands in no table, nothing is known.
    private static double refused(Knob source, List<KeyRate> keys) {
        Optional<KeyRate> told = told(source, keys);
        if (told.isPresent()) {
            return told.get().refused();
        }
        return source.kind() == Kind.SOURCE_CAP && source.name().contains("/")
                ? Double.NaN
                : keys.stream()
                        .filter(k -> alike(source, k))
                        .mapToDouble(KeyRate::requests)
                        .min()
                        .orElse(Double.NaN);
    }
}
