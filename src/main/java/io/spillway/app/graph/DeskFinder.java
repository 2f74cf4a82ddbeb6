package io.spillway.app.graph;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.desk.RemoteDesk;
import io.spillway.desk.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Finds the one desk of a state folder: another process's, or one made here.
final class DeskFinder {
    /// A desk that is starting or ending takes no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long PAUSE_NANOS = 50_000_000;

    private DeskFinder() {}

    /// @param make builds the desk of this process on the folder it is given
    static DeskSession find(Path folder, boolean console, Function<StateFolder, DeskSession> make) {
        Path socket = usable(folder, () -> StateFolder.socket(folder));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<StateFolder> taken = usable(folder, () -> StateFolder.take(folder, console));
            if (taken.isPresent()) {
                return make.apply(taken.get());
            }
            try {
                RemoteDesk remote = new RemoteDesk(socket);
                return new ForeignDesk(remote, StateFolder.ownedByConsole(folder));
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
