package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Command;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextField;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The journal is asked for the history of alarms only where somebody looks at it.
@ExtendWith(FxToolkit.class)
class AlarmHistoryScreenTest {
    private static final long WEEK = Duration.ofDays(7).toMillis();

    private static List<Command> asked(AlarmsWindow window) {
        return window.desk.commands.stream()
                .filter(Command.AlarmHistory.class::isInstance)
                .toList();
    }

    private static void search(AlarmsWindow window, String words) {
        FxToolkit.onFx(
                () -> ((TextField) window.scene().lookup(".alarm-list .filter")).setText(words));
    }

    private static void turn(AlarmsWindow window, int place) {
        FxToolkit.onFx(() ->
                ((SegmentedButton) window.scene().lookup(".alarm-list .segmented-button"))
                        .getButtons()
                        .get(place)
                        .fire());
    }

    @Test
    void theLastWeekIsAskedForWhenTheTabIsShownAndWhenItIsSearched() {
        long end = SampleAlarms.NOW;
        try (var window = new AlarmsWindow(SampleAlarms.picture(SampleAlarms.few()), 1280, 720)) {
            search(window, "web");
            search(window, "");
            turn(window, 2);
            await().until(() -> !asked(window).isEmpty());
            search(window, "web-017");
            await().until(() -> asked(window).size() > 1);
            assertThat(asked(window))
                    .containsExactly(
                            new Command.AlarmHistory("", end - WEEK, end),
                            new Command.AlarmHistory("web-017", end - WEEK, end));
        }
    }
}
