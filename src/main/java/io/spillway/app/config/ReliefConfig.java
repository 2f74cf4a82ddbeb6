package io.spillway.app.config;

import io.spillway.action.operator.Operator;
import io.spillway.relief.guard.Guards;
import java.util.List;
import java.util.Map;

/// Who may act and agree to acts, what needs that, and what starts more servers.
///
/// @param operators who may do what, may be none
/// @param guards by pool, for each that has any
/// @param scales by pool, for each that has one
public record ReliefConfig(
        List<Operator> operators, Map<String, Guards> guards, Map<String, ScaleConfig> scales) {
    /// Nothing of all that.
    public static final ReliefConfig NONE = new ReliefConfig(List.of(), Map.of(), Map.of());

    public ReliefConfig {
        operators = List.copyOf(operators);
        guards = Map.copyOf(guards);
        scales = Map.copyOf(scales);
    }

    /// The guards of a pool.
    public Guards guards(String pool) {
        return guards.getOrDefault(pool, Guards.NONE);
    }
}
