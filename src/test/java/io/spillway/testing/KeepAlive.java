package io.spillway.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept connection to an HTTP server on loopback, made for speed. For one thread at a time.
public final class KeepAlive implements AutoCloseable {
    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private String head = "";

    public KeepAlive(int port) {
        this.port = port;
    }

    /// Asks for a path and returns the status of the answer.
    ///
    /// @param headers whole lines, each ending in CR LF
    public int get(String path, String headers) {
        try {
            if (!socket.isConnected() || socket.isClosed()) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(30_000);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                in = new BufferedInputStream(socket.getInputStream());
            }
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last answer's head, in small letters.
    public String head() {
        return head;
    }

    private int answer() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("closed after " + text);
            }
            text.append((char) c);
        }
        head = text.toString().toLowerCase(Locale.ROOT);
        int at = head.indexOf("content-length: ");
        if (at >= 0) {
            in.skipNBytes(Long.parseLong(head.substring(at + 16, head.indexOf("\r\n", at))));
        }
        if (head.contains("connection: close")) {
            socket.close();
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
