package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.history.Window;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.who.Attribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskServerTest {
    /// A desk that only publishes what the test tells it to.
    private static final class Stub implements DeskPort {
        final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
        volatile Picture latest = pictureOf(1);

        void publish(Picture picture) {
            latest = picture;
            listeners.forEach(l -> l.accept(picture));
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
            return CompletableFuture.completedFuture(
                    new Reply(true, command.toString(), null, null));
        }

        @Override
        public void close() {}
    }

    private static Picture pictureOf(long tick) {
        return new Picture(
                tick,
                Instant.EPOCH,
                "shop",
                null,
                Duration.ofSeconds(1),
                Picture.State.OK,
                Mode.OBSERVE,
                FleetState.empty(0, List.of()),
                List.of(),
                Window.empty(),
                Window.empty(),
                outlook(),
                Alarms.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Relief.none());
    }

    private static Outlook outlook() {
        Outlook none = Outlook.unknown();
        LoadOutlook fleet =
                new LoadOutlook(
                        "",
                        1200,
                        none.fleet().usual(),
                        List.of(),
                        none.fleet().capacity(),
                        Forecast.notInSight(Forecast.Cone.none()));
        return new Outlook(
                fleet, List.of(), none.servers(), List.of(), Attribution.none(), List.of());
    }

    @TempDir Path folder;

    @Test
    void aWindowElsewhereSeesThePicturesAndSendsCommands() throws IOException {
        Stub desk = new Stub();
        Path socket = StateFolder.socket(folder);
        try (DeskServer server = new DeskServer(desk, socket);
                RemoteDesk remote = new RemoteDesk(socket)) {
            assertThat(server).isNotNull();
            assertThat(remote.picture().tick()).isEqualTo(1);
            await().until(() -> !desk.listeners.isEmpty());
            desk.publish(pictureOf(2));
            await().until(() -> remote.picture().tick() == 2);
            Command command = new Command.Operate("ops-1");
            assertThat(remote.send(command).join().message()).isEqualTo(command.toString());
        }
    }

    @Test
    void theSocketIsForItsOwnerOnlyAndGoesWithTheDesk() throws IOException {
        Path socket = StateFolder.socket(folder);
        try (DeskServer server = new DeskServer(new Stub(), socket)) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void aCommandToADeskThatWentAwaySaysSo() throws IOException {
        Path socket = StateFolder.socket(folder);
        DeskServer server = new DeskServer(new Stub(), socket);
        try (RemoteDesk remote = new RemoteDesk(socket)) {
            server.close();
            Reply reply = remote.send(new Command.Observe()).join();
            assertThat(reply.done()).isFalse();
            assertThat(reply.message()).contains("went away").contains("leases");
        }
    }

    @Test
    void aWindowWhoseDeskIsGoneSaysSo() throws IOException {
        Path socket = StateFolder.socket(folder);
        DeskServer server = new DeskServer(new Stub(), socket);
        try (RemoteDesk remote = new RemoteDesk(socket)) {
            server.close();
            await().until(() -> remote.picture().state() == Picture.State.BLIND);
            assertThat(remote.picture().notices().getFirst()).contains("ended");
            LoadOutlook fleet = remote.picture().outlook().fleet();
            assertThat(fleet.load()).as("an old load is none of now").isNaN();
            assertThat(fleet.forecast().sight()).isEqualTo(Forecast.Sight.UNKNOWN);
        }
    }

    @Test
    void aSocketLeftBehindByACrashIsReplaced() throws IOException {
        Path socket = StateFolder.socket(folder);
        Files.createFile(socket);
        assertThatThrownBy(() -> new RemoteDesk(socket).close()).isInstanceOf(IOException.class);
        try (DeskServer server = new DeskServer(new Stub(), socket);
                RemoteDesk remote = new RemoteDesk(socket)) {
            assertThat(server).isNotNull();
            assertThat(remote.picture().site()).isEqualTo("shop");
        }
    }

    @Test
    void oneDeskOwnsAFolder() throws IOException {
        try (StateFolder first = StateFolder.take(folder, true).orElseThrow()) {
            assertThat(first.path()).isEqualTo(folder);
            assertThat(StateFolder.take(folder, false)).isEmpty();
            assertThat(StateFolder.ownedByConsole(folder)).isTrue();
        }
        try (StateFolder second = StateFolder.take(folder, false).orElseThrow()) {
            assertThat(second.path()).isEqualTo(folder);
            assertThat(StateFolder.ownedByConsole(folder)).isFalse();
        }
    }

    @Test
    void aFolderTooDeepForASocketStillGetsOne() throws IOException {
        Path deep = folder.resolve("x".repeat(120));
        Path socket = StateFolder.socket(deep);
        try {
            assertThat(socket.toString().length()).isLessThan(100);
            assertThat(socket).isNotEqualTo(StateFolder.socket(folder));
            assertThat(StateFolder.socket(deep)).isEqualTo(socket);
            assertThat(mode(socket.resolveSibling(""))).isEqualTo("rwx------");
        } finally {
            Files.delete(socket.resolveSibling(""));
        }
    }

    @Test
    void aFolderAmongOthersThatOthersMayEnterIsRefused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> Private.folderAmongOthers(open))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(open.toString())
                .hasMessageContaining("remove it");
        Path own = folder.resolve("own");
        Private.folderAmongOthers(own);
        Path link = Files.createSymbolicLink(folder.resolve("link"), own);
        assertThatThrownBy(() -> Private.folderAmongOthers(link)).isInstanceOf(IOException.class);
    }

    @Test
    void aStateFolderThatOthersMayReadBecomesItsOwnersAlone() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (StateFolder taken = StateFolder.take(folder, true).orElseThrow()) {
            assertThat(mode(taken.path())).isEqualTo("rwx------");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
