package io.spillway.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on loopback for Runtime API connections to one balancer.
final class RuntimeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeServer.class);

    private final ServerSocket listener;
    private final RuntimeCommands commands;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    RuntimeServer(Model model, Balancer balancer) throws IOException {
        listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        commands = new RuntimeCommands(model, balancer, listener.getLocalPort());
        Thread.ofVirtual().name("practice-" + balancer.name).start(this::accept);
    }

    /// `tcp://127.0.0.1:PORT`.
    String endpoint() {
        return "tcp://127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() {
        quietly(listener);
        open.forEach(RuntimeServer::quietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                LOG.debug("practice balancer stopped listening: {}", e.getMessage());
            }
        }
        open.forEach(RuntimeServer::quietly);
    }

    private void serve(Socket socket) {
        try (socket) {
            new RuntimeSession(socket, commands).run();
        } catch (IOException e) {
            LOG.debug("practice balancer lost a connection: {}", e.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.debug("while closing: {}", e.getMessage());
        }
    }
}
