package io.spillway.app;

import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.graph.FleetProbe;
import io.spillway.app.output.EndpointReport;
import io.spillway.ui.FleetConnector;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Connects a fleet from the first screen: tries its addresses, writes the configuration, and hands
/// it on. For the FX thread; what it does, it does elsewhere.
final class FxConnector implements FleetConnector {
    private final FleetProbe probe;
    private final Executor fx;
    private final Executor background;
    private final BiConsumer<Config, Consumer<String>> live;
    private @Nullable FirstConfig found;

    /// @param live goes on with a configuration, or says on the FX thread why not; called in the
    ///   background
    FxConnector(
            FleetProbe probe,
            Executor fx,
            Executor background,
            BiConsumer<Config, Consumer<String>> live) {
        this.probe = probe;
        this.fx = fx;
        this.background = background;
        this.live = live;
    }

    @Override
    public void check(Addresses addresses, Consumer<Findings> answer) {
        background.execute(() -> {
            try {
                FirstConfig asked = FirstConfig.of(addresses.prometheus(), addresses.haproxy());
                FleetProbe.Found seen = probe.ask(asked);
                List<Finding> lines = seen.reports().stream().map(r -> finding(r, seen)).toList();
                fx.execute(() -> {
                    found = seen.config();
                    answer.accept(new Findings(lines, seen.enough()));
                });
            } catch (ConfigException e) {
                List<Finding> lines = e.lines().stream().map(l -> new Finding(false, l)).toList();
                fx.execute(() -> answer.accept(new Findings(lines, false)));
            }
        });
    }

    private static Finding finding(EndpointReport report, FleetProbe.Found seen) {
        boolean balancer = report.endpoint().equals("lb-1");
        if (balancer && report.reachable() && seen.servers() == 0) {
            return new Finding(
                    false,
                    "%s answers, but none of its backends holds servers: look at its configuration."
                            .formatted(report.address()));
        }
        String good =
                balancer
                        ? "answers: %d servers in %d backends"
                                .formatted(seen.servers(), seen.config().backends().size())
                        : "answers, and knows the CPU of the servers";
        return new Finding(
                report.ok(),
                report.ok() && report.message().isEmpty()
                        ? report.address() + " " + good + "."
                        : report.address() + ": " + report.message());
    }

    @Override
    public void write(String file, Consumer<String> trouble) {
        FirstConfig config = found;
        if (config == null) {
            return;
        }
        background.execute(() ->
                path(file, trouble)
                        .filter(path -> written(config, path, trouble))
                        .ifPresent(path -> load(path, trouble)));
    }

    private boolean written(FirstConfig config, Path path, Consumer<String> trouble) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, config.text(), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            say(trouble, path + " is there already, and stays as it is: name another file.");
        } catch (IOException e) {
            say(
                    trouble,
                    path + " cannot be written: check the rights of its folder, or name another.");
        }
        return false;
    }

    @Override
    public void open(String file, Consumer<String> trouble) {
        background.execute(() -> path(file, trouble).ifPresent(path -> load(path, trouble)));
    }

    private Optional<Path> path(String file, Consumer<String> trouble) {
        try {
            if (!file.isBlank()) {
                return Optional.of(Path.of(file));
            }
            say(trouble, "No file is named: write its path.");
        } catch (InvalidPathException e) {
            say(trouble, "\"%s\" is no path of a file: correct it.".formatted(file));
        }
        return Optional.empty();
    }

    private void load(Path path, Consumer<String> trouble) {
        try {
            live.accept(ConfigFile.load(path, System::getenv), trouble);
        } catch (ConfigException e) {
            int more = e.lines().size() - 1;
            say(
                    trouble,
                    e.lines().getFirst()
                            + (more == 0 ? "" : " (and %d more mistakes)".formatted(more)));
        }
    }

    private void say(Consumer<String> trouble, String sentence) {
        fx.execute(() -> trouble.accept(sentence));
    }
}
