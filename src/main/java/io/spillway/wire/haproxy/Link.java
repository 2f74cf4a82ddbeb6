package io.spillway.wire.haproxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One byte stream to an endpoint. [#open] and all reading and writing may hang; [#close], from any
/// thread, ends all of them.
final class Link implements Closeable {
    private final Endpoint endpoint;
    private volatile Stage stage = Stage.CONNECT;
    private volatile boolean closed;
    private volatile @Nullable Closeable resource;
    private volatile @Nullable ServerTrust serverTrust;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    /// How far a connection has come.
    enum Stage {
        CONNECT,
        HANDSHAKE,
        GREETING,
        COMMANDS
    }

    Link(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// Connects, over TLS with its handshake.
    void open() throws IOException {
        switch (endpoint) {
            case Endpoint.Unix unix -> {
                SocketChannel channel = hold(SocketChannel.open(StandardProtocolFamily.UNIX));
                channel.connect(UnixDomainSocketAddress.of(unix.path()));
                in = Channels.newInputStream(channel);
                out = Channels.newOutputStream(channel);
            }
            case Endpoint.Tcp tcp -> use(connect(tcp.host(), tcp.port()));
            case Endpoint.Tls tls -> {
                Socket raw = connect(tls.host(), tls.port());
                stage = Stage.HANDSHAKE;
                use(handshake(tls, raw));
            }
        }
        stage = Stage.GREETING;
    }

    private Socket connect(String host, int port) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket socket = hold(new Socket());
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private SSLSocket handshake(Endpoint.Tls tls, Socket raw) throws IOException {
        var trust = tls.keys().trust();
        serverTrust = trust;
        var factory = tls.keys().context(trust).getSocketFactory();
        var socket = (SSLSocket) factory.createSocket(raw, tls.expectedName(), tls.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void use(Socket socket) throws IOException {
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// What is closed to end everything: for TLS the plain socket below, because closing TLS itself
    /// can wait for the peer.
    private <T extends Closeable> T hold(T opened) throws IOException {
        resource = opened;
        if (closed) {
            opened.close();
            throw new IOException("given up");
        }
        return opened;
    }

    InputStream in() {
        return opened(in);
    }

    OutputStream out() {
        return opened(out);
    }

    private static <T> T opened(@Nullable T stream) {
        if (stream == null) {
            throw new IllegalStateException("not open");
        }
        return stream;
    }

    Stage stage() {
        return stage;
    }

    /// True if this is TLS and the balancer's own certificate was found good.
    boolean serverTrusted() {
        ServerTrust trust = serverTrust;
        return trust != null && trust.satisfied();
    }

    /// Notes that HAProxy has answered: from now on there is a connection to lose.
    void greeted() {
        stage = Stage.COMMANDS;
    }

    @Override
    public void close() {
        closed = true;
        Closeable held = resource;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
