package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Command;
import io.spillway.desk.Consent;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// The Traffic screen with the keyboard alone.
@ExtendWith(FxToolkit.class)
class TrafficKeysTest {
    private final FxRobot robot = new FxRobot();
    private final ScriptedDesk desk = new ScriptedDesk(SampleTraffic.surge());
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
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        await().until(() -> button(".gates .rung", "1 crawlers") != null);
    }

    @AfterEach
    void close() {
        FxToolkit.onFx(() -> {
            Objects.requireNonNull(console).close();
            Objects.requireNonNull(stage).close();
        });
    }

    @Test
    void aRungIsLookedAtClosedAndTakenBack() {
        push(".gates .rung", "1 crawlers");
        await().until(() -> button(".preview .primary", "Close gate 1 on 2 balancers") != null);
        assertThat(desk.commands).containsExactly(new Command.MakePlan(new PlanRequest.Gate("1")));
        assertThat(shows("Gate 1: crawlers to 40\u2009%")).isTrue();
        assertThat(shows("about 1,860 req/s")).isTrue();
        assertThat(shows("40\u2009% (preview)")).isTrue();

        push(".preview .primary", "Close gate 1 on 2 balancers");
        await().until(() -> shows("Gate: crawlers to 40\u2009%"));
        assertThat(desk.commands.getLast())
                .isInstanceOfSatisfying(
                        Command.Apply.class,
                        apply -> {
                            assertThat(apply.window()).isTrue();
                            assertThat(apply.operator()).isEqualTo("ops-1");
                            assertThat(apply.reason()).isEqualTo("Busiest of web at 96\u2009%");
                        });
        await().until(() -> shows("Applied to every balancer and read back."));

        push(".leases .button", "Undo…");
        await().until(() -> shown(".undo-sheet"));
        press(KeyCode.SPACE);
        await().until(() -> desk.commands.getLast() instanceof Command.Undo);
        assertThat(desk.commands.getLast()).isEqualTo(new Command.Undo("a1", "ops-1", true));
        await().until(() -> !shows("Gate: crawlers to 40\u2009%"));
    }

    @Test
    void whatLiesBeyondTheGuardsAsksForASecondPerson() {
        desk.wantSecond("Nothing was sent. It turns away 60\u2009% of the class crawlers.");
        push(".gates .rung", "1 crawlers");
        await().until(() -> button(".preview .primary", "Close gate 1 on 2 balancers") != null);
        assertThat(
                        FxToolkit.onFx(() ->
                                scene().getRoot().lookupAll(".gates .rung:preview").stream()
                                        .map(n -> ((Button) n).getText())
                                        .toList()))
                .containsExactly("1 crawlers");
        push(".preview .primary", "Close gate 1 on 2 balancers");
        await().until(() -> shown(".consent"));
        robot.write("ops-2");
        press(KeyCode.TAB);
        robot.write("secret");
        await().until(() -> !Objects.requireNonNull(agree()).isDisabled());
        push(".consent .agree", Objects.requireNonNull(agree()).getText());
        await().until(() -> shows("Applied to every balancer and read back."));
        assertThat(shown(".consent")).isFalse();
        assertThat(desk.commands.getLast())
                .isInstanceOfSatisfying(
                        Command.Apply.class,
                        apply ->
                                assertThat(apply.consent())
                                        .isEqualTo(new Consent("ops-2", "secret", false)));
    }

    private @Nullable Button agree() {
        return FxToolkit.onFx(() -> (Button) scene().lookup(".consent .agree"));
    }

    @Test
    void escapeEndsAPreviewAndNothingWasSent() {
        push(".gates .rung", "2 + anonymous browse");
        await().until(() -> shown(".preview"));
        press(KeyCode.ESCAPE);
        await().until(() -> !shown(".preview") && shown(".standby"));
        assertThat(desk.commands).hasSize(1).first().isInstanceOf(Command.MakePlan.class);
    }

    @Test
    void decisionsGoToTheDeskAndItsAnswerIsShownInFull() {
        push(".leases .button", "Permanent");
        await().until(() -> shows("backend web\nserver web-121 … enabled"));
        assertThat(desk.commands)
                .containsExactly(new Command.OnLease(LeaseAct.PERMANENT, "s2", "ops-1", true));
        desk.refuse("Nothing was sent: lb-2 does not answer.");
        push(".drift .button", "Re-apply");
        await().until(() -> shows("Nothing was sent: lb-2 does not answer."));
        assertThat(desk.commands.getLast())
                .isEqualTo(new Command.OnLease(LeaseAct.REAPPLY, "w7", "ops-1", true));
    }

    private Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private void push(String selector, String text) {
        FxToolkit.onFx(() -> {
            Snapshot.settle(scene());
            Objects.requireNonNull(find(selector, text)).requestFocus();
        });
        press(KeyCode.SPACE);
    }

    private @Nullable Button find(String selector, String text) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(n -> n instanceof Button b && visible(n) && text.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Button button(String selector, String text) {
        return FxToolkit.onFx(() -> find(selector, text));
    }

    private boolean shows(String text) {
        return FxToolkit.onFx(() ->
                scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(n ->
                                n instanceof Labeled l && visible(n) && text.equals(l.getText())));
    }

    private boolean shown(String selector) {
        return FxToolkit.onFx(() -> {
            Node node = scene().lookup(selector);
            return node != null && visible(node);
        });
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
