package io.spillway.app.config;

import java.nio.file.Path;

/// Where a balancer's Runtime API listens.
public sealed interface Address {
    /// As written in the configuration.
    String text();

    /// A Unix-domain socket.
    ///
    /// @param path absolute
    record Unix(String text, Path path) implements Address {}

    /// A TCP port.
    ///
    /// @param host name or address, without brackets
    /// @param port 1..65535
    /// @param tls whether the connection is encrypted
    record Port(String text, String host, int port, boolean tls) implements Address {}
}
