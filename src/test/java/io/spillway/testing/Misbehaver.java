package io.spillway.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// An HTTP endpoint of 127.0.0.1 that answers byte for byte what a test tells it, once for each
/// connection, and then closes it.
public final class Misbehaver implements AutoCloseable {
    private final ServerSocket server;
    private final Answer answer;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private Misbehaver(Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    /// What to write.
    @FunctionalInterface
    public interface Answer {
        /// Writes the raw answer to one request.
        ///
        /// @param request line, headers and body, whole
        void write(String request, OutputStream out) throws IOException;
    }

    public static Misbehaver answering(Answer answer) {
        return new Misbehaver(answer);
    }

    /// Always the same status, content type and text.
    public static Misbehaver answering(String status, String type, String body) {
        return new Misbehaver((_, out) -> out.write(response(status, type, body)));
    }

    /// A complete answer.
    ///
    /// @param status for instance `200 OK`
    /// @param type its content type; more header lines may follow it
    public static byte[] response(String status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(status, type, bytes.length);
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[headBytes.length + bytes.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(bytes, 0, all, headBytes.length, bytes.length);
        return all;
    }

    /// `http://127.0.0.1:PORT`
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                executor.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answer.write(request(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException e) {
            // The client went away, which is what many of these answers are for.
        }
    }

    private static String request(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head + new String(in.readNBytes(length(head.toString())), StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(15).strip());
            }
        }
        return 0;
    }
}
