package io.spillway.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets other windows and commands of the same user speak to a desk, over a Unix-domain socket of
/// mode 0600 in the desk's state folder.
public final class DeskServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);
    private static final long CLOSE_SECONDS = 30;
    private static final long LOOK_UP_MILLIS = 200;
    private static final long PAUSE_NANOS = 100_000_000;

    private final DeskPort desk;
    private final Path socket;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Those with no command under way.
    private final Set<SocketChannel> waiting = ConcurrentHashMap.newKeySet();

    /// Starts listening.
    ///
    /// @throws IOException if the socket cannot be made
    public DeskServer(DeskPort desk, Path socket) throws IOException {
        this.desk = desk;
        this.socket = socket;
        Private.folderOf(socket);
        // Only the owner of the lock gets here, so a socket that is left over is nobody's.
        Files.deleteIfExists(socket);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Private.file(socket);
        threads.execute(() -> accept(server::accept));
    }

    /// Where windows and commands come from.
    interface Clients {
        SocketChannel next() throws IOException;
    }

    /// Serves each until the socket is closed.
    void accept(Clients clients) {
        while (true) {
            try {
                SocketChannel client = clients.next();
                waiting.add(client);
                threads.execute(() -> serve(client));
            } catch (ClosedChannelException | RejectedExecutionException e) {
                LOG.debug("Desk socket closed");
                dismiss();
                return;
            } catch (IOException e) {
                LOG.error("The desk's socket failed; a window or command may not reach it", e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// Cuts off whoever has no command under way.
    private void dismiss() {
        List.copyOf(waiting).stream().filter(waiting::remove).forEach(DeskServer::closeQuietly);
    }

    private void serve(SocketChannel client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
                Writer out = Channels.newWriter(client, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            if (line != null) {
                answer(client, Wire.JSON.readValue(line, Wire.Request.class), out);
            }
        } catch (IOException | tools.jackson.core.JacksonException e) {
            LOG.debug("A window or command went away", e);
        } finally {
            waiting.remove(client);
        }
    }

    private void answer(SocketChannel client, Wire.Request request, Writer out) throws IOException {
        switch (request.ask()) {
            case "picture" -> write(out, desk.picture());
            case "watch" -> follow(out);
            case "send" -> {
                Command command = request.command();
                // Who was cut off before would never hear what became of it.
                if (command != null && waiting.remove(client)) {
                    write(out, desk.send(command).join());
                }
            }
            default -> LOG.debug("Unknown request {}", request.ask());
        }
    }

    /// Sends each new Picture; a slow reader gets the newest and misses those between.
    private void follow(Writer out) throws IOException {
        BlockingQueue<Picture> newest = new ArrayBlockingQueue<>(1);
        AutoCloseable watch =
                desk.watch(picture -> {
                    newest.clear();
                    newest.add(picture);
                });
        try {
            write(out, desk.picture());
            while (!threads.isShutdown()) {
                Picture picture = newest.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (picture != null) {
                    write(out, picture);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(watch);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("Closing what serves a window or command", e);
        }
    }

    private static void write(Writer out, Object value) throws IOException {
        out.write(Wire.JSON.writeValueAsString(value));
        out.write('\n');
        out.flush();
    }

    /// Takes no more requests, lets commands under way finish, cuts off everybody else.
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
            threads.shutdown();
            dismiss();
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (IOException e) {
            LOG.warn("The desk's socket did not close cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
