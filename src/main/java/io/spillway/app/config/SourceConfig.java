package io.spillway.app.config;

import io.spillway.fleet.Metric;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something beside balancers that tells of the fleet.
public sealed interface SourceConfig {
    /// Unique among sources and balancers.
    String name();

    /// The endpoint as written in the configuration.
    String endpoint();

    /// A metrics engine with the interface of Prometheus.
    ///
    /// @param prometheus base address, `http` or `https`
    /// @param login how to sign in, null for not at all
    /// @param ca PEM file of the authorities to trust, null for the system's
    /// @param deadline for one answer
    /// @param queries what replaces the default queries, by metric
    record Engine(
            String name,
            URI prometheus,
            @Nullable Login login,
            @Nullable Path ca,
            Duration deadline,
            Map<Metric, Query> queries)
            implements SourceConfig {
        public Engine {
            queries = Map.copyOf(queries);
        }

        @Override
        public String endpoint() {
            return prometheus.toString();
        }
    }

    /// A balancer's access log.
    record Log(String name, LogAddress log) implements SourceConfig {
        @Override
        public String endpoint() {
            return log.text();
        }
    }

    /// A collector of other systems' alerts.
    ///
    /// @param alertmanager base address, `http` or `https`
    /// @param login how to sign in, null for not at all
    /// @param ca PEM file of the authorities to trust, null for the system's
    /// @param deadline for one answer
    /// @param silences true if alerts may be silenced there
    record Alertmanager(
            String name,
            URI alertmanager,
            @Nullable Login login,
            @Nullable Path ca,
            Duration deadline,
            boolean silences)
            implements SourceConfig {
        @Override
        public String endpoint() {
            return alertmanager.toString();
        }
    }

    /// A query of the user's own.
    ///
    /// @param query gives the values
    /// @param time gives the sample times, null if the engine's evaluation time must do
    record Query(String query, @Nullable String time) {}
}
