package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Server;
import io.spillway.ui.board.FleetController;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.ViewLoader;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From cells straight into an act, without a mouse.
@ExtendWith(FxToolkit.class)
class FleetChoiceTest {
    private final Visits visits = new Visits();

    private Parent fleet() {
        ScriptedDesk desk = new ScriptedDesk(SamplePictures.healthy());
        ViewLoader loader =
                ConsoleGraph.loader(
                        new Acts(desk, Runnable::run),
                        visits,
                        Motion.SYSTEM,
                        SampleOffer.offer(),
                        () -> "ops-1");
        var view = loader.load(FxmlFile.BOARD_FLEET, FleetController.class);
        new Scene(view.root(), 540, 400);
        view.controller().dress(Tokens.of(Theme.NIGHT));
        view.controller().show(desk.picture());
        view.root().applyCss();
        view.root().layout();
        return view.root();
    }

    private static void press(Node node, KeyCode key, boolean shift) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }

    private static Button button(Parent root, String id) {
        return (Button) root.lookup(id);
    }

    @Test
    void keysChooseServersAndDrainThem() {
        FxToolkit.onFx(() -> {
            Parent root = fleet();
            Node cells = root.lookup(".fleet-cells");
            assertThat(root.lookup(".fleet-bar").isVisible()).isFalse();
            press(cells, KeyCode.RIGHT, false);
            press(cells, KeyCode.RIGHT, false);
            press(cells, KeyCode.RIGHT, true);
            assertThat(button(root, "#drain").getText()).isEqualTo("Drain 2…");
            press(cells, KeyCode.RIGHT, false);
            press(cells, KeyCode.SPACE, false);
            assertThat(root.lookup(".fleet-bar").isVisible()).isTrue();
            button(root, "#drain").fire();
            List<String> names = List.of("web-002", "web-003", "web-004");
            assertThat(visits.planned)
                    .containsExactly(new PlanRequest.Serve("web", names, "drain"));
            button(root, "#open").fire();
            assertThat(visits.servers).extracting(Server::name).isEqualTo(names);
            press(cells, KeyCode.ESCAPE, false);
            assertThat(root.lookup(".fleet-bar").isVisible()).isFalse();
        });
    }

    @Test
    void thePictureOfTheCellsCanBeTakenAway() {
        FxToolkit.onFx(() -> {
            Parent root = fleet();
            Stage stage = new Stage();
            stage.setScene(root.getScene());
            stage.show();
            press(root.lookup(".fleet-cells"), KeyCode.F10, true);
            ContextMenu menu =
                    Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .findFirst()
                            .orElseThrow();
            assertThat(menu.getItems())
                    .extracting(MenuItem::getText)
                    .containsExactly("Copy picture", "Save picture…");
            Clipboard.getSystemClipboard().clear();
            menu.getItems().getFirst().fire();
            assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
            menu.hide();
            stage.hide();
        });
    }

    @Test
    void whatIsFoundCanBeChosen() {
        FxToolkit.onFx(() -> {
            Parent root = fleet();
            TextField find = (TextField) root.lookup("#find");
            find.setText("-00");
            ((MenuButton) root.lookup(".menu-button")).getItems().getLast().fire();
            assertThat(button(root, "#take").getText()).isEqualTo("Choose 27 found");
            assertThat(button(root, "#take").isVisible()).isTrue();
            button(root, "#take").fire();
            assertThat(button(root, "#take").isVisible()).isFalse();
            assertThat(button(root, "#open").isVisible()).isTrue();
            assertThat(button(root, "#drain").isDisabled()).isTrue();
            find.setText("nobody");
            assertThat(button(root, "#take").isDisabled()).isTrue();
            find.setText("api-00");
            assertThat(button(root, "#take").isVisible()).isTrue();
            assertThat(button(root, "#open").isVisible()).isFalse();
            button(root, "#take").fire();
            button(root, "#drain").fire();
            assertThat(visits.planned.getLast())
                    .isInstanceOfSatisfying(
                            PlanRequest.Serve.class,
                            plan -> {
                                assertThat(plan.pool()).isEqualTo("api");
                                assertThat(plan.servers()).hasSize(9);
                            });
        });
    }
}
