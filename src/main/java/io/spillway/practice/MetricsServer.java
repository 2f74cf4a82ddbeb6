package io.spillway.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The metrics engine of the practice fleet: the part of the Prometheus HTTP API that a desk uses,
/// on loopback.
final class MetricsServer implements AutoCloseable {
    /// What the engine calls its own version: the mark of practice.
    static final String VERSION = "spillway-practice";

    private static final int LONGEST_FORM = 4 << 20;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ApiJson json = new ApiJson();
    private final Model model;
    private final QueryApi queries;
    private final long interval;
    private final BooleanSupplier down;

    /// @param interval between scrapes, milliseconds of practice time
    /// @param down asked before each answer; while true, connections close without one
    MetricsServer(Model model, long interval, BooleanSupplier down) throws IOException {
        this.model = model;
        this.interval = interval;
        this.down = down;
        queries = new QueryApi(model);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /// `http://127.0.0.1:PORT`.
    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!down.getAsBoolean()) {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
        try {
            boolean found = write(path, exchange, body);
            if (found) {
                send(exchange, 200, "application/json", body.toByteArray());
            } else if (path.equals("/-/ready") || path.equals("/-/healthy")) {
                text(exchange, 200, "The practice fleet is ready.\n");
            } else {
                text(exchange, 404, "404 page not found\n");
            }
        } catch (QueryException e) {
            body.reset();
            json.error(body, "bad_data", e.reason());
            send(exchange, 400, "application/json", body.toByteArray());
        }
    }

    /// False if there is no such path.
    private boolean write(String path, HttpExchange exchange, ByteArrayOutputStream body)
            throws IOException, QueryException {
        switch (path) {
            case "/api/v1/query" -> json.vector(body, queries.instant(form(exchange)));
            case "/api/v1/query_range" -> json.matrix(body, queries.range(form(exchange)));
            case "/api/v1/targets" -> json.targets(body, model, interval);
            case "/api/v1/status/buildinfo" -> json.data(body, Map.of("version", VERSION));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        byte[] sent = body;
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            sent = gzip(body);
        }
        exchange.sendResponseHeaders(status, sent.length);
        exchange.getResponseBody().write(sent);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream out = new QuickGzip(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    /// Parameters of the address, and of the body where one was posted; the body's win.
    private static Map<String, String> form(HttpExchange exchange)
            throws IOException, QueryException {
        Map<String, String> form = new HashMap<>();
        fill(form, exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("POST")) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM);
            fill(form, new String(body, StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void fill(Map<String, String> form, @Nullable String pairs)
            throws QueryException {
        if (pairs == null) {
            return;
        }
        try {
            for (String pair : pairs.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new QueryException("the form is not well encoded: " + e.getMessage());
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Compresses with little effort: on loopback time counts for more than size.
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream to) throws IOException {
            super(to, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
