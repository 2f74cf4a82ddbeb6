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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// A desk in another process, behind its socket.
public final class RemoteDesk implements DeskPort {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteDesk.class);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final Duration LEAST_SILENCE = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int SILENT_INTERVALS = 5;
    private static final long LOOK_NANOS = 500_000_000;

    private final UnixDomainSocketAddress address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private final SocketChannel stream;
    private final Duration leastSilence;
    private final Duration answer;
    private final Map<SocketChannel, CompletableFuture<Reply>> pending = new ConcurrentHashMap<>();
    private volatile long deadline;

    /// The desk said nothing for too long, and may be asked all the same.
    private volatile boolean silent;

    /// The desk ended the stream of Pictures; commands under way it may answer yet.
    private volatile boolean ended;

    private volatile Picture latest;

    /// Connects and reads the first Picture, within some seconds.
    ///
    /// @throws IOException if no desk listens there, or none that answers
    public RemoteDesk(Path socket) throws IOException {
        this(socket, FIRST_ANSWER, LEAST_SILENCE, ANSWER);
    }

    /// @param patience with the first Picture
    /// @param leastSilence how long a desk of short intervals may say nothing
    /// @param answer how long a command may take
    RemoteDesk(Path socket, Duration patience, Duration leastSilence, Duration answer)
            throws IOException {
        address = UnixDomainSocketAddress.of(socket);
        this.leastSilence = leastSilence;
        this.answer = answer;
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

    /// Cuts the connection to a desk that says nothing, which ends all that waits for it.
    private void guard() {
        try {
            long left = deadline - System.nanoTime();
            while (left > 0) {
                // The deadline may come nearer meanwhile.
                Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_NANOS)));
                left = deadline - System.nanoTime();
            }
            if (!ended) {
                LOG.warn("The desk behind {} says nothing", address);
                silent = true;
                pending.values().forEach(p -> p.completeExceptionally(new TimeoutException()));
                stream.close();
            }
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
            ended = true;
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

    /// True once the desk is gone for good: no new Picture will come, and others must ask anew.
    public boolean gone() {
        return ended;
    }

    @Override
    public AutoCloseable watch(Consumer<Picture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Sends a command, and waits at most 2 minutes for the answer, or for as long as the desk may
    /// say nothing if it has fallen silent.
    @Override
    public CompletableFuture<Reply> send(Command command) {
        SocketChannel channel = null;
        try {
            SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel = opened;
            CompletableFuture<Reply> reply =
                    CompletableFuture.supplyAsync(() -> ask(opened, command), threads);
            pending.put(opened, reply);
            Duration patience = silent ? leastSilence : answer;
            return reply.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((_, _) -> {
                        pending.remove(opened);
                        closeQuietly(opened);
                    })
                    .exceptionally(trouble -> none(trouble, patience));
        } catch (RejectedExecutionException e) {
            closeQuietly(channel);
            return CompletableFuture.completedFuture(Reply.closing());
        } catch (IOException e) {
            return CompletableFuture.completedFuture(none(e, answer));
        }
    }

    private Reply ask(SocketChannel channel, Command command) {
        try {
            channel.connect(address);
            write(channel, new Wire.Request("send", command));
            return read(
                    new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)),
                    Reply.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply none(Throwable trouble, Duration patience) {
        LOG.warn("The desk did not answer", trouble);
        Throwable cause = trouble instanceof CompletionException ? trouble.getCause() : trouble;
        if (!(cause instanceof TimeoutException)) {
            return refused("The desk went away before it answered: what it did is in its journal");
        }
        String why =
                silent ? "The desk fell silent" : "No answer within " + patience.toSeconds() + " s";
        return refused(why + ". It may do it yet: what it did is in its journal");
    }

    private static Reply refused(String why) {
        return new Reply(false, why + ", see 'spillway leases'", null, null);
    }

    private static void closeQuietly(@Nullable SocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("Closing the desk's socket", e);
        }
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
        closeQuietly(stream);
        threads.shutdownNow();
    }
}
