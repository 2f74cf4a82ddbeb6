package io.spillway.desk;

import io.spillway.action.operator.Operators;
import io.spillway.control.ScaleControl;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.guard.Guards;
import java.util.List;
import java.util.Map;

/// What a desk may do beyond weights, and who must agree.
///
/// @param classes of requests, most critical first; may be none
/// @param gated name of the pool behind the gates, empty if there are none
/// @param ladder presets of the gates
/// @param guards by pool, for each that has any
/// @param operators who may do what; if there are none, everybody may do everything
/// @param scales what starts more servers, by pool
public record ReliefSettings(
        List<RequestClass> classes,
        String gated,
        Ladder ladder,
        Map<String, Guards> guards,
        Operators operators,
        Map<String, ScaleControl> scales) {
    /// No gates, no guards but that of critical requests, nothing to start servers with.
    public static final ReliefSettings NONE =
            new ReliefSettings(
                    List.of(),
                    "",
                    new Ladder(List.of()),
                    Map.of(),
                    new Operators(List.of()),
                    Map.of());

    public ReliefSettings {
        classes = List.copyOf(classes);
        guards = Map.copyOf(guards);
        scales = Map.copyOf(scales);
    }

    /// The guards of a pool.
    Guards guards(String pool) {
        return guards.getOrDefault(pool, Guards.NONE);
    }
}
