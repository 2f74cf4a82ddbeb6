package io.spillway.practice;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A bare Runtime API client: bytes out, bytes back.
final class Cli {
    private Cli() {}

    /// The Runtime API of one balancer.
    static String endpoint(PracticeFleet fleet, String balancer) {
        return Objects.requireNonNull(fleet.balancerEndpoints().get(balancer));
    }

    /// Sends all, shuts its side, reads to the end.
    static String ask(String endpoint, String text) {
        try (Socket socket = open(endpoint)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Socket open(String endpoint) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(endpoint).getPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    /// Reads until the text ends so.
    static String until(Socket socket, String end) throws IOException {
        StringBuilder got = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!got.toString().endsWith(end)) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed after: " + got);
            }
            got.append((char) c);
        }
        return got.toString();
    }
}
