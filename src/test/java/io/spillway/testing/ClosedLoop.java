package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that each send their next request when the last one is answered, over kept connections
/// on loopback.
public final class ClosedLoop implements AutoCloseable {
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean closed;

    private ClosedLoop(int port) {
        this.port = port;
    }

    /// Starts a number of clients against 127.0.0.1.
    public static ClosedLoop start(int port, int clients) {
        var loop = new ClosedLoop(port);
        for (int i = 0; i < clients; i++) {
            loop.threads.execute(loop::client);
        }
        return loop;
    }

    private void client() {
        while (!closed) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(30_000);
                socket.setTcpNoDelay(true);
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                while (!closed) {
                    socket.getOutputStream().write(REQUEST);
                    readAnswer(in);
                    answered.incrementAndGet();
                }
            } catch (IOException e) {
                // A connection that breaks is made anew: the balancer may have been reloaded.
                Thread.onSpinWait();
            }
        }
    }

    private static void readAnswer(BufferedReader in) throws IOException {
        int length = 0;
        String line = in.readLine();
        if (line == null) {
            throw new IOException("closed");
        }
        while (line != null && !line.isEmpty()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            line = in.readLine();
        }
        if (in.skip(length) < length) {
            throw new IOException("cut off");
        }
    }

    /// Requests answered so far.
    public long answered() {
        return answered.get();
    }

    /// Answers per second while the next `requests` are answered.
    public double throughput(long requests) {
        long from = answered.get();
        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> answered.get() >= from + requests);
        return (answered.get() - from) * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
