package io.spillway.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A desk in another process, behind its socket.
public final class RemoteDesk implements DeskPort {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteDesk.class);

    private final UnixDomainSocketAddress address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private final SocketChannel stream;
    private volatile Picture latest;

    /// Connects and reads the first Picture.
    ///
    /// @throws IOException if no desk listens there
    public RemoteDesk(Path socket) throws IOException {
        address = UnixDomainSocketAddress.of(socket);
        stream = SocketChannel.open(address);
        write(stream, new Wire.Request("watch", null));
        BufferedReader in = new BufferedReader(Channels.newReader(stream, StandardCharsets.UTF_8));
        latest = read(in, Picture.class);
        threads.execute(() -> follow(in));
    }

    private void follow(BufferedReader in) {
        try {
            while (true) {
                publish(read(in, Picture.class));
            }
        } catch (IOException e) {
            LOG.info("The desk behind {} is gone", address);
            publish(Lost.of(latest));
        }
    }

    private void publish(Picture picture) {
        latest = picture;
        listeners.forEach(listener -> listener.accept(picture));
    }

    @Override
    public Picture picture() {
        return latest;
    }

    @Override
    public AutoCloseable watch(Consumer<Picture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Reply> send(Command command) {
        return CompletableFuture.supplyAsync(() -> ask(command), threads)
                .exceptionally(RemoteDesk::gone);
    }

    private Reply ask(Command command) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            write(channel, new Wire.Request("send", command));
            return read(
                    new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)),
                    Reply.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply gone(Throwable trouble) {
        LOG.warn("The desk did not answer", trouble);
        return new Reply(
                false,
                "The desk went away before it answered: what it did is in its journal, see"
                        + " 'spillway leases'",
                null,
                null);
    }

    private static void write(SocketChannel channel, Wire.Request request) throws IOException {
        byte[] line =
                (Wire.JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static <T> T read(BufferedReader in, Class<T> type) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the desk closed the connection");
        }
        return Wire.JSON.readValue(line, type);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("Closing the desk's socket", e);
        }
        threads.shutdownNow();
    }
}
