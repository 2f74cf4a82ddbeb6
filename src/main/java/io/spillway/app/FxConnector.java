package io.spillway.app;

import io.spillway.app.cli.Refused;
import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.config.FirstBalancer;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.config.FirstConfigFile;
import io.spillway.app.graph.FleetProbe;
import io.spillway.app.output.EndpointReport;
import io.spillway.ui.FleetConnector;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connects a fleet from the first screen: tries its addresses, writes the configuration, and hands
/// it on. For the FX thread; what it does, it does elsewhere.
final class FxConnector implements FleetConnector {
    private static final Logger LOG = LoggerFactory.getLogger(FxConnector.class);
    private static final String UNFORESEEN =
            "This failed, and should not have: the log in the state folder says why. Try again.";

    private final FleetProbe probe;
    private final Executor fx;
    private final Executor background;
    private final Function<String, @Nullable String> environment;
    private final BiConsumer<Config, Consumer<String>> live;

    /// @param environment gives the secret of a name, null where there is none; may ask a person
    /// @param live goes on with a configuration, or says on the FX thread why not; called in the
    ///   background
    FxConnector(
            FleetProbe probe,
            Executor fx,
            Executor background,
            Function<String, @Nullable String> environment,
            BiConsumer<Config, Consumer<String>> live) {
        this.probe = probe;
        this.fx = fx;
        this.background = background;
        this.environment = environment;
        this.live = live;
    }

    @Override
    public void check(Addresses addresses, Consumer<Findings> answer) {
        begin(
                () -> {
                    Findings findings = findings(addresses);
                    fx.execute(() -> answer.accept(findings));
                },
                sentence -> answer.accept(nothing(List.of(sentence))));
    }

    private Findings findings(Addresses addresses) {
        try {
            FirstConfig asked =
                    FirstConfig.of(addresses.prometheus(), addresses.haproxy(), keys(addresses));
            FleetProbe.Found seen = probe.ask(asked);
            List<Finding> lines = seen.reports().stream().map(r -> finding(r, seen)).toList();
            return new Findings(
                    lines,
                    seen.enough() ? (file, trouble) -> write(seen.config(), file, trouble) : null);
        } catch (ConfigException e) {
            return nothing(e.lines());
        } catch (Refused e) {
            return nothing(List.of(String.valueOf(e.getMessage())));
        }
    }

    private @Nullable ClientKeys keys(Addresses addresses) throws ConfigException {
        return addresses.keyStore().isEmpty() || addresses.authority().isEmpty()
                ? null
                : ClientKeys.of(
                        Path.of(addresses.keyStore()),
                        Path.of(addresses.authority()),
                        ClientKeys.USUAL,
                        environment);
    }

    private static Findings nothing(List<String> wrong) {
        return new Findings(wrong.stream().map(line -> new Finding(false, line)).toList(), null);
    }

    private static Finding finding(EndpointReport report, FleetProbe.Found seen) {
        boolean balancer = report.endpoint().equals(FirstBalancer.NAME);
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

    /// Writes a configuration that was found, and goes on with it.
    void write(FirstConfig config, String file, Consumer<String> trouble) {
        begin(
                () ->
                        path(file, trouble)
                                .filter(path -> written(config, path, trouble))
                                .ifPresent(path -> load(path, trouble)),
                trouble);
    }

    private boolean written(FirstConfig config, Path path, Consumer<String> trouble) {
        try {
            FirstConfigFile.write(path, config);
            return true;
        } catch (FileAlreadyExistsException e) {
            say(trouble, e.getFile() + " is there already, and stays as it is: name another file.");
        } catch (IOException e) {
            LOG.warn("{} cannot be written", path, e);
            say(
                    trouble,
                    path + " cannot be written: check the rights of its folder, or name another.");
        }
        return false;
    }

    @Override
    public void open(String file, Consumer<String> trouble) {
        begin(() -> path(file, trouble).ifPresent(path -> load(path, trouble)), trouble);
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
            live.accept(ConfigFile.load(path, environment), trouble);
        } catch (ConfigException e) {
            int more = e.lines().size() - 1;
            say(
                    trouble,
                    e.lines().getFirst()
                            + (more == 0 ? "" : " (and %d more mistakes)".formatted(more)));
        }
    }

    /// Works in the background. Nobody may wait for an answer that a mistake of ours swallowed.
    private void begin(Runnable work, Consumer<String> trouble) {
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("Connecting a fleet failed", e);
                say(trouble, UNFORESEEN);
            }
        });
    }

    private void say(Consumer<String> trouble, String sentence) {
        fx.execute(() -> trouble.accept(sentence));
    }
}
