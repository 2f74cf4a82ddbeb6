package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Command;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// From a look at the Board to a change made and taken back, with the keyboard alone.
@ExtendWith(FxToolkit.class)
class KeyboardPathTest {
    private final FxRobot robot = new FxRobot();
    private final ScriptedDesk desk = new ScriptedDesk(observing());
    private @Nullable Console console;
    private @Nullable Stage stage;

    private static Picture observing() {
        Picture p = SamplePictures.practice();
        return SamplePictures.with(p, p.mode(), p.plans(), p.leases(), p.notices());
    }

    @BeforeEach
    void open() {
        FxToolkit.onFx(() -> {
            FxDispatcher dispatcher = new FxDispatcher();
            Console made =
                    new Console(desk, Theme.NIGHT, dispatcher, SampleOffer.offer(), () -> "ops-1");
            Stage window = new Stage();
            window.setScene(made.scene(1280, 720));
            made.follow(dispatcher);
            window.show();
            window.requestFocus();
            console = made;
            stage = window;
        });
    }

    @AfterEach
    void close() {
        FxToolkit.onFx(() -> {
            Objects.requireNonNull(console).close();
            Objects.requireNonNull(stage).close();
        });
    }

    private Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    private boolean shows(String selector) {
        return FxToolkit.onFx(() -> scene().lookup(selector) != null);
    }

    private String text(String selector) {
        return FxToolkit.onFx(() -> {
            Node node = scene().lookup(selector);
            return node instanceof Labeled labeled ? labeled.getText() : "";
        });
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    @Test
    void screensAreAKeyAway() {
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        await().until(() -> shows(".servers"));
        int rows =
                FxToolkit.onFx(() ->
                        ((TableView<?>) scene().lookup(".servers .table-view")).getItems().size());
        assertThat(rows).isEqualTo(10);
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        await().until(() -> shows(".board"));
    }

    @Test
    void operateAsksForASecretOnlyWhereTheDeskDoes() {
        Picture p = observing();
        desk.publish(
                SamplePictures.with(
                        p, new Mode("", null, true), p.plans(), p.leases(), p.notices()));
        press(KeyCode.F8);
        await().until(() -> shows(".popover .password-field"));
        seen();
        robot.write("ops-1");
        press(KeyCode.ENTER);
        await().until(() -> FxToolkit.onFx(() -> scene().getFocusOwner() instanceof PasswordField));
        assertThat(desk.commands).isEmpty();
        robot.write("good secret");
        press(KeyCode.ENTER);
        await().until(() -> !shows(".popover"));
        assertThat(desk.commands)
                .containsExactly(new Command.Signed(new Command.Operate("ops-1"), "good secret"));
    }

    @Test
    void aPlanIsAppliedAndTakenBack() {
        press(KeyCode.CONTROL, KeyCode.K);
        await().until(() -> shows(".palette"));
        seen();
        robot.write("web plan");
        press(KeyCode.ENTER);
        await().until(() -> text(".plan-sheet .primary").equals("Operate to apply"));
        assertThat(desk.commands).allMatch(c -> c instanceof Command.MakePlan);
        desk.commands.clear();

        seen();
        press(KeyCode.SPACE);
        await().until(() -> shows(".popover"));
        seen();
        robot.write("ops-1");
        press(KeyCode.ENTER);
        await().until(() -> text(".plan-sheet .primary").startsWith("Apply "));
        assertThat(shows(".popover")).isFalse();
        assertThat(desk.commands).containsExactly(new Command.Operate("ops-1"));

        seen();
        press(KeyCode.SPACE);
        await().until(() -> desk.commands.size() == 2);
        assertThat(desk.commands.getLast())
                .isInstanceOfSatisfying(
                        Command.Apply.class,
                        apply -> {
                            assertThat(apply.operator()).isEqualTo("ops-1");
                            assertThat(apply.reason()).startsWith("Busiest of web at 87");
                            assertThat(apply.window()).isTrue();
                        });
        await().until(() -> lines(".plan-sheet .outcome").size() == 3);
        assertThat(lines(".plan-sheet .outcome"))
                .containsExactlyInAnyOrder(
                        "Applied to every balancer and read back.",
                        "lb-1: everything read back as wanted",
                        "lb-2: everything read back as wanted");

        press(KeyCode.ESCAPE);
        await().until(() -> !shows(".plan-sheet"));
        press(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> text(".undo-sheet .primary").equals("Undo"));
        seen();
        press(KeyCode.SPACE);
        await().until(() -> desk.commands.getLast() instanceof Command.Undo);
        assertThat(desk.commands.getLast()).isEqualTo(new Command.Undo("a1", "ops-1", true));
    }

    @Test
    void aRefusalIsShownInFull() {
        desk.refuse("Nothing was changed: web-003 on lb-2 now has weight 90.");
        press(KeyCode.F8);
        await().until(() -> shows(".popover"));
        robot.write("ops-1");
        press(KeyCode.ENTER);
        await().until(() -> !shows(".popover"));
        press(KeyCode.CONTROL, KeyCode.R);
        await().until(() -> text(".plan-sheet .primary").startsWith("Apply "));
        press(KeyCode.SPACE);
        await().until(() -> !lines(".plan-sheet .outcome").isEmpty());
        assertThat(lines(".plan-sheet .outcome"))
                .containsExactly("Nothing was changed: web-003 on lb-2 now has weight 90.");
        assertThat(
                        FxToolkit.onFx(() ->
                                ((Button) scene().lookup(".plan-sheet .primary")).isDisabled()))
                .isFalse();
    }

    /// What has the keyboard shows it.
    private void seen() {
        List<String> wrong = FxToolkit.onFx(() -> FocusWalk.of(scene(), scene().getFocusOwner()));
        assertThat(wrong).isEmpty();
    }

    private List<String> lines(String selector) {
        return FxToolkit.onFx(() ->
                scene().getRoot().lookupAll(selector + " .label").stream()
                        .filter(Node::isVisible)
                        .map(n -> ((Labeled) n).getText())
                        .toList());
    }
}
