package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.RequestClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How gates are to stand. What is not named stays as it is.
///
/// @param name as operators know it
/// @param shed class rank to permille refused, 0..1000
/// @param limits class rank to requests per second admitted by all balancers together
public record GateSetting(String name, Map<Integer, Integer> shed, Map<Integer, Integer> limits) {
    /// The value of a limit that limits nothing.
    public static final int NO_LIMIT = 1_000_000;

    public GateSetting {
        shed = Map.copyOf(shed);
        limits = Map.copyOf(limits);
    }

    /// A rung of the ladder: it sets what is refused of every class.
    public static GateSetting of(Rung rung, List<RequestClass> classes) {
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        classes.forEach(c -> shed.put(c.rank(), rung.shed(c.rank())));
        return new GateSetting(rung.name(), shed, Map.of());
    }

    /// The setting that values of one balancer are a part of. Knobs that are no gate of a class do
    /// not count.
    ///
    /// @param balancers that each hold these values
    public static GateSetting of(String name, Map<Knob, Integer> values, int balancers) {
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        Map<Integer, Integer> limits = new LinkedHashMap<>();
        values.forEach((knob, value) -> {
            if (knob.kind() == Knob.Kind.SHED) {
                shed.put(Integer.valueOf(knob.name()), value);
            } else if (knob.kind() == Knob.Kind.LIMIT) {
                boolean none = value >= NO_LIMIT;
                limits.put(Integer.valueOf(knob.name()), none ? NO_LIMIT : value * balancers);
            }
        });
        return new GateSetting(name, shed, limits);
    }

    /// A rate for one class.
    ///
    /// @param perSecond admitted by all balancers together, [#NO_LIMIT] for none
    public static GateSetting limit(RequestClass kind, int perSecond) {
        return new GateSetting(kind.name() + " limit", Map.of(), Map.of(kind.rank(), perSecond));
    }

    /// What fits into the servers now, most critical class first: for a throttle that follows the
    /// load from then on.
    ///
    /// @param capacity requests per second times cost that the servers can take at the target, NaN
    ///   if unknown
    /// @throws IllegalArgumentException with a sentence, if capacity or demand is not known
    public static GateSetting fitting(GateInput input, double capacity) {
        double[] demand =
                input.classes().stream().mapToDouble(c -> c.offered() * c.kind().cost()).toArray();
        if (Double.isNaN(capacity)) {
            throw blind(
                    input,
                    "what its servers can take is not known, see to the metrics of their CPU");
        } else if (Arrays.stream(demand).anyMatch(Double::isNaN)) {
            throw blind(
                    input,
                    "what each class asks for is not known, see to the balancers' stick tables");
        }
        int[] refused = Admission.refuse(Admission.admit(capacity, demand), demand);
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        for (ClassLoad load : input.classes()) {
            shed.put(load.kind().rank(), refused[load.kind().rank()]);
        }
        return new GateSetting("throttle", shed, Map.of());
    }

    private static IllegalArgumentException blind(GateInput input, String why) {
        return new IllegalArgumentException(
                "Gates cannot follow the load of %s: %s, or close a gate by hand"
                        .formatted(input.pool().name(), why));
    }

    /// A limit's part for one balancer: each counts for itself. Rounded down, so that together they
    /// never admit more; at least 1.
    static int part(int limit, int balancers) {
        return limit >= NO_LIMIT ? NO_LIMIT : limit == 0 ? 0 : Math.max(1, limit / balancers);
    }
}
