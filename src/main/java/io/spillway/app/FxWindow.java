package io.spillway.app;

import io.spillway.app.cli.ConsoleWindow;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.NoDisplayException;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.Config;
import io.spillway.app.config.LookConfig;
import io.spillway.app.help.Manual;
import io.spillway.app.help.Opener;
import io.spillway.app.window.ConsoleWindows;
import io.spillway.ui.Help;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.DesktopNotifier;
import io.spillway.ui.sound.Notifier;
import io.spillway.ui.sound.Sounds;
import io.spillway.ui.sound.UserLoudness;
import io.spillway.ui.sound.Workstation;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The console's windows. Their content may change from the first screen to practice, or to a fleet
/// that was connected there.
final class FxWindow implements ConsoleWindow {
    private final FxDispatcher dispatcher = new FxDispatcher();
    private final FxFirstRun.Means means;
    private final Path views;
    private final Executor background;
    private final CompletableFuture<Void> toolkit;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable CompletableFuture<ConsoleWindows> framed;

    /// Windows that are not shown yet; the toolkit begins to start.
    ///
    /// @param means opens what the first screen leads to
    /// @param views where saved views of the servers are kept
    /// @param background runs what must not hold up the FX thread
    FxWindow(FxFirstRun.Means means, Path views, Executor background) {
        this.means = means;
        this.views = views;
        this.background = background;
        this.toolkit = FxToolkit.begin();
    }

    @Override
    public void frame(Setup setup) {
        framed =
                toolkit.thenApply(_ -> {
                    ConsoleWindows windows = windows(setup);
                    dispatcher.execute(() -> {
                        FxLanguage.speak(setup.language());
                        windows.frame(look(setup.config()));
                    });
                    return windows;
                });
    }

    private ConsoleWindows windows(Setup setup) {
        Workstation here = workstation();
        return new ConsoleWindows(
                dispatcher,
                background,
                setup.state(),
                here,
                new SavedViews(views, background, dispatcher),
                help(),
                () -> {
                    here.close();
                    closed.countDown();
                });
    }

    @Override
    public void run(Setup setup, DeskSession session) throws NoDisplayException {
        FxToolkit.onDisplay(toolkit);
        ConsoleWindows windows = Objects.requireNonNull(framed).join();
        FxDesk desk = new FxDesk(dispatcher, session);
        FxFirstRun first =
                new FxFirstRun(means, setup, desk, dispatcher, background, windows::show);
        dispatcher.execute(() -> windows.show(session, look(setup.config()), first.offer()));
        boolean interrupted = false;
        try {
            closed.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        // When the process is told to end, the toolkit ends by itself; asking it to would never
        // return.
        if (!interrupted) {
            Platform.exit();
        }
        windows.remember();
        desk.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static LookConfig look(@Nullable Config config) {
        return config == null ? LookConfig.USUAL : config.look();
    }

    private static Workstation workstation() {
        return new Workstation(
                name(), new Sounds(new FxDispatcher(), new UserLoudness()), notifier());
    }

    private static Notifier notifier() {
        return new DesktopNotifier(System.getProperty("os.name", ""), path());
    }

    private Help help() {
        return new Opener(
                Manual::here, System.getProperty("os.name", ""), path(), background, dispatcher);
    }

    private static String path() {
        return Objects.requireNonNullElse(System.getenv("PATH"), "");
    }

    private static String name() {
        String host =
                Objects.requireNonNullElse(
                        System.getenv("HOSTNAME"),
                        Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "workstation"));
        return System.getProperty("user.name", "") + "@" + host;
    }
}
