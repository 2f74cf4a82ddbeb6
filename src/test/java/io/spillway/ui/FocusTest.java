package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever Tab leads to on any screen shows that it has the keyboard, and has a name.
@ExtendWith(FxToolkit.class)
class FocusTest {
    private static Arguments of(String what, Theme theme, Picture picture, Consumer<Console> open) {
        return Arguments.of(what, theme, picture, open);
    }

    static Stream<Arguments> screens() {
        Picture hot = SamplePictures.practice();
        return Stream.of(
                of("board", Theme.NIGHT, SampleAlarms.picture(SampleAlarms.few()), c -> {}),
                of("servers", Theme.NIGHT, hot, c -> c.show(Screen.SERVERS)),
                of(
                        "alarms",
                        Theme.DAY,
                        SampleAlarms.picture(SampleAlarms.few()),
                        c -> c.show(Screen.ALARMS)),
                of("traffic", Theme.NIGHT, SampleTraffic.surge(), c -> c.show(Screen.TRAFFIC)),
                of("setup", Theme.DAY, SampleTraffic.surge(), c -> c.show(Screen.SETUP)),
                of("first run", Theme.NIGHT, SamplePictures.unconfigured(), c -> {}),
                of("plan", Theme.DAY, hot, c -> c.show(Screen.PLAN)),
                of("server", Theme.NIGHT, hot, c -> c.navigator().inspect("web-003")),
                of("undo", Theme.NIGHT, SamplePictures.overload(), c -> c.navigator().openUndo("")),
                of("operate", Theme.NIGHT, asking(hot), c -> c.navigator().openOperate()),
                of("palette", Theme.NIGHT, hot, c -> c.navigator().openCommands()));
    }

    /// Nobody operates, and whoever wants to is asked for a secret.
    private static Picture asking(Picture p) {
        Mode mode = new Mode("", null, true);
        return SamplePictures.with(p, mode, p.plans(), p.leases(), p.notices());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("screens")
    void everyStopIsSeenAndNamed(
            String what, Theme theme, Picture picture, Consumer<Console> open) {
        Console console =
                FxToolkit.onFx(() ->
                        new Console(
                                new ScriptedDesk(picture),
                                theme,
                                new FxDispatcher(),
                                SampleOffer.offer(),
                                () -> "ops-1"));
        Stage stage =
                FxToolkit.onFx(() -> {
                    Stage made = new Stage();
                    made.setScene(console.scene(1280, 720));
                    made.show();
                    made.requestFocus();
                    open.accept(console);
                    return made;
                });
        try {
            await().until(() -> FxToolkit.onFx(stage::isFocused));
            List<String> wrong =
                    FxToolkit.onFx(() -> {
                        Snapshot.settle(stage.getScene());
                        return FocusWalk.of(stage.getScene());
                    });
            assertThat(wrong).isEmpty();
        } finally {
            FxToolkit.onFx(() -> {
                stage.close();
                console.close();
            });
        }
    }
}
