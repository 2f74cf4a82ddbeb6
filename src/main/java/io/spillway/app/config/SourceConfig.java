package io.spillway.app.config;

import io.spillway.fleet.Metric;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A metrics engine with the interface of Prometheus.
///
/// @param name unique among sources and balancers
/// @param prometheus base address, `http` or `https`
/// @param login how to sign in, null for not at all
/// @param ca PEM file of the authorities to trust, null for the system's
/// @param deadline for one answer
/// @param queries what replaces the default queries, by metric
public record SourceConfig(
        String name,
        URI prometheus,
        @Nullable Login login,
        @Nullable Path ca,
        Duration deadline,
        Map<Metric, Query> queries) {
    /// A query of the user's own.
    ///
    /// @param query gives the values
    /// @param time gives the sample times, null if the engine's evaluation time must do
    public record Query(String query, @Nullable String time) {}

    public SourceConfig {
        queries = Map.copyOf(queries);
    }
}
