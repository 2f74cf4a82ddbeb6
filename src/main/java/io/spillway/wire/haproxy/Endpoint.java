package io.spillway.wire.haproxy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a Runtime API is reached.
public sealed interface Endpoint {
    /// As written in the configuration; used in every message.
    String text();

    /// A Unix-domain socket.
    record Unix(Path path) implements Endpoint {
        /// What the operating system takes as the path of a socket.
        private static final int LONGEST = 107;

        public Unix {
            if (!path.isAbsolute() || bytes(path) > LONGEST) {
                throw new IllegalArgumentException(
                        "unix:%s is no usable socket: the path must be absolute and at most %d bytes"
                                .formatted(path, LONGEST));
            }
        }

        private static int bytes(Path path) {
            return path.toString().getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public String text() {
            return "unix:" + path;
        }
    }

    /// A port that speaks in plain text. Only for a loopback or an otherwise protected network.
    record Tcp(String host, int port) implements Endpoint {
        @Override
        public String text() {
            return "tcp://" + bracketed(host) + ":" + port;
        }
    }

    /// A port that speaks TLS.
    record Tls(String host, int port, ClientTls keys) implements Endpoint {
        @Override
        public String text() {
            return "tls://" + bracketed(host) + ":" + port;
        }

        /// The name that the balancer's certificate must carry.
        public String expectedName() {
            return keys.serverName(host);
        }
    }

    /// Reads `unix:/path`, `tcp://host:port` or `tls://host:port`; an IPv6 address stands in
    /// brackets.
    ///
    /// @param keys for `tls://`, which cannot do without
    /// @throws IllegalArgumentException with one sentence
    static Endpoint parse(String text, @Nullable ClientTls keys) {
        if (text.startsWith("unix:")) {
            return new Unix(Path.of(text.substring("unix:".length())));
        }
        Matcher m =
                Pattern.compile("(tcp|tls)://(\\[[^\\]]+]|[^:/\\[\\]]+):(\\d{1,5})").matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no endpoint: write unix:/path, tcp://host:port or tls://host:port"
                            .formatted(text));
        }
        String host = m.group(2).replaceAll("[\\[\\]]", "");
        int port = Integer.parseInt(m.group(3));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "'%s' is no endpoint: a port is a number from 1 to 65535".formatted(text));
        }
        if (m.group(1).equals("tcp")) {
            return new Tcp(host, port);
        }
        if (keys == null) {
            throw new IllegalArgumentException(
                    "'%s' needs a CA file and a client key store".formatted(text));
        }
        return new Tls(host, port, keys);
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
