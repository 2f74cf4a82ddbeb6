package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.alarm.Alarms;
import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the keyboard does on the Alarms screen.
@ExtendWith(FxToolkit.class)
class AlarmKeysTest {
    private static final String FIRST = "server-cpu@web/web-017";
    private static final String SECOND = "server-cpu@web/web-042";

    private static AlarmsWindow open(Alarms alarms) {
        return new AlarmsWindow(SampleAlarms.picture(alarms), 1280, 720);
    }

    private static int rows(AlarmsWindow window) {
        return FxToolkit.onFx(() -> window.table().getItems().size());
    }

    @Test
    void controlThreeLeadsHere() {
        try (var window = open(SampleAlarms.few())) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            await().until(() -> !window.visible(".alarms"));
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            await().until(() -> window.visible(".alarms"));
        }
    }

    @Test
    void theRailCountsThemInTheColourOfTheMostUrgent() {
        try (var window = open(SampleAlarms.few())) {
            Label badge = FxToolkit.onFx(() -> (Label) window.scene().lookup(".rail-badge"));
            assertThat(badge.getText()).isEqualTo("3");
            assertThat(badge.getStyleClass()).contains("p1").doesNotContain("p2");
            window.show(SampleAlarms.picture(SampleAlarms.calm()));
            assertThat(window.visible(".rail-badge")).isFalse();
        }
    }

    @Test
    void acknowledgesTheSelectedRowsOnly() {
        try (var window = open(SampleAlarms.few())) {
            window.press(KeyCode.A);
            assertThat(window.act(0))
                    .isEqualTo(new OperatorAct.Acknowledge(List.of(FIRST), "ops-1"));
            window.press(KeyCode.SHIFT, KeyCode.DOWN);
            window.press(KeyCode.A);
            assertThat(window.act(1))
                    .isInstanceOfSatisfying(
                            OperatorAct.Acknowledge.class,
                            act -> assertThat(act.ids()).containsExactlyInAnyOrder(FIRST, SECOND));
        }
    }

    @Test
    void whoDoesNotOperateActsUnderTheWorkstationsName() {
        Picture p = SampleAlarms.picture(SampleAlarms.few());
        Picture observing =
                SamplePictures.with(p, Mode.OBSERVE, p.plans(), p.leases(), p.notices());
        try (var window = new AlarmsWindow(observing, 1280, 720)) {
            window.press(KeyCode.A);
            assertThat(window.act(0).operator()).isEqualTo("anna");
        }
    }

    @Test
    void shelvingNeedsAReason() {
        try (var window = open(SampleAlarms.few())) {
            window.press(KeyCode.S);
            await().until(() -> window.visible(".aside-form"));
            assertThat(window.words(".aside-form .segmented-button")).isNotNull();
            window.press(KeyCode.ENTER);
            await().until(() -> window.visible(".aside-form .trouble"));
            assertThat(window.acts()).isEmpty();

            window.robot.write("Planned work");
            window.press(KeyCode.ENTER);
            assertThat(window.act(0))
                    .isEqualTo(
                            new OperatorAct.Shelve(
                                    List.of(FIRST), 300_000, "Planned work", "ops-1"));
            assertThat(window.visible(".aside-form")).isFalse();
        }
    }

    @Test
    void escapeClosesFormThenPane() {
        try (var window = open(SampleAlarms.few())) {
            window.press(KeyCode.S);
            await().until(() -> window.visible(".aside-form"));
            window.press(KeyCode.ESCAPE);
            await().until(() -> !window.visible(".aside-form"));
            assertThat(window.visible(".alarm-pane")).isTrue();
            window.press(KeyCode.ESCAPE);
            await().until(() -> !window.visible(".alarm-pane"));
            assertThat(window.visible(".alarms")).isTrue();
        }
    }

    @Test
    void aPaneOverTheListClosesByItsButton() {
        try (var window = open(SampleAlarms.few())) {
            window.press(KeyCode.ENTER);
            await().until(() -> window.visible(".alarm-pane .head .button"));
            FxToolkit.onFx(
                    () -> ((Button) window.scene().lookup(".alarm-pane .head .button")).fire());
            assertThat(window.visible(".alarm-pane")).isFalse();
            assertThat(FxToolkit.onFx(() -> window.table().isFocused())).isTrue();
        }
    }

    @Test
    void aFloodFoldsToSevenLinesWithTheFirstOnTop() {
        Alarms flood = SampleAlarms.flood();
        assertThat(flood.listed()).hasSize(500);
        try (var window = open(flood)) {
            assertThat(rows(window)).isEqualTo(7);
            FxToolkit.onFx(() -> window.table().getSelectionModel().clearAndSelect(1));
            window.press(KeyCode.RIGHT);
            await().until(() -> rows(window) == 7 + 240);
            window.press(KeyCode.LEFT);
            await().until(() -> rows(window) == 7);
            assertThat(FxToolkit.onFx(() -> window.table().getSelectionModel().getSelectedIndex()))
                    .isEqualTo(1);
        }
    }

    @Test
    void theSelectionStaysWithItsAlarmWhenOthersCome() {
        Alarms few = SampleAlarms.few();
        Picture picture = SampleAlarms.picture(few);
        try (var window = new AlarmsWindow(picture, 1280, 720)) {
            var lines = new java.util.ArrayList<>(few.lines());
            lines.addFirst(
                    SampleAlarms.line(
                            SampleAlarms.active(
                                    SampleAlarmRules.CPU, SampleAlarms.web(50), .99, 1)));
            window.show(
                    SampleAlarms.next(
                            picture, SampleAlarms.of(lines, List.of(), List.of(), false)));
            TableView<?> table = window.table();
            assertThat(FxToolkit.onFx(() -> table.getSelectionModel().getSelectedIndices()))
                    .containsExactly(1);
            window.press(KeyCode.A);
            assertThat(window.act(0))
                    .isEqualTo(new OperatorAct.Acknowledge(List.of(FIRST), "ops-1"));
        }
    }
}
