package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Command;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// The proof on the Setup screen with the keyboard alone.
@ExtendWith(FxToolkit.class)
class SetupKeysTest {
    private final FxRobot robot = new FxRobot();
    private final ScriptedDesk desk = new ScriptedDesk(SamplePictures.healthy());
    private @Nullable Console console;
    private @Nullable Stage stage;

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
        press(KeyCode.CONTROL, KeyCode.DIGIT7);
        await().until(() -> texts(".proof .primary").equals(List.of("Prove on web-001")));
    }

    @AfterEach
    void close() {
        FxToolkit.onFx(() -> {
            Objects.requireNonNull(console).close();
            Objects.requireNonNull(stage).close();
        });
    }

    @Test
    void whoOnlyObservesIsToldToOperateFirst() {
        assertThat(FxToolkit.onFx(() -> prove().isDisabled())).isTrue();
        assertThat(texts(".proof .foot > .label"))
                .containsExactly("Enter Operate first (F8): one weight changes for a moment.");
    }

    @Test
    void fourStepsFollowOneAnotherAndSayWhatWasReadBack() {
        push();
        await().until(() -> texts(".proof-step.good .step").size() == 4);
        assertThat(texts(".proof-step.good .small"))
                .containsExactly(
                        "lb-1, lb-2: weight 100, ready",
                        "lb-1, lb-2: weight 99",
                        "lb-1, lb-2: weight 99",
                        "lb-1, lb-2: weight 100");
        assertThat(desk.commands)
                .hasSize(3)
                .contains(
                        new Command.MakePlan(new PlanRequest.Weights("web", Map.of("web-001", 99))))
                .last()
                .isEqualTo(new Command.Undo("a1", "ops-1", true));
        assertThat(texts(".endpoints .row .small"))
                .contains("03:58:12 on web-001")
                .doesNotContain("not yet");
        FxToolkit.onFx(() -> ((TextField) scene().lookup(".proof .text-field")).setText("web-002"));
        assertThat(texts(".proof-step.waiting .step")).hasSize(4);
    }

    @Test
    void whatTheDeskRefusesIsSaidAndNothingFollows() {
        desk.refuse("Nothing was sent: lb-2 does not answer.");
        push();
        await().until(() ->
                texts(".proof-step.failed .small")
                        .equals(List.of("Nothing was sent: lb-2 does not answer.")));
        assertThat(texts(".proof-step.waiting .step")).containsExactly("Read back", "Undo");
        assertThat(desk.commands.getLast()).isInstanceOf(Command.Apply.class);
    }

    private void push() {
        desk.publish(SamplePictures.operating());
        await().until(() -> !FxToolkit.onFx(() -> prove().isDisabled()));
        FxToolkit.onFx(() -> prove().requestFocus());
        press(KeyCode.SPACE);
    }

    private Button prove() {
        return (Button) scene().lookup(".proof .primary");
    }

    private Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private List<String> texts(String selector) {
        return FxToolkit.onFx(() ->
                scene().getRoot().lookupAll(selector).stream()
                        .map(n -> ((Labeled) n).getText())
                        .toList());
    }
}
