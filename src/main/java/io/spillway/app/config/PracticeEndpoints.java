package io.spillway.app.config;

import java.net.URI;
import java.util.List;
import java.util.SequencedMap;

/// Where a practice fleet answers.
///
/// @param metrics the metrics engine
/// @param balancers names and addresses of Runtime APIs, `tcp://127.0.0.1:PORT`
/// @param pools names of the pools, which are also the names of their backends
/// @param practice scenario and clock
public record PracticeEndpoints(
        URI metrics,
        SequencedMap<String, String> balancers,
        List<String> pools,
        PracticeConfig practice) {
    public PracticeEndpoints {
        pools = List.copyOf(pools);
    }
}
