package io.spillway.app.wall;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the screen lit and the machine awake by the means of the desktop, for as long as it is
/// open or its process lives.
final class Awake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Awake.class);

    private final List<Process> holding = new ArrayList<>();
    private volatile boolean closed;

    /// @param system the name of the operating system as Java gives it
    /// @param path folders with commands, as in the variable `PATH`
    Awake(String system, String path) {
        for (List<String> command : commands(system)) {
            there(command.getFirst(), path).ifPresent(program -> hold(program, command));
        }
        if (holding.isEmpty()) {
            LOG.warn(
                    "The wall cannot keep the screen lit here: switch off sleep and screen saver"
                            + " in the desktop's settings");
        }
    }

    /// What holds sleep off, by system. Each ends when its input does.
    static List<List<String>> commands(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return List.of(
                    List.of(
                            "systemd-inhibit",
                            "--what=idle:sleep",
                            "--who=Spillway",
                            "--why=The wall is shown",
                            "cat"),
                    List.of("xset", "s", "off", "s", "noblank", "-dpms"));
        }
        return name.startsWith("mac")
                ? List.of(List.of("caffeinate", "-d", "-i", "cat"))
                : List.of();
    }

    private static Optional<Path> there(String command, String path) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void hold(Path program, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.set(0, program.toString());
        try {
            Process process =
                    new ProcessBuilder(line)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            holding.add(process);
            var _ = process.onExit().thenAccept(p -> ended(command.getFirst(), p.exitValue()));
        } catch (IOException e) {
            LOG.warn("{} does not start: {}", command.getFirst(), e.getMessage());
        }
    }

    private void ended(String command, int code) {
        if (code != 0 && !closed) {
            LOG.warn(
                    "{} ended with code {}: the screen may go dark, switch off sleep and screen"
                            + " saver in the desktop's settings",
                    command,
                    code);
        }
    }

    @Override
    public void close() {
        closed = true;
        holding.forEach(Process::destroy);
    }
}
