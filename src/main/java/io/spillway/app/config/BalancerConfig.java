package io.spillway.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A balancer: HAProxy by its Runtime API, or read-only by its statistics page; Apache httpd by its
/// balancer-manager.
public sealed interface BalancerConfig {
    /// Unique among sources and balancers.
    String name();

    /// For one answer.
    Duration deadline();

    /// The endpoint as written in the configuration.
    String endpoint();

    /// Reads and writes.
    ///
    /// @param keyStore holds the client certificate, null for none; only with TLS
    /// @param ca PEM file of the authorities to trust, null for the system's; only with TLS
    /// @param serverName the name the server's certificate must carry, null for the host
    record RuntimeApi(
            String name,
            Address address,
            @Nullable KeyStoreFile keyStore,
            @Nullable Path ca,
            @Nullable String serverName,
            Duration deadline)
            implements BalancerConfig {
        @Override
        public String endpoint() {
            return address.text();
        }
    }

    /// Reads only.
    ///
    /// @param stats address of the page as CSV
    /// @param login how to sign in, null for not at all
    /// @param ca PEM file of the authorities to trust, null for the system's
    record StatsPage(
            String name, URI stats, @Nullable Login login, @Nullable Path ca, Duration deadline)
            implements BalancerConfig {
        @Override
        public String endpoint() {
            return stats.toString();
        }
    }

    /// Reads and writes Apache httpd.
    ///
    /// @param manager address of the balancer-manager
    /// @param login how to sign in, null for not at all
    /// @param ca PEM file of the authorities to trust, null for the system's
    record Httpd(
            String name, URI manager, @Nullable Login login, @Nullable Path ca, Duration deadline)
            implements BalancerConfig {
        @Override
        public String endpoint() {
            return manager.toString();
        }
    }
}
