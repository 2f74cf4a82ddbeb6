package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarms;
import io.spillway.alarm.Line;
import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is acknowledged is what was seen, whatever comes in between.
@ExtendWith(FxToolkit.class)
class AcknowledgeSeenScreenTest {
    private static final int DRAWN = 12;

    private static Alarms withThreeMore(Alarms before) {
        List<Line> lines = new ArrayList<>();
        for (int i = 41; i <= 43; i++) {
            lines.add(
                    SampleAlarms.line(
                            SampleAlarms.active(
                                    SampleAlarmRules.CPU, SampleAlarms.web(i), .99, 1)));
        }
        lines.addAll(before.lines());
        return SampleAlarms.of(lines, List.of(), List.of(), false);
    }

    @Test
    void exactlyTheRowsDrawnWhenTheButtonWentDown() {
        Alarms forty = SampleAlarms.many(40);
        Picture picture = SampleAlarms.picture(forty);
        try (var window = new AlarmsWindow(picture, 1280, 720)) {
            FxToolkit.onFx(() -> {
                var table = window.table();
                Shown.when(false, window.scene().lookup(".rates"));
                table.maxHeightProperty().unbind();
                double header =
                        table.lookup(".column-header-background").getLayoutBounds().getHeight();
                table.setMaxHeight(header + DRAWN * 33);
                Snapshot.settle(window.scene());
            });
            Button button =
                    FxToolkit.onFx(() -> window.robot.lookup("Acknowledge visible").queryButton());
            window.robot.moveTo(button).press(MouseButton.PRIMARY);
            window.show(SampleAlarms.next(picture, withThreeMore(forty)));
            window.robot.release(MouseButton.PRIMARY);

            assertThat(window.act(0))
                    .isEqualTo(
                            new OperatorAct.Acknowledge(
                                    forty.listed().subList(0, DRAWN).stream()
                                            .map(a -> a.id())
                                            .toList(),
                                    "ops-1"));
            assertThat(window.acts()).hasSize(1);
        }
    }
}
