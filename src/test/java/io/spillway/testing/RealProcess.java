package io.spillway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real server as a child process in a temporary folder. It dies with this object, and with the
/// virtual machine at the latest.
public final class RealProcess implements AutoCloseable {
    private final Path folder;
    private final List<String> command;
    private final Thread killer = new Thread(this::kill);
    private Process process;

    private RealProcess(Path folder, List<String> command) throws IOException {
        this.folder = folder;
        this.command = List.copyOf(command);
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /// Starts `command` in `folder`, which is deleted on [#close].
    public static RealProcess start(Path folder, List<String> command) {
        try {
            return new RealProcess(folder, command);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /// A new temporary folder.
    public static Path newFolder(String name) {
        try {
            return Files.createTempDirectory("spillway-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port of 127.0.0.1 that nobody listens on.
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the process has printed `words`; fails with what it did print.
    public void awaitPrinted(String words) {
        await("'" + words + "' from " + command.getFirst())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> assertThat(process.isAlive()).as(printed()).isTrue())
                .until(() -> printed().contains(words));
    }

    /// All that the process has printed since it was last started.
    public String printed() {
        try {
            return Files.readString(folder.resolve("printed.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder that it runs in.
    public Path folder() {
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    /// Hangs the process (SIGSTOP): its connections stay open and nothing answers.
    public void pause() {
        signal("STOP");
        Hung.await(List.of(ProcessHandle.of(pid()).orElseThrow()));
    }

    /// Lets a hung process go on (SIGCONT).
    public void resume() {
        signal("CONT");
    }

    /// Sends a signal by name, for instance `USR2`.
    public void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "" + pid()).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("No process " + pid() + " to signal");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Kills the process (SIGKILL) and waits for its end.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Kills the process and starts it again in the same folder.
    public void restart() {
        kill();
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(killer);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.log").toFile())
                .start();
    }
}
