package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.plot.TimePlot;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// What watch says, on the Board of a window that runs.
@ExtendWith(FxToolkit.class)
class WatchOnBoardTest {
    private final FxRobot robot = new FxRobot();
    private @Nullable Console console;
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        FxToolkit.onFx(() -> {
            Console made =
                    new Console(
                            new ScriptedDesk(SamplePictures.healthy()),
                            Theme.NIGHT,
                            new FxDispatcher(),
                            SampleOffer.offer(),
                            () -> "ops-1");
            Stage window = new Stage();
            window.setScene(made.scene(1280, 720));
            window.show();
            window.requestFocus();
            console = made;
            stage = window;
        });
    }

    @AfterEach
    void close() {
        FxToolkit.onFx(() -> {
            Objects.requireNonNull(console).close();
            Objects.requireNonNull(stage).close();
        });
    }

    private Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    private void show(Picture picture) {
        FxToolkit.onFx(() -> {
            Objects.requireNonNull(console).show(picture);
            Snapshot.settle(scene());
        });
        PulsesPassed.await();
    }

    private TimePlot load() {
        return FxToolkit.onFx(() -> (TimePlot) scene().lookup(".plots .time-plot"));
    }

    private String heard() {
        TimePlot plot = load();
        return FxToolkit.onFx(
                () -> plot.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString());
    }

    /// Every word that is seen on the plot of load.
    private List<String> words() {
        TimePlot plot = load();
        return FxToolkit.onFx(() ->
                Stream.of(".plot-mark-label", ".plot-crossing-time", ".plot-limit")
                        .flatMap(kind -> plot.lookupAll(kind).stream())
                        .filter(n -> n.isVisible() && n instanceof Text)
                        .map(n -> ((Text) n).getText())
                        .toList());
    }

    private List<String> labels(String selector) {
        return FxToolkit.onFx(() ->
                scene().getRoot().lookupAll(selector + " .label").stream()
                        .filter(WatchOnBoardTest::seen)
                        .map(n -> ((Labeled) n).getText())
                        .toList());
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    @Test
    void aConeComesWithItsTimeAndGoesAgain() {
        show(SampleOutlooks.saturating());
        assertThat(words())
                .contains(
                        "04:04:52",
                        "03:20:31 Surge: +38\u2009% over usual",
                        "capacity 53\u2009k/s at 90\u2009% CPU");
        assertThat(heard()).contains("usual 8.", "reaches 53").contains("at 04:04:52");
        show(SampleOutlooks.recovered());
        assertThat(heard()).doesNotContain("reaches");
        assertThat(words())
                .doesNotContain("04:04:52")
                .contains("03:15:12 Surge: +42\u2009% over usual, until 03:47:12");
    }

    @Test
    void whatIsNotKnownLiveTellsNoTime() {
        show(SampleOutlooks.unseen());
        assertThat(heard()).doesNotContain("reaches");
        assertThat(words()).doesNotContain("04:04:52");
        assertThat(labels(".state-tile")).contains("Load is not live: no time can be told");
        assertThat(String.join(" ", labels(".state-tile"))).doesNotContain("Saturates");
    }

    @Test
    void aMarkStandsAtItsTime() {
        show(SampleOutlooks.saturating());
        TimePlot plot = load();
        double share =
                FxToolkit.onFx(() -> {
                    Node mark = plot.lookup(".plot-alarm");
                    double middle = mark.getBoundsInParent().getCenterX();
                    return (middle - 56) / (plot.getWidth() - 72);
                });
        long ago = SamplePictures.NOW.toEpochMilli() - 1_795_317_631_000L;
        assertThat(ago).isEqualTo(2_261_000);
        assertThat(share)
                .isBetween(0.84 * (1 - ago / 3.6e6) - 0.01, 0.84 * (1 - ago / 3.6e6) + 0.01);
    }

    @Test
    void windowsSwitchBothPlots() {
        show(SampleOutlooks.saturating());
        for (int i : new int[] {3, 0, 2, 1}) {
            long[] expected = {300_000, 3_600_000, 21_600_000, 86_400_000};
            FxToolkit.onFx(() -> buttons().get(i).fire());
            assertThat(load().axis().window()).isEqualTo(expected[i]);
            List<Boolean> selected =
                    FxToolkit.onFx(() -> buttons().stream().map(ToggleButton::isSelected).toList());
            assertThat(selected.indexOf(true)).isEqualTo(i);
            assertThat(selected.lastIndexOf(true)).isEqualTo(i);
        }
    }

    private List<ToggleButton> buttons() {
        return ((SegmentedButton) scene().lookup(".plots .segmented-button")).getButtons();
    }

    @Test
    void whyOpensByKeyAndFromTheTile() {
        show(SampleOutlooks.saturating());
        assertThat(labels(".why")).contains("Campaign", "likely", "64\u2009% of the increase");
        press(KeyCode.CONTROL, KeyCode.E);
        await().until(() ->
                labels(".why-sheet").contains("Not seen: answer sizes, request classes."));
        assertThat(labels(".why-sheet")).anyMatch(l -> l.startsWith("/offer/winter takes 58"));
        press(KeyCode.ESCAPE);
        await().until(() -> labels(".why-sheet").isEmpty());
        FxToolkit.onFx(() -> scene().lookup(".state-tile").requestFocus());
        press(KeyCode.SPACE);
        await().until(() -> !labels(".why-sheet").isEmpty());
    }

    @Test
    void aFindingLeadsToItsServer() {
        show(SampleOutlooks.announced());
        assertThat(labels(".sources"))
                .contains(
                        "Black Friday",
                        "23 Nov 18:00: 3.0× usual = 66\u2009k/s, capacity 53\u2009k/s: too much");
        FxToolkit.onFx(() -> scene().lookup(".sources .note-row .slim").requestFocus());
        assertThat(labels(".server-sheet")).isEmpty();
        FxToolkit.onFx(() -> Objects.requireNonNull(console).navigator().inspect("web-031"));
        await().until(() -> labels(".server-sheet").contains("445\u2009/s"));
        assertThat(labels(".server-sheet")).contains("at 90\u2009% CPU, ± 4\u2009%");
        assertThat(labels(".server-sheet")).anyMatch(l -> l.contains("process backup-agent"));
    }
}
