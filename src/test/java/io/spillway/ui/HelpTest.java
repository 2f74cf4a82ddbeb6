package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.manual.Pages;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// F1 asks for the section of the manual that tells of what is shown.
@ExtendWith(FxToolkit.class)
class HelpTest implements Help {
    private final List<String> asked = new ArrayList<>();

    private static Console console(Picture picture) {
        return new Console(
                new ScriptedDesk(picture),
                Theme.NIGHT,
                new FxDispatcher(),
                SampleOffer.offer(),
                () -> "ops-1");
    }

    @Override
    public void open(String topic, Consumer<Trouble> told) {
        asked.add(topic);
        told.accept(new Trouble(true, "/usr/lib/spillway/docs/x.html"));
    }

    private static void help(Scene scene) {
        press(scene, "F1");
    }

    private static void press(Scene scene, String key) {
        Objects.requireNonNull(scene.getAccelerators().get(KeyCombination.valueOf(key))).run();
    }

    @Test
    void everyScreenAndSheetHasItsSection() {
        FxToolkit.onFx(() -> {
            Console console = console(SamplePictures.overload());
            console.help(this);
            Scene scene = console.scene(1280, 720);
            for (Screen screen :
                    List.of(Screen.BOARD, Screen.SERVERS, Screen.ALARMS, Screen.TRAFFIC)) {
                console.show(screen);
                help(scene);
            }
            console.show(Screen.PLAN);
            help(scene);
            console.navigator().closeSheet();
            console.navigator().openWhy();
            help(scene);
            console.navigator().inspect("web-031");
            help(scene);
            console.show(Screen.BOARD);
            console.navigator().openOperate();
            help(scene);
            console.navigator().closeSheet();
            console.navigator().openUndo("k3");
            help(scene);
            Console first = console(SamplePictures.unconfigured());
            first.help(this);
            help(first.scene(1280, 720));
        });
        assertThat(asked)
                .containsExactly(
                        "screens#board",
                        "screens#servers",
                        "screens#alarms",
                        "screens#traffic",
                        "screens#plan",
                        "screens#why",
                        "screens#one-server",
                        "screens#operate",
                        "screens#undo",
                        "screens#first-run");
        assertThat(Pages.anchors(Path.of("docs/screens.md")))
                .containsAll(asked.stream().map(t -> t.replaceFirst(".*#", "")).toList())
                .contains("second-operator");
    }

    @Test
    void aSelectedAlarmAsksForItsRule() {
        FxToolkit.onFx(() -> {
            Console console = console(SampleAlarms.picture(SampleAlarms.few()));
            console.help(this);
            Scene scene = console.scene(1280, 720);
            console.show(Screen.ALARMS);
            Snapshot.settle(scene);
            ((TableView<?>) scene.lookup(".alarm-list .table-view")).getSelectionModel().select(0);
            help(scene);
        });
        assertThat(asked).singleElement().asString().startsWith("alarms-what-to-do#");
    }

    @Test
    void whereThePageLiesIsSaidUntilSomethingElseIsLookedAt() {
        FxToolkit.onFx(() -> {
            Console console = console(SamplePictures.overload());
            console.help(this);
            Scene scene = console.scene(1280, 720);
            help(scene);
            Snapshot.settle(scene);
            Label told = (Label) scene.lookup(".told");
            assertThat(told.isVisible()).isTrue();
            assertThat(told.getText()).contains("/usr/lib/spillway/docs");
            assertThat(SceneWalk.of(scene)).isEmpty();
            console.show(Screen.SERVERS);
            assertThat(told.isVisible()).isFalse();
            help(scene);
            press(scene, "Esc");
            assertThat(told.isVisible()).isFalse();
        });
    }
}
