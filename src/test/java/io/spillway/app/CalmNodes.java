package io.spillway.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Stands for node_exporter on machines whose processors are busy for 30 of 100 seconds, whatever
/// else runs here.
final class CalmNodes implements AutoCloseable {
    private final HttpServer server;

    CalmNodes() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        long begin = System.nanoTime();
        server.createContext(
                "/metrics",
                exchange -> {
                    byte[] text = text(1_000 + (System.nanoTime() - begin) / 1e9);
                    exchange.getResponseHeaders().set("Content-Type", "text/plain");
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        server.start();
    }

    private static byte[] text(double seconds) {
        return """
        # TYPE node_cpu_seconds_total counter
        node_cpu_seconds_total{cpu="0",mode="idle"} %s
        node_cpu_seconds_total{cpu="0",mode="user"} %s
        """
                .formatted(0.7 * seconds, 0.3 * seconds)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Prometheus's configuration for machines of these addresses.
    String scrapes(String... addresses) {
        StringBuilder text =
                new StringBuilder(
                        """
                        scrape_configs:
                          - job_name: node
                            scrape_interval: 1s
                            scrape_timeout: 1s
                            static_configs:
                        """);
        for (String address : addresses) {
            text.append(
                    "      - {targets: ['127.0.0.1:%d'], labels: {instance: '%s:9100'}}\n"
                            .formatted(server.getAddress().getPort(), address));
        }
        return text.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
