package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.history.Window;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Neither end of a desk's socket waits for ever for the other.
@Timeout(20)
class StuckDeskTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir Path folder;

    private Path path() throws IOException {
        return StateFolder.socket(folder);
    }

    /// Listens, and takes in nobody by itself.
    private ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path()));
    }

    private static Picture picture(long tick) {
        return new Picture(
                tick,
                Instant.EPOCH,
                "shop",
                null,
                Duration.ofMillis(20),
                Picture.State.OK,
                Mode.OBSERVE,
                FleetState.empty(0, List.of()),
                List.of(),
                Window.empty(),
                Window.empty(),
                io.spillway.watch.Outlook.unknown(),
                Alarms.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Relief.none());
    }

    private static void say(SocketChannel client, String line) throws IOException {
        client.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void say(SocketChannel client, Picture picture) throws IOException {
        say(client, Wire.JSON.writeValueAsString(picture));
    }

    @Test
    void aDeskThatNeverAnswersIsNoDesk() throws IOException {
        try (ServerSocketChannel desk = listening()) {
            assertThat(desk.isOpen()).isTrue();
            assertThatThrownBy(() -> new RemoteDesk(path(), SHORT, LONG, LONG).close())
                    .isInstanceOf(IOException.class);
        }
    }

    /// What it says comes before it is asked, which the socket holds for the reader.
    private RemoteDesk remote(
            ServerSocketChannel desk, Duration silence, CompletableFuture<SocketChannel> client)
            throws IOException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        SocketChannel accepted = desk.accept();
                        say(accepted, picture(1));
                        client.complete(accepted);
                    } catch (IOException e) {
                        client.completeExceptionally(e);
                    }
                });
        return new RemoteDesk(path(), LONG, silence, LONG);
    }

    @Test
    void aDeskThatFallsSilentIsLost() throws IOException {
        CompletableFuture<SocketChannel> client = new CompletableFuture<>();
        try (ServerSocketChannel desk = listening();
                RemoteDesk remote = remote(desk, Duration.ofMillis(200), client);
                SocketChannel open = client.join()) {
            assertThat(open.isOpen()).isTrue();
            CompletableFuture<Reply> reply = remote.send(new Command.Observe());
            await().until(() -> remote.picture().state() == Picture.State.BLIND);
            assertThat(reply.join().message()).contains("silent", "spillway leases");
            assertThat(remote.send(new Command.Observe()).join().message()).contains("silent");
        }
    }

    @Test
    void aCommandThatADeskNeverAnswersIsGivenUp() throws IOException {
        Slow desk = new Slow();
        try (DeskServer server = new DeskServer(desk, path());
                RemoteDesk remote = new RemoteDesk(path(), LONG, LONG, SHORT)) {
            assertThat(server).isNotNull();
            Reply reply = remote.send(new Command.Observe()).join();
            assertThat(reply.done()).isFalse();
            assertThat(reply.message()).contains("No answer within", "spillway leases");
            assertThat(remote.picture().state()).isEqualTo(Picture.State.OK);
            desk.reply.complete(new Reply(true, "too late", null, null));
        }
    }

    @Test
    void aListenerThatFailsStopsNothingAndNonsenseIsALostDesk() throws Exception {
        CompletableFuture<SocketChannel> client = new CompletableFuture<>();
        AtomicInteger seen = new AtomicInteger();
        try (ServerSocketChannel desk = listening();
                RemoteDesk remote = remote(desk, LONG, client);
                SocketChannel open = client.join();
                AutoCloseable _ =
                        remote.watch(_ -> {
                            throw new IllegalStateException("a listener's own trouble");
                        });
                AutoCloseable _ = remote.watch(_ -> seen.incrementAndGet())) {
            say(open, picture(2));
            await().until(() -> remote.picture().tick() == 2 && seen.get() == 1);
            say(open, "{\"tick\": nonsense");
            await().until(() -> remote.picture().state() == Picture.State.BLIND);
        }
    }

    private static final class Slow implements DeskPort {
        final CompletableFuture<Reply> reply = new CompletableFuture<>();
        final CompletableFuture<Command> asked = new CompletableFuture<>();

        @Override
        public Picture picture() {
            return StuckDeskTest.picture(1);
        }

        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            return () -> {};
        }

        @Override
        public CompletableFuture<Reply> send(Command command) {
            asked.complete(command);
            return reply;
        }

        @Override
        public void close() {}
    }

    @Test
    void whoAsksNothingKeepsNoDeskFromClosing() throws IOException {
        DeskServer server = new DeskServer(new Slow(), path());
        try (SocketChannel idle = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
            long begun = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(cutOff(idle)).isTrue();
        }
    }

    /// Closed in good order, or reset because it had not been taken in yet.
    private static boolean cutOff(SocketChannel client) {
        try {
            return client.read(ByteBuffer.allocate(1)) == -1;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aCommandUnderWayIsAnsweredBeforeTheDeskCloses() throws Exception {
        Slow desk = new Slow();
        DeskServer server = new DeskServer(desk, path());
        try (RemoteDesk remote = new RemoteDesk(path())) {
            CompletableFuture<Reply> answer = remote.send(new Command.Observe());
            desk.asked.join();
            Thread closing = Thread.ofVirtual().start(server::close);
            await().until(() -> remote.picture().state() == Picture.State.BLIND);
            assertThat(closing.isAlive()).isTrue();
            desk.reply.complete(new Reply(true, "done", null, null));
            assertThat(answer.join().message()).isEqualTo("done");
            closing.join();
        }
    }

    @Test
    void oneClientThatCannotBeTakenInIsNotTheLast() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (DeskServer server = new DeskServer(new Slow(), path())) {
            server.accept(() -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IOException("too many open files");
                }
                throw new ClosedChannelException();
            });
        }
        assertThat(calls).hasValue(2);
    }
}
