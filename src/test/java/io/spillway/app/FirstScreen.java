package io.spillway.app;

import static org.awaitility.Awaitility.await;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Setup;
import io.spillway.app.graph.Desks;
import io.spillway.app.graph.FleetProbe;
import io.spillway.desk.Picture;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/// A window on a desk that has nothing to look at yet, with all that its first screen leads to.
final class FirstScreen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FxDispatcher dispatcher = new FxDispatcher();
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final FxDesk desk;
    private final DeskSession before;
    private volatile DeskSession session;
    private volatile boolean replaced;
    private @Nullable Console console;

    /// @param file where the configuration is looked for
    FirstScreen(Path state, Path file, Function<String, @Nullable String> environment) {
        Desks desks = new Desks(InstantSource.system());
        Setup nothing = new Setup(null, null, state, file);
        before = desks.open(nothing, true);
        session = before;
        desk = new FxDesk(dispatcher, before);
        stage = FxToolkit.onFx(() -> new Stage());
        FxFirstRun first =
                new FxFirstRun(
                        new FxFirstRun.Means(
                                () -> {
                                    throw new IllegalStateException("nobody asked for practice");
                                },
                                setup -> desks.open(setup, true),
                                new FleetProbe(InstantSource.system()),
                                environment,
                                InstantSource.system()),
                        nothing,
                        desk,
                        dispatcher,
                        task -> Thread.ofVirtual().start(task),
                        (next, _, offer) -> {
                            replaced = true;
                            show(next, offer);
                        });
        FxToolkit.onFx(() -> show(before, first.offer()));
    }

    private void show(DeskSession next, FirstRunOffer offer) {
        if (console != null) {
            console.close();
        }
        session = next;
        Console shown = new Console(session.desk(), Theme.NIGHT, dispatcher, offer, () -> "ops-1");
        stage.setScene(shown.scene(1366, 720));
        shown.follow(dispatcher);
        console = shown;
        stage.show();
    }

    /// Clicks on what is or comes there.
    void click(String selector) {
        await(selector).atMost(PATIENCE).until(() -> FxToolkit.onFx(() -> node(selector) != null));
        Bounds at =
                FxToolkit.onFx(() -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    Node node = Objects.requireNonNull(node(selector));
                    return node.localToScreen(node.getLayoutBounds());
                });
        robot.clickOn(at.getCenterX(), at.getCenterY());
    }

    /// Clicks on a field and pastes a text into it.
    void type(String selector, String text) {
        click(selector);
        FxToolkit.onFx(() -> ((TextField) Objects.requireNonNull(node(selector))).setText(text));
    }

    /// Waits for a picture of the desk that is shown then.
    void awaitPicture(Predicate<Picture> wanted) {
        Callable<Boolean> there = () -> wanted.test(session.desk().picture());
        await().atMost(PATIENCE).until(there);
        await().atMost(PATIENCE).until(() -> FxToolkit.onFx(() -> node(".first-run") == null));
    }

    private @Nullable Node node(String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(FirstScreen::shown)
                .findFirst()
                .orElse(null);
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        FxToolkit.onFx(() -> {
            if (console != null) {
                console.close();
            }
            stage.close();
        });
        desk.close();
        // What takes its place ends it.
        if (!replaced) {
            before.close();
        }
    }
}
