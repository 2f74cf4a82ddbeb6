package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.servers.SavedViews;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// A window that is closed leaves nothing behind: not with the desk, not in memory.
@ExtendWith(FxToolkit.class)
class ConsoleLeakTest {
    private static final int FEW = 4;
    private static final int MANY = 200;

    private final FxDispatcher dispatcher = new FxDispatcher(javafx.util.Duration.millis(1));
    private final SavedViews views =
            new SavedViews(Path.of("no-views.json"), Runnable::run, dispatcher);

    private record Shown(Console console, Stage stage) {}

    private WeakReference<Object> openAndClose(ScriptedDesk desk) {
        Shown shown = FxToolkit.onFx(() -> open(desk));
        PulsesPassed.await();
        desk.publish(desk.picture());
        FxToolkit.onFx(() -> shown.console().show(Screen.ALARMS));
        PulsesPassed.await();
        return FxToolkit.onFx(() -> {
            WeakReference<Object> root = new WeakReference<>(shown.console().root());
            shown.stage().close();
            shown.console().close();
            return root;
        });
    }

    private Shown open(ScriptedDesk desk) {
        Console console =
                new Console(desk, Theme.NIGHT, dispatcher, SampleOffer.offer(), () -> "ops-1");
        Stage stage = new Stage();
        stage.setScene(console.scene(1280, 720));
        console.follow(dispatcher);
        console.keep(views);
        stage.show();
        return new Shown(console, stage);
    }

    @Test
    void aClosedWindowIsForgotten() {
        forgotten(new ScriptedDesk(SampleAlarms.picture(SampleAlarms.few())), FEW);
    }

    /// With `-Dspillway.long=board`: two hundred windows over a thousand servers.
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @EnabledIfSystemProperty(named = "spillway.long", matches = "board")
    void twoHundredClosedWindowsAreForgotten() {
        SampleFleet fleet = new SampleFleet(SamplePictures.NOW.toEpochMilli());
        fleet.pool("web", 1_000, 0.5, 0.9);
        Picture picture = SamplePictures.later(SamplePictures.practice(), fleet.build(), 0);
        forgotten(new ScriptedDesk(picture), MANY);
    }

    private void forgotten(ScriptedDesk desk, int windows) {
        List<WeakReference<Object>> roots = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            roots.add(openAndClose(desk));
        }
        assertThat(desk.watchers()).isZero();
        // One more, because the toolkit may still hold the last window that it drew.
        openAndClose(desk);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> {
                    System.gc();
                    FxToolkit.onFx(() -> {});
                    return roots.stream().allMatch(r -> r.get() == null);
                });
    }
}
