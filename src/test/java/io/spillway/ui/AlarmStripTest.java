package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Alarms;
import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Command;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The alarms at the bottom of the Board.
@ExtendWith(FxToolkit.class)
class AlarmStripTest {
    private static final String HOT = "server-cpu@web/web-017";

    private static Scene scene(ScriptedDesk desk) {
        Console console =
                new Console(
                        desk, Theme.NIGHT, new FxDispatcher(), SampleOffer.offer(), () -> "ops-1");
        Scene scene = console.scene(1920, 1080);
        Snapshot.settle(scene);
        return scene;
    }

    private static ScriptedDesk desk(Alarms alarms) {
        return new ScriptedDesk(SampleAlarms.picture(alarms));
    }

    private static Button button(Scene scene, String text) {
        return scene.getRoot().lookupAll(".alarm-strip .button").stream()
                .filter(n -> n instanceof Button b && b.isVisible() && b.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static TableView<?> table(Scene scene) {
        return (TableView<?>) scene.lookup(".alarm-strip .table-view");
    }

    private static void type(Scene scene, KeyCode code) {
        Node table = table(scene);
        table.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static List<String> acknowledged(ScriptedDesk desk) {
        return desk.commands.stream()
                .filter(Command.OnAlarms.class::isInstance)
                .map(c -> ((Command.OnAlarms) c).act())
                .filter(OperatorAct.Acknowledge.class::isInstance)
                .flatMap(act -> ((OperatorAct.Acknowledge) act).ids().stream())
                .toList();
    }

    @Test
    void aRowsButtonAcknowledgesThatRow() {
        ScriptedDesk desk = desk(SampleAlarms.few());
        FxToolkit.onFx(() -> button(scene(desk), "Ack").fire());
        assertThat(acknowledged(desk)).containsExactly(HOT);
    }

    @Test
    void whatIsDrawnIsAcknowledgedAndNothingElse() {
        ScriptedDesk desk = desk(SampleAlarms.many(40));
        FxToolkit.onFx(() -> button(scene(desk), "Acknowledge visible").fire());
        assertThat(acknowledged(desk)).hasSizeBetween(4, 9).startsWith("server-cpu@web/web-001");
    }

    @Test
    void keysActOnTheSelectedRow() {
        ScriptedDesk desk = desk(SampleAlarms.few());
        FxToolkit.onFx(() -> {
            Scene scene = scene(desk);
            table(scene).getSelectionModel().select(0);
            type(scene, KeyCode.A);
            assertThat(acknowledged(desk)).containsExactly(HOT);

            type(scene, KeyCode.S);
            TextField reason = (TextField) scene.lookup(".alarm-strip .aside-form .text-field");
            reason.setText("Deploy runs");
            reason.fireEvent(new javafx.event.ActionEvent());
        });
        Command shelve =
                new Command.OnAlarms(
                        new OperatorAct.Shelve(List.of(HOT), 300_000, "Deploy runs", "ops-1"));
        await().until(() -> desk.commands.contains(shelve));
    }

    @Test
    void aFloodIsFewLines() {
        FxToolkit.onFx(() -> {
            Scene scene = scene(desk(SampleAlarms.flood()));
            assertThat(table(scene).getItems()).hasSize(7);
            assertThat(words(scene)).contains("500 active").contains("flood");
        });
    }

    @Test
    void whereNothingIsWrongItIsOneQuietLine() {
        FxToolkit.onFx(() -> {
            Scene scene = scene(new ScriptedDesk(SamplePictures.healthy()));
            assertThat(words(scene)).isEqualTo("No alarms");
            assertThat(scene.lookup(".alarm-strip").getLayoutBounds().getHeight()).isLessThan(50);
        });
    }

    private static String words(Scene scene) {
        return ((Labeled) scene.lookup(".alarm-strip .panel-head .mute")).getText();
    }
}
