package io.spillway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands on loopback between Spillway and a Runtime API and lets commands through line by line, so
/// that something can happen between one weight and the next.
public final class TripProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final int lets;
    private final Runnable trip;
    private final AtomicInteger weights = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// @param target loopback port of the Runtime API
    /// @param lets how many weights pass before the trip
    /// @param trip runs once, instead of the next weight; that connection then carries nothing more
    public TripProxy(int target, int lets, Runnable trip) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.lets = lets;
        this.trip = trip;
        Thread.ofVirtual().start(this::accept);
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
            if (line.contains(" weight ") && weights.getAndIncrement() == lets) {
                trip.run();
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

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
