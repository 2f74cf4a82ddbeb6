package io.spillway.app.output;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import java.util.List;
import java.util.Map;

/// Proposed pools for people.
public final class PoolsText {
    private PoolsText() {}

    /// One line a pool.
    ///
    /// @param servers how many each backend holds
    public static String of(List<Pool> pools, Map<String, Integer> servers) {
        Table table =
                new Table("POOL", "BACKEND", "SERVERS", "CPU LIMIT", "STAY IN SERVICE", "MATCH");
        for (Pool pool : pools) {
            int count = servers.getOrDefault(pool.backend(), 0);
            table.row(
                    pool.name(),
                    pool.backend(),
                    String.valueOf(count),
                    Math.round(pool.cpuLimit() * 100) + " %",
                    String.valueOf(pool.required(count)),
                    pool.match().label()
                            + (pool.match().by() == Match.By.ADDRESS ? " = address" : " = name"));
        }
        return table.toString();
    }
}
