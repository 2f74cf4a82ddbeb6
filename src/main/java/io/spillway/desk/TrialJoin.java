package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import io.spillway.source.SourceReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins single answers as a desk would, for trying endpoints before a desk relies on them.
public final class TrialJoin {
    private static final long POLL_MILLIS = 1_000;

    private TrialJoin() {}

    /// The fleet as these answers tell it.
    ///
    /// @param balancers balancer name to its answer
    /// @param engine a metrics engine's answer
    public static FleetState of(
            List<Pool> pools,
            Map<String, SourceReport> balancers,
            SourceReport engine,
            Instant now) {
        Map<String, Boolean> sources = new LinkedHashMap<>();
        balancers.keySet().forEach(name -> sources.put(name, true));
        String engineName = "";
        sources.put(engineName, false);
        Join join = new Join(pools, sources);
        balancers.forEach(join::take);
        join.take(engineName, engine);
        return join.state(now.toEpochMilli(), POLL_MILLIS);
    }
}
