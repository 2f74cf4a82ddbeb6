package io.spillway.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// The program, whose FX thread stands still for good once a file `freeze` appears in the folder
/// that the system property `freeze` names. Each life leaves its process id there.
final class FreezingMain {
    private static final long LOOK_NANOS = 50_000_000;

    private FreezingMain() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(System.getProperty("freeze"));
        Files.writeString(
                folder.resolve("life-" + System.nanoTime()),
                ProcessHandle.current().pid() + " " + arguments[arguments.length - 1]);
        Thread.ofPlatform().daemon().start(() -> freezeWhenAsked(folder.resolve("freeze")));
        Main.main(arguments);
    }

    private static void freezeWhenAsked(Path file) {
        try {
            while (!Files.deleteIfExists(file)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Platform.runLater(() -> {
            while (true) {
                LockSupport.park();
            }
        });
    }
}
