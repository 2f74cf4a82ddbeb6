package io.spillway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands before a real Prometheus and hands its answers on, or misbehaves on demand: no real
/// server answers HTML or 50 MB when asked to.
public final class Switchable implements AutoCloseable {
    /// How it answers.
    public enum Manner {
        HONEST,
        ERROR_500,
        HTML,
        FIFTY_MEGABYTES
    }

    private static final int MEGABYTE = 1 << 20;

    private final String behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Manner manner = Manner.HONEST;

    private Switchable(String behind) {
        this.behind = behind;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Starts before a real one.
    ///
    /// @param behind address of the real one
    public static Switchable before(String behind) {
        return new Switchable(behind);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void manner(Manner next) {
        manner = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            switch (manner) {
                case HONEST -> handOn(exchange, asked);
                case ERROR_500 -> send(exchange, 500, "internal trouble");
                case HTML -> send(exchange, 200, "<!doctype html><title>Sign in</title>");
                case FIFTY_MEGABYTES -> flood(exchange);
            }
        }
    }

    private void handOn(HttpExchange exchange, byte[] asked) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(asked))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, (byte) ' ');
        exchange.sendResponseHeaders(200, 50L * MEGABYTE);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < 50; i++) {
            out.write(chunk);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        threads.shutdownNow();
    }
}
