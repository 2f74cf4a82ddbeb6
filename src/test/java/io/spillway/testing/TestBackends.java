package io.spillway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Small HTTP servers with a bounded number of slots each: a request holds a slot for the service
/// time, and waits inside the server while none is free. `/health` and `/metrics` need no slot.
///
/// The servers are called `s1`, `s2`, … and listen on 127.0.1.1, 127.0.1.2, …, so that they also
/// differ by address. `/metrics` speaks Prometheus' text format.
public final class TestBackends implements AutoCloseable {
    static {
        // Else every answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Backend> backends = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TestBackends() {}

    /// One server for each number of slots.
    ///
    /// @param serviceMillis how long a request holds its slot
    public static TestBackends start(int serviceMillis, int... slots) {
        var all = new TestBackends();
        for (int i = 0; i < slots.length; i++) {
            all.backends.add(new Backend(i + 1, slots[i], serviceMillis, all.threads));
        }
        return all;
    }

    public Backend get(int index) {
        return backends.get(index);
    }

    public List<Backend> list() {
        return List.copyOf(backends);
    }

    /// `server` lines for a HAProxy backend, each ending in `options`, for instance `weight 100`.
    public String servers(String options) {
        var lines = new StringBuilder();
        for (Backend b : backends) {
            lines.append("  server %s %s %s%n".formatted(b.name(), b.address(), options));
        }
        return lines.toString();
    }

    @Override
    public void close() {
        backends.forEach(b -> b.server.stop(0));
        threads.shutdownNow();
    }

    /// One server.
    public static final class Backend {
        private final String name;
        private final int slots;
        private final long serviceNanos;
        private final HttpServer server;
        private final Semaphore free;
        private final AtomicLong present = new AtomicLong();
        private final AtomicLong busyNanos = new AtomicLong();
        private final AtomicLong good = new AtomicLong();
        private final AtomicLong bad = new AtomicLong();
        private volatile int status = 200;
        private volatile int health = 200;

        private Backend(int number, int slots, int serviceMillis, ExecutorService threads) {
            this.name = "s" + number;
            this.slots = slots;
            this.serviceNanos = serviceMillis * 1_000_000L;
            this.free = new Semaphore(slots, true);
            try {
                var host = InetAddress.getByName("127.0.1." + number);
                server = HttpServer.create(new InetSocketAddress(host, 0), 1024);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(threads);
            server.createContext("/", this::work);
            server.createContext("/health", x -> answer(x, health, "health\n"));
            server.createContext("/metrics", x -> answer(x, 200, metrics()));
            server.start();
        }

        public String name() {
            return name;
        }

        /// `host:port`.
        public String address() {
            var at = server.getAddress();
            return at.getAddress().getHostAddress() + ":" + at.getPort();
        }

        /// Requests answered since the start.
        public long answered() {
            return good.get() + bad.get();
        }

        /// What requests are answered with from now on, for instance 500.
        public void status(int code) {
            status = code;
        }

        /// What `/health` answers from now on.
        public void health(int code) {
            health = code;
        }

        private void work(HttpExchange exchange) throws IOException {
            present.incrementAndGet();
            free.acquireUninterruptibly();
            try {
                long start = System.nanoTime();
                for (long left = serviceNanos; left > 0; ) {
                    LockSupport.parkNanos(left);
                    left = start + serviceNanos - System.nanoTime();
                    if (Thread.currentThread().isInterrupted()) {
                        break;
                    }
                }
                busyNanos.addAndGet(System.nanoTime() - start);
            } finally {
                free.release();
                present.decrementAndGet();
            }
            int code = status;
            (code < 500 ? good : bad).incrementAndGet();
            answer(exchange, code, name + "\n");
        }

        private static void answer(HttpExchange exchange, int code, String text)
                throws IOException {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        private String metrics() {
            long inside = present.get();
            int busy = slots - free.availablePermits();
            return String.format(
                    Locale.ROOT,
                    """
                    # TYPE app_busy_seconds_total counter
                    app_busy_seconds_total %.6f
                    # TYPE app_slots gauge
                    app_slots %d
                    # TYPE app_inflight gauge
                    app_inflight %d
                    # TYPE app_queue gauge
                    app_queue %d
                    # TYPE http_requests_total counter
                    http_requests_total{code="2xx"} %d
                    http_requests_total{code="5xx"} %d
                    """,
                    busyNanos.get() / 1e9,
                    slots,
                    inside,
                    Math.max(0, inside - busy),
                    good.get(),
                    bad.get());
        }
    }
}
