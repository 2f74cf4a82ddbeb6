package io.spillway.app;

import io.spillway.app.cli.ConsoleWindow;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.NoDisplayException;
import io.spillway.app.cli.Setup;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.servers.SavedViews;
import io.spillway.ui.sound.DesktopNotifier;
import io.spillway.ui.sound.Notifier;
import io.spillway.ui.sound.Sounds;
import io.spillway.ui.sound.UserLoudness;
import io.spillway.ui.sound.Workstation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The console's window. Its content may change from the first screen to practice.
final class FxWindow implements ConsoleWindow {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double SMALLEST_WIDTH = 1280;
    private static final double SMALLEST_HEIGHT = 720;

    private final FxDispatcher dispatcher = new FxDispatcher();
    private final FxPractice practice;
    private final Path views;
    private @Nullable Console console;

    /// @param practice opens a desk on a practice fleet
    /// @param views where saved views of the servers are kept
    FxWindow(Supplier<DeskSession> practice, Path views) {
        this.views = views;
        this.practice = new FxPractice(practice, dispatcher);
    }

    @Override
    public void run(Setup setup, DeskSession session) throws NoDisplayException {
        FxToolkit.onDisplay();
        CountDownLatch closed = new CountDownLatch(1);
        dispatcher.execute(() -> open(setup, session, closed));
        boolean interrupted = false;
        try {
            closed.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        Platform.exit();
        practice.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(Setup setup, DeskSession session, CountDownLatch closed) {
        FxLanguage.speak(setup.language());
        Stage stage = new Stage();
        stage.setTitle("Spillway");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        FirstRunOffer offer =
                new FirstRunOffer(
                        setup.expected().toString(),
                        example(),
                        trouble -> practise(stage, setup, trouble));
        show(stage, session, offer);
        stage.setOnHidden(_ -> closed.countDown());
        stage.show();
    }

    private void show(Stage stage, DeskSession session, FirstRunOffer offer) {
        if (console != null) {
            console.close();
        }
        Console made =
                new Console(
                        session.desk(),
                        Theme.NIGHT,
                        dispatcher,
                        offer,
                        () -> System.getProperty("user.name", ""));
        var bounds = Screen.getPrimary().getVisualBounds();
        Scene scene =
                made.scene(
                        Math.min(WIDTH, bounds.getWidth()), Math.min(HEIGHT, bounds.getHeight()));
        stage.setScene(scene);
        made.follow(dispatcher);
        made.hear(workstation());
        made.keep(new SavedViews(() -> views, dispatcher));
        console = made;
    }

    private Workstation workstation() {
        Notifier notifier =
                new DesktopNotifier(
                        System.getProperty("os.name", ""),
                        Objects.requireNonNullElse(System.getenv("PATH"), ""));
        String host =
                Objects.requireNonNullElse(
                        System.getenv("HOSTNAME"),
                        Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "workstation"));
        String name = System.getProperty("user.name", "") + "@" + host;
        return new Workstation(name, new Sounds(dispatcher, new UserLoudness()), notifier);
    }

    /// Practice begins off the FX thread: opening a fleet takes a moment.
    private void practise(Stage stage, Setup setup, Consumer<String> trouble) {
        FirstRunOffer none = new FirstRunOffer(setup.expected().toString(), example(), null);
        Thread.ofVirtual()
                .start(() -> practice.begin(session -> show(stage, session, none), trouble));
    }

    /// A small configuration to begin with.
    static String example() {
        try (InputStream in = FxWindow.class.getResourceAsStream("/first-run/spillway.yaml")) {
            if (in == null) {
                throw new IllegalStateException("Missing from the build: /first-run/spillway.yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
