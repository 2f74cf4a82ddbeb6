package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real HAProxy with its Prometheus exporter, and one backend `be_web` whose servers `web-1`,
/// `web-2` and so on are answered by HAProxy itself.
public final class RealHaproxyExporter implements AutoCloseable {
    private final int port;
    private final int web;
    private final RealProcess process;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealHaproxyExporter(int port, int web, RealProcess process) {
        this.port = port;
        this.web = web;
        this.process = process;
        await("HAProxy on " + port + ": " + process.printed())
                .atMost(Duration.ofSeconds(20))
                .until(() -> listens(port) && listens(web));
    }

    /// Starts with so many servers.
    public static RealHaproxyExporter start(int servers) {
        int port = RealProcess.freePort();
        int web = RealProcess.freePort();
        int answer = RealProcess.freePort();
        Path folder = RealProcess.newFolder("haproxy");
        StringBuilder config =
                new StringBuilder(
                        """
                        defaults
                            mode http
                            timeout client 10s
                            timeout server 10s
                            timeout connect 1s
                        frontend metrics
                            bind 127.0.0.1:%d
                            http-request use-service prometheus-exporter if { path /metrics }
                        frontend answers
                            bind 127.0.0.1:%d
                            http-request return status 200 content-type text/plain string ok
                        frontend web
                            bind 127.0.0.1:%d
                            default_backend be_web
                        backend be_web
                        """
                                .formatted(port, answer, web));
        for (int i = 1; i <= servers; i++) {
            config.append("    server web-%d 127.0.0.1:%d\n".formatted(i, answer));
        }
        try {
            Files.writeString(folder.resolve("haproxy.cfg"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of("/usr/sbin/haproxy", "-db", "-f", "haproxy.cfg");
        return new RealHaproxyExporter(port, web, RealProcess.start(folder, command));
    }

    /// `127.0.0.1:PORT` of the exporter.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// Sends one request to the backend, which takes its servers in turn.
    public void request() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/")).build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Kills it (SIGKILL).
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
