package io.spillway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Stands on loopback between Spillway and a Runtime API and lets commands through line by line, so
/// that something can happen between one and the next.
public final class TripProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Predicate<String> trips;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// @param target loopback port of the Runtime API
    /// @param lets how many weights pass before the trip
    /// @param trip runs once, instead of the next weight; that connection then carries nothing more
    public TripProxy(int target, int lets, Runnable trip) throws IOException {
        this(target, once(lets, trip));
    }

    /// @param target loopback port of the Runtime API
    /// @param trips told each command, on any thread; true if it is not to pass: that connection
    ///   then carries nothing more
    public TripProxy(int target, Predicate<String> trips) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.trips = trips;
        Thread.ofVirtual().start(this::accept);
    }

    private static Predicate<String> once(int lets, Runnable trip) {
        AtomicInteger weights = new AtomicInteger();
        return line -> {
            boolean trips = line.contains(" weight ") && weights.getAndIncrement() == lets;
            if (trips) {
                trip.run();
            }
            return trips;
        };
    }

    /// Where to connect instead of the Runtime API.
    public String endpoint() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the end of the test.
            return;
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket balancer = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(balancer);
            Thread.ofVirtual().start(() -> answers(balancer, client));
            commands(client, balancer);
        } catch (IOException e) {
            // One of the two is gone, and closing has told the other.
            return;
        }
    }

    private void commands(Socket from, Socket to) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(from.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = to.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (trips.test(line)) {
                in.transferTo(Writer.nullWriter());
                return;
            }
            out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void answers(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As above.
            return;
        }
    }

    /// Closes every connection of now.
    public void cut() {
        for (Socket socket : List.copyOf(open)) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
