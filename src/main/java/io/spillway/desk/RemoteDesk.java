package io.spillway.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// A desk in another process, behind its socket.
public final class RemoteDesk implements DeskPort {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteDesk.class);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final Duration LEAST_SILENCE = Duration.ofSeconds(10);
    private static final int SILENT_INTERVALS = 5;
    private static final long LOOK_NANOS = 500_000_000;

    private final UnixDomainSocketAddress address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private final SocketChannel stream;
    private final Duration leastSilence;
    private volatile long deadline;
    private volatile Picture latest;

    /// Connects and reads the first Picture, within some seconds.
    ///
    /// @throws IOException if no desk listens there, or none that answers
    public RemoteDesk(Path socket) throws IOException {
        this(socket, FIRST_ANSWER, LEAST_SILENCE);
    }

    /// @param patience with the first Picture
    /// @param leastSilence how long a desk of short intervals may say nothing
    RemoteDesk(Path socket, Duration patience, Duration leastSilence) throws IOException {
        address = UnixDomainSocketAddress.of(socket);
        this.leastSilence = leastSilence;
        stream = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            expectWithin(patience);
            threads.execute(this::guard);
            stream.connect(address);
            write(stream, new Wire.Request("watch", null));
            BufferedReader in =
                    new BufferedReader(Channels.newReader(stream, StandardCharsets.UTF_8));
            latest = read(in, Picture.class);
            expectWithin(silence(latest));
            threads.execute(() -> follow(in));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void expectWithin(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /// How long the desk may say nothing, by the wall clock.
    private Duration silence(Picture picture) {
        Picture.Practice practice = picture.practice();
        double speed = practice == null ? 1 : practice.speed();
        long millis = Math.round(SILENT_INTERVALS * picture.interval().toMillis() / speed);
        return Duration.ofMillis(Math.max(millis, leastSilence.toMillis()));
    }

    /// Cuts the connection to a desk that says nothing, which ends the read that waits for it.
    private void guard() {
        try {
            long left = deadline - System.nanoTime();
            while (left > 0) {
                // The deadline may come nearer meanwhile.
                Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_NANOS)));
                left = deadline - System.nanoTime();
            }
            LOG.warn("The desk behind {} says nothing", address);
            stream.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("Closing the desk's socket", e);
        }
    }

    private void follow(BufferedReader in) {
        try {
            while (true) {
                Picture picture = read(in, Picture.class);
                expectWithin(silence(picture));
                publish(picture);
            }
        } catch (IOException e) {
            LOG.info("The desk behind {} is gone: {}", address, e.toString());
            publish(Lost.of(latest));
        }
    }

    private void publish(Picture picture) {
        latest = picture;
        for (Consumer<Picture> listener : listeners) {
            try {
                listener.accept(picture);
            } catch (RuntimeException | Error e) {
                LOG.error("A listener failed", e);
            }
        }
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
        try {
            return CompletableFuture.supplyAsync(() -> ask(command), threads)
                    .exceptionally(RemoteDesk::gone);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Reply.closing());
        }
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
        try {
            return Wire.JSON.readValue(line, type);
        } catch (JacksonException e) {
            throw new IOException("the desk says what cannot be understood", e);
        }
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
