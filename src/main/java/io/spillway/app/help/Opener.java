package io.spillway.app.help;

import io.spillway.ui.Help;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages by the desktop's own program: `xdg-open` on Linux, `open` on macOS, the handler of
/// addresses on Windows. Safe for any thread.
public final class Opener implements Help {
    private static final Logger LOG = LoggerFactory.getLogger(Opener.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Supplier<Manual> manual;
    private final String system;
    private final String path;
    private final Executor background;
    private final Executor fx;

    /// @param manual finds the pages; called in the background
    /// @param system the platform's name, as in the property `os.name`
    /// @param path folders in which programs are looked for, as in the environment's `PATH`
    /// @param background runs what waits for a program
    /// @param fx runs tasks on the FX thread
    public Opener(
            Supplier<Manual> manual, String system, String path, Executor background, Executor fx) {
        this.manual = manual;
        this.system = system.toLowerCase(Locale.ROOT);
        this.path = path;
        this.background = background;
        this.fx = fx;
    }

    @Override
    public void open(String topic, Consumer<Trouble> told) {
        background.execute(
                () -> open(topic).ifPresent(trouble -> fx.execute(() -> told.accept(trouble))));
    }

    private Optional<Trouble> open(String topic) {
        Manual here = manual.get();
        Optional<Path> page = here.page(topic);
        if (page.isEmpty()) {
            return Optional.of(new Trouble(false, here.folder().toString()));
        }
        List<String> command = command(page.get());
        return !command.isEmpty() && run(command)
                ? Optional.empty()
                : Optional.of(new Trouble(true, page.get().toString()));
    }

    /// The program and its arguments; empty where there is none.
    List<String> command(Path page) {
        String file = page.toString();
        if (system.contains("windows")) {
            String address = page.toUri().toString();
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return program(system.contains("mac") ? "open" : "xdg-open")
                .map(p -> List.of(p, file))
                .orElse(List.of());
    }

    private Optional<String> program(String name) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static boolean run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // What still runs by then is the browser, which stays.
            return !process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    || process.exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("{} could not be started", command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
