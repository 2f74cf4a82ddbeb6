package io.spillway.app.cli;

import io.spillway.app.config.FirstConfig;
import io.spillway.app.output.EndpointReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What looking for a fleet brought.
///
/// @param config what would be written, null if no balancer that holds servers was found
/// @param servers how many each backend holds
/// @param reports of each endpoint that was found
/// @param others a sentence for each place that ought to have answered and did not
public record Discovery(
        @Nullable FirstConfig config,
        Map<String, Integer> servers,
        List<EndpointReport> reports,
        List<String> others) {
    public Discovery {
        servers = Collections.unmodifiableMap(new LinkedHashMap<>(servers));
        reports = List.copyOf(reports);
        others = List.copyOf(others);
    }
}
