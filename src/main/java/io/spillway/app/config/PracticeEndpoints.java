package io.spillway.app.config;

import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import java.net.URI;
import java.util.List;
import java.util.SequencedMap;

/// Where a practice fleet answers.
///
/// @param metrics the metrics engine
/// @param balancers names and addresses of Runtime APIs, `tcp://127.0.0.1:PORT`
/// @param pools the pools, whose names are also the names of their backends
/// @param classes of requests, most critical first
/// @param gated name of the pool whose traffic passes the gates, empty if there are none
/// @param practice scenario and clock
public record PracticeEndpoints(
        URI metrics,
        SequencedMap<String, String> balancers,
        List<Pool> pools,
        List<RequestClass> classes,
        String gated,
        PracticeConfig practice) {
    public PracticeEndpoints {
        pools = List.copyOf(pools);
        classes = List.copyOf(classes);
    }
}
