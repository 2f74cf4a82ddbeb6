package io.spillway.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.ui.FxToolkit;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.ViewLoader;
import java.time.Duration;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The loudspeaker in the header.
@ExtendWith(FxToolkit.class)
class SoundControllerTest {
    private static final LoudnessStore FORGETFUL =
            new LoudnessStore() {
                @Override
                public Loudness load() {
                    return Loudness.USUAL;
                }

                @Override
                public void save(Loudness loudness) {
                    // Nothing is kept.
                }
            };

    @Test
    void saysWhetherAlarmsCanBeHeardHere() {
        FakeSink sink = new FakeSink();
        Duration soon = Duration.ofMillis(20);
        try (Sounds sounds = new Sounds(sink, Platform::runLater, FORGETFUL, soon, soon)) {
            Button button =
                    FxToolkit.onFx(() -> {
                        ViewLoader loader =
                                new ViewLoader(
                                        Map.of(
                                                SoundController.class,
                                                () -> new SoundController(() -> {})));
                        var view = loader.load(FxmlFile.HEADER_SOUND, SoundController.class);
                        Button made = (Button) view.root();
                        assertThat(made.isVisible()).isFalse();
                        view.controller().hear(sounds);
                        assertThat(made.isVisible()).isTrue();
                        assertThat(made.getText()).isEmpty();
                        made.fire();
                        assertThat(made.getText()).isEqualTo("Muted");
                        made.fire();
                        assertThat(made.getText()).isEmpty();
                        return made;
                    });
            sink.trouble("There is no audio device.");
            await().until(() -> FxToolkit.onFx(button::getText).equals("No sound"));
            assertThat(FxToolkit.onFx(() -> button.getTooltip().getText()))
                    .startsWith("There is no audio device.");
            sink.trouble("");
            await().until(() -> FxToolkit.onFx(button::getText).isEmpty());
        }
    }
}
