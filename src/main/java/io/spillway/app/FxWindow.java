package io.spillway.app;

import io.spillway.app.cli.ConsoleWindow;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.NoDisplayException;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.Config;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.PracticeConfig;
import io.spillway.app.graph.FleetProbe;
import io.spillway.app.window.ConsoleWindows;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.DesktopNotifier;
import io.spillway.ui.sound.Notifier;
import io.spillway.ui.sound.Sounds;
import io.spillway.ui.sound.UserLoudness;
import io.spillway.ui.sound.Workstation;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The console's windows. Their content may change from the first screen to practice, or to a fleet
/// that was connected there.
final class FxWindow implements ConsoleWindow {
    private final FxDispatcher dispatcher = new FxDispatcher();
    private final FxDesk later = new FxDesk(dispatcher);
    private final Supplier<DeskSession> practice;
    private final Function<Setup, DeskSession> desks;
    private final FleetProbe probe;
    private final Path views;
    private final Executor background;

    /// @param practice opens a desk on a practice fleet
    /// @param desks opens the desk of a setup
    /// @param views where saved views of the servers are kept
    /// @param background runs what must not hold up the FX thread
    FxWindow(
            Supplier<DeskSession> practice,
            Function<Setup, DeskSession> desks,
            FleetProbe probe,
            Path views,
            Executor background) {
        this.practice = practice;
        this.desks = desks;
        this.probe = probe;
        this.views = views;
        this.background = background;
    }

    @Override
    public void run(Setup setup, DeskSession session) throws NoDisplayException {
        FxToolkit.onDisplay();
        CountDownLatch closed = new CountDownLatch(1);
        Workstation here = workstation();
        ConsoleWindows windows =
                new ConsoleWindows(
                        dispatcher,
                        background,
                        setup.state(),
                        here,
                        new SavedViews(views, background, dispatcher),
                        () -> {
                            here.close();
                            closed.countDown();
                        });
        dispatcher.execute(() -> open(windows, setup, session));
        boolean interrupted = false;
        try {
            closed.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        Platform.exit();
        windows.remember();
        later.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(ConsoleWindows windows, Setup setup, DeskSession session) {
        FxLanguage.speak(setup.language());
        FxConnector connector =
                new FxConnector(
                        probe,
                        dispatcher,
                        background,
                        (config, trouble) -> connect(windows, setup, session, config, trouble));
        windows.show(
                session.desk(),
                look(setup.config()),
                new FirstRunOffer(
                        setup.expected().toString(),
                        trouble -> practise(windows, setup, trouble),
                        connector));
    }

    private static LookConfig look(@Nullable Config config) {
        return config == null ? LookConfig.USUAL : config.look();
    }

    private static Workstation workstation() {
        return new Workstation(
                name(), new Sounds(new FxDispatcher(), new UserLoudness()), notifier());
    }

    private static Notifier notifier() {
        return new DesktopNotifier(
                System.getProperty("os.name", ""),
                Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    private static String name() {
        String host =
                Objects.requireNonNullElse(
                        System.getenv("HOSTNAME"),
                        Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "workstation"));
        return System.getProperty("user.name", "") + "@" + host;
    }

    /// Practice begins off the FX thread: opening a fleet takes a moment.
    private void practise(ConsoleWindows windows, Setup setup, Consumer<String> trouble) {
        background.execute(() ->
                later.begin(
                        "Practice",
                        practice,
                        session -> windows.show(session.desk(), LookConfig.USUAL, nothing(setup)),
                        trouble));
    }

    /// The desk without a configuration has to leave its state folder first.
    private void connect(
            ConsoleWindows windows,
            Setup setup,
            DeskSession before,
            Config config,
            Consumer<String> trouble) {
        PracticeConfig marked = config.practice();
        Path state = marked == null ? setup.state() : marked.state();
        Setup next = new Setup(config, null, state, setup.expected());
        before.close();
        later.begin(
                "The desk of " + config.file(),
                () -> desks.apply(next),
                session -> {
                    FxLanguage.speak(next.language());
                    windows.show(session.desk(), config.look(), nothing(setup));
                },
                trouble);
    }

    private static FirstRunOffer nothing(Setup setup) {
        return new FirstRunOffer(setup.expected().toString(), null, null);
    }
}
