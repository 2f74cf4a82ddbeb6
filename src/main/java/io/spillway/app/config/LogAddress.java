package io.spillway.app.config;

import java.net.InetAddress;
import java.nio.file.Path;

/// Where an access log comes from.
public sealed interface LogAddress {
    /// As written in the configuration.
    String text();

    /// A file that grows; it need not be there yet.
    record LogFile(String text, Path path) implements LogAddress {}

    /// Syslog datagrams.
    ///
    /// @param host on loopback
    /// @param port 1..65535
    record Syslog(String text, InetAddress host, int port) implements LogAddress {}
}
