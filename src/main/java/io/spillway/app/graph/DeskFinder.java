package io.spillway.app.graph;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.Config;
import io.spillway.desk.Picture;
import io.spillway.desk.RemoteDesk;
import io.spillway.desk.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the one desk of a state folder: another process's, or one made here.
final class DeskFinder {
    /// A desk that is starting or ending takes no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long PAUSE_NANOS = 50_000_000;

    private DeskFinder() {}

    /// @param make builds the desk of this process on the folder it is given
    static DeskSession find(
            Path folder,
            boolean console,
            @Nullable Config config,
            Function<StateFolder, DeskSession> make) {
        Path socket = usable(folder, () -> StateFolder.socket(folder));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<StateFolder> taken = usable(folder, () -> StateFolder.take(folder, console));
            if (taken.isPresent()) {
                return make.apply(taken.get());
            }
            try {
                return same(new RemoteDesk(socket), folder, config);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new Refused(
                            "another Spillway holds %s but does not answer: end it, or use another --state"
                                    .formatted(folder),
                            e);
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// Nobody may act on another site than the one he named.
    private static DeskSession same(RemoteDesk remote, Path folder, @Nullable Config config) {
        Picture picture = remote.picture();
        boolean practice = config != null && config.practice() != null;
        if (config == null
                || (config.site().equals(picture.site())
                        && practice == (picture.practice() != null)
                        && config.pools().equals(picture.fleet().pools()))) {
            return new ForeignDesk(remote, StateFolder.ownedByConsole(folder));
        }
        remote.close();
        throw new Refused(
                "the desk that runs in %s has another configuration (site \"%s\"): end it, name its configuration, or use another --state"
                        .formatted(folder, picture.site()));
    }

    private interface Use<T> {
        T run() throws IOException;
    }

    private static <T> T usable(Path folder, Use<T> use) {
        try {
            return use.run();
        } catch (IOException e) {
            throw new Refused(
                    "the state folder %s cannot be used, %s: check its rights, or give another with --state"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }
}
