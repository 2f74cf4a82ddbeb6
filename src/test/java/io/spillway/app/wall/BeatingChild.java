package io.spillway.app.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// Stands for a wall in a process of its own: says its process id and with which view it began,
/// beats on view 7, and falls silent once a file `freeze` appears.
final class BeatingChild {
    private static final long BEAT_NANOS = 20_000_000;

    private BeatingChild() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path freeze = folder.resolve("freeze");
        Files.writeString(
                folder.resolve("life-" + System.nanoTime()),
                ProcessHandle.current().pid() + " " + arguments[1]);
        Thread.ofPlatform().daemon().start(BeatingChild::endWithParent);
        while (!Files.deleteIfExists(freeze)) {
            System.out.println("beat 7");
            LockSupport.parkNanos(BEAT_NANOS);
        }
        while (true) {
            LockSupport.park();
        }
    }

    private static void endWithParent() {
        try {
            if (System.in.read() < 0) {
                System.exit(0);
            }
        } catch (IOException e) {
            System.exit(1);
        }
    }
}
