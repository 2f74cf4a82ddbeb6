package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real HAProxy as a child process, with a Runtime API of level admin on a Unix socket and on a
/// loopback port. Close it and every process it ever started is gone.
///
///     try (var haproxy = RealHaproxy.start(dir, "backend be\n  server s1 127.0.0.1:9000\n")) {
///         haproxy.unix();  // unix:/tmp/…/runtime.sock
///     }
public final class RealHaproxy implements AutoCloseable {
    private static final String DEFAULTS =
            """
            defaults
              mode http
              timeout connect 1s
              timeout client 60s
              timeout server 60s
              timeout queue 60s
            """;

    private final Path dir;
    private final String extra;
    private final List<Path> beside;
    private final int port = FreePorts.one();
    private final List<Process> started = new ArrayList<>();

    private RealHaproxy(Path dir, String extra, List<Path> beside) {
        this.dir = dir;
        this.extra = extra;
        this.beside = List.copyOf(beside);
    }

    /// Starts with the given sections after a `global` and a `defaults` (http mode) of its own.
    public static RealHaproxy start(Path dir, String sections) {
        return start(dir, "", sections);
    }

    /// The same with more lines for `global`, for instance `stats timeout 1s`.
    public static RealHaproxy start(Path dir, String global, String sections) {
        var haproxy = new RealHaproxy(dir, global, List.of());
        haproxy.launch(sections);
        return haproxy;
    }

    /// The same as with the sections alone, with more configuration files loaded after them.
    public static RealHaproxy start(Path dir, String sections, List<Path> beside) {
        var haproxy = new RealHaproxy(dir, "", beside);
        haproxy.launch(sections);
        return haproxy;
    }

    /// The Unix socket of the Runtime API.
    public Path socket() {
        return dir.resolve("runtime.sock");
    }

    /// The loopback port of the Runtime API.
    public int port() {
        return port;
    }

    /// The Runtime API as an endpoint on the Unix socket.
    public String unix() {
        return "unix:" + socket();
    }

    /// The Runtime API as an endpoint on the loopback port.
    public String tcp() {
        return "tcp://127.0.0.1:" + port;
    }

    /// The process that serves now.
    public long pid() {
        return started.getLast().pid();
    }

    /// Replaces the process by a new one with the same configuration, as a reload does. Returns
    /// when the new process answers; the old one lives on until its last connection ends.
    public void reload() {
        launch(read(config()).substring(head().length()));
    }

    /// The same with other sections.
    public void reload(String sections) {
        launch(sections);
    }

    /// Stops the process in its tracks (SIGSTOP): it accepts, and never answers.
    public void freeze() {
        signal("-STOP");
        Hung.await(started.stream().filter(Process::isAlive).map(Process::toHandle).toList());
    }

    /// Lets a frozen process run again.
    public void thaw() {
        signal("-CONT");
    }

    /// Ends every process at once (SIGKILL).
    public void kill() {
        started.forEach(Process::destroyForcibly);
        for (Process process : started) {
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    /// Starts again after [#kill].
    public void restart() {
        launch(read(config()).substring(head().length()));
    }

    /// Runs one command on a connection of its own and returns the answer. Loud on failure.
    public String ask(String command) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = ByteBuffer.allocate(1 << 20);
            while (channel.read(answer) >= 0 && answer.hasRemaining()) {
                // Until the end.
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void launch(String sections) {
        try {
            Files.writeString(config(), head() + sections);
            var command = new ArrayList<>(List.of("haproxy", "-db", "-f", config().toString()));
            beside.forEach(file -> command.addAll(List.of("-f", file.toString())));
            if (!started.isEmpty() && started.getLast().isAlive()) {
                command.addAll(List.of("-sf", Long.toString(pid())));
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            started.add(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(this::serves);
    }

    private boolean serves() {
        if (!started.getLast().isAlive()) {
            throw new AssertionError("haproxy did not start: " + read(log()));
        }
        try {
            return ask("show info").contains("Pid: " + pid() + "\n");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private String head() {
        return """
        global
          stats socket %s mode 600 level admin
          stats socket ipv4@127.0.0.1:%d level admin
          hard-stop-after 30s
        %s
        %s\
        """
                .formatted(socket(), port, extra, DEFAULTS);
    }

    private Path config() {
        return dir.resolve("haproxy.cfg");
    }

    private Path log() {
        return dir.resolve("haproxy.log");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
