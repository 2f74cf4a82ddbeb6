package io.spillway.ui.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications of the desktop through its own program: `notify-send` on Linux, `osascript` on
/// macOS. Other platforms get none.
public final class DesktopNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotifier.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final String system;
    private final String path;

    /// @param system the platform's name, as in the property `os.name`
    /// @param path folders in which programs are looked for, as in the environment's `PATH`
    public DesktopNotifier(String system, String path) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.path = path;
    }

    @Override
    public void say(String title, String text) {
        var _ = Thread.ofVirtual().name("notification").start(() -> run(title, text));
    }

    private void run(String title, String text) {
        List<String> command = command(title, text);
        if (command.isEmpty()) {
            return;
        }
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                LOG.warn("{} did not end within {} s", command.getFirst(), DEADLINE.toSeconds());
            }
        } catch (IOException e) {
            LOG.warn("No notification: {} could not be started", command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The program and its arguments; empty where there is none.
    List<String> command(String title, String text) {
        if (system.contains("linux")) {
            return program("notify-send")
                    .map(p ->
                            List.of(
                                    p,
                                    "--app-name=Spillway",
                                    "--urgency=critical",
                                    "--",
                                    title,
                                    text))
                    .orElse(List.of());
        }
        if (system.contains("mac")) {
            // The words are arguments of the script and never part of it.
            return program("osascript")
                    .map(p ->
                            List.of(
                                    p,
                                    "-e",
                                    "on run words",
                                    "-e",
                                    "display notification (item 2 of words) with title (item 1 of"
                                            + " words)",
                                    "-e",
                                    "end run",
                                    title,
                                    text))
                    .orElse(List.of());
        }
        return List.of();
    }

    private Optional<String> program(String name) {
        return Stream.of(path.split(Pattern.quote(java.io.File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
