package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.rule.Unit;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One key from any row leads to everything known of it.
@ExtendWith(FxToolkit.class)
class ExplainTest {
    @Test
    void enterOnEachOfTenRowsExplainsIt() {
        List<Alarm> ten = SampleAlarms.ten().listed();
        assertThat(ten).hasSize(10);
        try (var window = new AlarmsWindow(SampleAlarms.picture(SampleAlarms.ten()), 1280, 720)) {
            for (int i = 0; i < ten.size(); i++) {
                window.press(KeyCode.ESCAPE);
                int row = i;
                FxToolkit.onFx(() -> {
                    window.table().requestFocus();
                    window.table().getSelectionModel().clearAndSelect(row);
                });
                window.press(KeyCode.ENTER);
                await().until(() -> window.visible(".alarm-pane"));
                explains(window, ten.get(i));
            }
        }
    }

    private static void explains(AlarmsWindow window, Alarm alarm) {
        FxToolkit.onFx(() -> Snapshot.settle(window.scene()));
        String words = window.words(".alarm-pane");
        assertThat(words)
                .contains(": " + alarm.rule().title())
                .contains("Value", "Limit", "Delays", "until it rings", "until it clears")
                .contains(alarm.rule().name() + ", ")
                .contains(alarm.rule().guidance().cause(), alarm.rule().guidance().response());
        if (alarm.rule().unit() != Unit.NONE) {
            assertThat(words).contains("sets at ", "clears ");
        }
        assertThat(window.visible(".alarm-pane .time-plot")).isTrue();
        assertThat(
                        FxToolkit.onFx(() ->
                                window.scene()
                                        .lookup(".alarm-pane .time-plot")
                                        .queryAccessibleAttribute(
                                                javafx.scene.AccessibleAttribute.TEXT)
                                        .toString()))
                .doesNotContain("no sample yet");
    }

    @Test
    void limitsDelaysAndTimersAreThoseOfTheAlarm() {
        try (var window = new AlarmsWindow(SampleAlarms.picture(SampleAlarms.few()), 1280, 720)) {
            window.press(KeyCode.ENTER);
            assertThat(window.words(".alarm-pane"))
                    .contains("web-017: CPU overload")
                    .contains("95\u2009%")
                    .contains("sets at 90\u2009%, clears below 82\u2009%")
                    .contains("20\u2009s until it rings, 60\u2009s until it clears")
                    .contains("raised after 20 of 20\u2009s")
                    .contains("yes; 1 other followed (web-042)")
                    .contains("Redistribute web");
        }
    }
}
