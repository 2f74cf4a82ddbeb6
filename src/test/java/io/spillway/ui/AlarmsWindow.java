package io.spillway.ui;

import static org.awaitility.Awaitility.await;

import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// A window that shows the Alarms screen of a scripted desk. No larger than the headless screen, or
/// drawing fails.
final class AlarmsWindow implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    final ScriptedDesk desk;
    private final Console console;
    private final Stage stage;

    AlarmsWindow(Picture picture, int width, int height) {
        desk = new ScriptedDesk(picture);
        FxDispatcher dispatcher = new FxDispatcher();
        console =
                FxToolkit.onFx(() ->
                        new Console(
                                desk, Theme.NIGHT, dispatcher, SampleOffer.offer(), () -> "anna"));
        stage =
                FxToolkit.onFx(() -> {
                    Stage window = new Stage();
                    window.setScene(console.scene(width, height));
                    console.follow(dispatcher);
                    window.show();
                    window.requestFocus();
                    console.show(Screen.ALARMS);
                    return window;
                });
        FxToolkit.onFx(() -> Snapshot.settle(scene()));
        PulsesPassed.await();
        focusTable();
    }

    Scene scene() {
        return stage.getScene();
    }

    TableView<?> table() {
        return (TableView<?>) Objects.requireNonNull(scene().lookup(".alarm-list .table-view"));
    }

    void focusTable() {
        FxToolkit.onFx(() -> table().requestFocus());
    }

    void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    /// Draws a Picture at once.
    void show(Picture picture) {
        FxToolkit.onFx(() -> {
            console.show(picture);
            Snapshot.settle(scene());
        });
    }

    boolean visible(String selector) {
        return FxToolkit.onFx(() -> {
            Node node = scene().lookup(selector);
            for (Node n = node; n != null; n = n.getParent()) {
                if (!n.isVisible()) {
                    return false;
                }
            }
            return node != null;
        });
    }

    /// The words of all labels below what is selected, joined.
    String words(String selector) {
        return FxToolkit.onFx(() -> {
            Node node = scene().lookup(selector);
            Set<Node> labels = node == null ? Set.of() : node.lookupAll(".label");
            return String.join(
                    "\n",
                    labels.stream()
                            .filter(Node::isVisible)
                            .map(n -> String.valueOf(((Labeled) n).getText()))
                            .toList());
        });
    }

    /// What was asked of the desk about alarms, in order.
    List<OperatorAct> acts() {
        return desk.commands.stream()
                .filter(Command.OnAlarms.class::isInstance)
                .map(c -> ((Command.OnAlarms) c).act())
                .toList();
    }

    /// Waits for the next act and gives it.
    OperatorAct act(int place) {
        await().until(() -> acts().size() > place);
        return acts().get(place);
    }

    @Override
    public void close() {
        FxToolkit.onFx(() -> {
            console.close();
            stage.close();
        });
    }
}
