package io.spillway.app.graph;

import io.spillway.action.operator.Operators;
import io.spillway.app.config.Config;
import io.spillway.app.config.GatesConfig;
import io.spillway.control.ScaleControl;
import io.spillway.desk.ReliefSettings;
import io.spillway.relief.gate.Ladder;
import java.util.List;
import java.util.Map;

/// What a configuration says about acts beyond weights.
public final class ReliefOf {
    private ReliefOf() {}

    /// For a desk that starts no servers.
    public static ReliefSettings looking(Config config) {
        return config(config, Map.of());
    }

    /// @param scales what starts servers, by pool
    static ReliefSettings config(Config config, Map<String, ScaleControl> scales) {
        GatesConfig gates = config.gates();
        return new ReliefSettings(
                config.classes(),
                gates == null ? "" : gates.pool(),
                gates == null ? new Ladder(List.of()) : gates.ladder(),
                config.relief().guards(),
                new Operators(config.relief().operators()),
                scales);
    }
}
