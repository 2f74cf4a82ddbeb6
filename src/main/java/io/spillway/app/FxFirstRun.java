package io.spillway.app;

import io.spillway.app.FxDesk.Opened;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.Config;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.PracticeConfig;
import io.spillway.app.graph.FleetProbe;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.setup.SetupFacts;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the first screen leads to: practice, or the desk of a fleet. Safe for any thread.
final class FxFirstRun {
    /// What opens desks. Its calls block.
    ///
    /// @param practice opens a desk on a practice fleet
    /// @param desks opens the desk of a setup
    /// @param probe tries a fleet that is about to be connected
    /// @param environment gives the secret of a name, null where there is none; may ask a person
    /// @param clock real time
    record Means(
            Supplier<DeskSession> practice,
            Function<Setup, DeskSession> desks,
            FleetProbe probe,
            Function<String, @Nullable String> environment,
            InstantSource clock) {}

    /// Shows a desk in all windows; called on the FX thread.
    interface Showing {
        void show(DeskSession session, LookConfig look, FirstRunOffer offer);
    }

    private final Means means;
    private final Setup setup;
    private final FxDesk desk;
    private final Executor background;
    private final Showing windows;
    private final FxConnector connector;
    private final FxSetupFiles files;

    /// @param setup what the console was started with
    /// @param desk what the windows show
    /// @param fx runs tasks on the FX thread
    /// @param background runs what must not hold up the FX thread
    FxFirstRun(
            Means means,
            Setup setup,
            FxDesk desk,
            Executor fx,
            Executor background,
            Showing windows) {
        this.means = means;
        this.setup = setup;
        this.desk = desk;
        this.background = background;
        this.windows = windows;
        connector =
                new FxConnector(means.probe(), fx, background, means.environment(), this::connect);
        files = new FxSetupFiles(fx, background, means.clock());
    }

    /// What the first screen can offer now.
    FirstRunOffer offer() {
        return offer(setup.expected().toString(), "", setup.config());
    }

    private FirstRunOffer offer(String file, String trouble, @Nullable Config config) {
        return new FirstRunOffer(file, trouble, this::practise, connector, facts(config));
    }

    private SetupFacts facts(@Nullable Config config) {
        if (config == null) {
            return new SetupFacts("", List.of(), files);
        }
        return new SetupFacts(
                config.file().toString(),
                config.relief().operators().stream()
                        .map(o -> new SetupFacts.Person(o.name(), o.role().word()))
                        .toList(),
                files);
    }

    private void practise(Consumer<String> trouble) {
        background.execute(() ->
                desk.begin(
                        "Practice",
                        _ -> opened(means.practice().get(), LookConfig.USUAL, null),
                        trouble));
    }

    private void connect(Config config, Consumer<String> trouble) {
        desk.begin(what(config), before -> connected(before, config), trouble);
    }

    private static String what(Config config) {
        return "The desk of " + config.file();
    }

    /// The desk without a configuration has to leave its state folder first, and comes back where
    /// the other does not begin.
    private Opened connected(DeskSession before, Config config) {
        PracticeConfig marked = config.practice();
        Setup next =
                new Setup(
                        config,
                        null,
                        marked == null ? setup.state() : marked.state(),
                        setup.expected());
        before.close();
        try {
            Opened other = opened(means.desks().apply(next), config.look(), config);
            return new Opened(
                    other.session(),
                    () -> {
                        FxLanguage.speak(next.language());
                        other.show().run();
                    });
        } catch (RuntimeException e) {
            FirstRunOffer again =
                    offer(config.file().toString(), FxDesk.failed(what(config), e), null);
            DeskSession back = means.desks().apply(setup);
            return new Opened(back, () -> windows.show(back, LookConfig.USUAL, again));
        }
    }

    private Opened opened(DeskSession session, LookConfig look, @Nullable Config config) {
        FirstRunOffer nothing =
                new FirstRunOffer(setup.expected().toString(), "", null, null, facts(config));
        return new Opened(session, () -> windows.show(session, look, nothing));
    }
}
