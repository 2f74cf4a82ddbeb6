package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePlotTest {
    private static final double WIDTH = 1_268;
    private static final double HEIGHT = 286;

    @ParameterizedTest
    @ValueSource(strings = {"night", "day"})
    void theBoardsPlots(String theme) {
        Palette palette = theme.equals("day") ? Palettes.DAY : Palettes.NIGHT;
        Fx.run(() -> {
            TimePlot load = load(palette);
            Shots.take(Shots.stage(load, palette, WIDTH, HEIGHT), "load-" + theme);
            assertThat(words(load)).contains("capacity 53 k/s at 90 % CPU");
            TimePlot cpu = cpu(palette);
            cpu.setMarks(
                    List.of(
                            new Mark(Samples.NOW - 1_200_000, "drained web-066 (ops-1)"),
                            new Mark(Samples.NOW - 1_180_000, "undid 7f3a (ops-1)")));
            Shots.take(Shots.stage(cpu, palette, WIDTH, HEIGHT), "cpu-" + theme);
            assertThat(words(cpu)).contains("90 overload", "03:38:32 undid 7f3a (ops-1)");
            cpu.axis().cursorProperty().set(Samples.NOW - 600_000);
            Shots.take(cpu.getScene(), "cursor-" + theme);
            assertThat(words(cpu)).contains(Ticks.clock(Samples.NOW - 600_000));
            Shots.take(cpu.getScene(), "cursor-2x-" + theme, 2);
            cpu.setBlindSince(
                    Instant.ofEpochMilli(Samples.NOW - 40_000),
                    "prom-1 does not answer: connection refused");
            Shots.take(cpu.getScene(), "blind-" + theme);
            assertThat(words(cpu)).contains("prom-1 does not answer: connection refused");
        });
    }

    @Test
    void anEmptyPlotSaysThatItWaits() {
        Fx.run(() -> {
            TimePlot plot = plot(Palettes.NIGHT);
            Shots.take(Shots.stage(plot, Palettes.NIGHT, 700, 200), "empty");
            assertThat(words(plot)).contains("waiting for the first sample");
            plot.setData(List.of(single(Samples.NOW - 2_000)));
            Shots.take(plot.getScene(), "one");
            assertThat(words(plot)).doesNotContain("waiting for the first sample");
            assertThat(words(plot)).contains("3\u2009s ago");
        });
    }

    @Test
    void gapsAndManySeriesAndZoomDraw() {
        Fx.run(() -> {
            Palette palette = Palettes.NIGHT;
            TimePlot gaps = cpu(palette);
            gaps.setData(Samples.gap(Samples.gap(Samples.spread(false), 900, 1_300), 3_540, 3_600));
            Shots.take(Shots.stage(gaps, palette, WIDTH, HEIGHT), "gaps");
            assertThat(words(gaps)).contains("1\u2009min 1\u2009s ago");
            TimePlot many = cpu(palette);
            many.setData(twenty());
            many.axis().cursorProperty().set(Samples.NOW - 600_000);
            Shots.take(Shots.stage(many, palette, WIDTH, HEIGHT), "twenty");
            assertThat(words(many)).contains("and 12 more");
            TimePlot zoomed = cpu(palette);
            zoomed.axis().setWindow(60_000);
            Shots.take(Shots.stage(zoomed, palette, WIDTH, HEIGHT), "zoomed");
            assertThat(words(zoomed)).contains("03:58:00");
        });
    }

    /// Whatever the size, the stretch and the marks: no two words overlap, none is cut.
    @ParameterizedTest
    @CsvSource({"1268,286", "700,200", "420,120", "300,90", "2400,500"})
    void wordsNeverOverlapAndAreNeverCut(double width, double height) {
        Fx.run(() -> {
            for (long window :
                    new long[] {30_000, 300_000, 3_600_000, 86_400_000, TimeAxis.LONGEST}) {
                TimePlot plot = cpu(Palettes.NIGHT);
                plot.axis().setWindow(window);
                plot.setMarks(marks(window));
                Scene scene = Shots.stage(plot, Palettes.NIGHT, width, height);
                Shots.take(scene, "words-" + (int) width + "-" + window);
                assertApart(plot, width, height);
            }
        });
    }

    @Test
    void plotsOnOneAxisShareCursorZoomAndPan() {
        Fx.run(() -> {
            TimeAxis axis = new TimeAxis(3_600_000);
            axis.setNow(Samples.NOW);
            TimePlot upper = new TimePlot(axis);
            TimePlot lower = new TimePlot(axis);
            for (TimePlot plot : List.of(upper, lower)) {
                plot.setPalette(Palettes.NIGHT);
                plot.setData(List.of(single(Samples.NOW - 1_800_000)));
                Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            }
            upper.fireEvent(Events.mouse(MouseEvent.MOUSE_MOVED, WIDTH / 2, 1));
            lower.getScene().getRoot().layout();
            assertThat(words(lower)).contains(Ticks.clock(axis.cursorProperty().get()));
            upper.fireEvent(Events.wheel(WIDTH / 2, 40));
            assertThat(axis.window()).isEqualTo(2_880_000);
            upper.fireEvent(Events.mouse(MouseEvent.MOUSE_PRESSED, 400, 1));
            upper.fireEvent(Events.mouse(MouseEvent.MOUSE_DRAGGED, 600, 1));
            lower.getScene().getRoot().layout();
            assertThat(axis.live()).isFalse();
            assertThat(words(lower)).contains("not live");
            upper.fireEvent(Events.mouse(MouseEvent.MOUSE_CLICKED, 600, 2));
            lower.getScene().getRoot().layout();
            assertThat(words(lower)).doesNotContain("not live");
            assertThat(axis.window()).isEqualTo(3_600_000);
            upper.fireEvent(Events.mouse(MouseEvent.MOUSE_EXITED, -5, 1));
            assertThat(axis.cursorProperty().get()).isEqualTo(TimeAxis.NOWHERE);
        });
    }

    @Test
    void everythingTheMouseCanDoKeysCanDo() {
        Fx.run(() -> {
            TimePlot plot = cpu(Palettes.NIGHT);
            plot.fireEvent(Events.key(KeyCode.PLUS));
            assertThat(plot.axis().window()).isEqualTo(2_880_000);
            plot.fireEvent(Events.key(KeyCode.MINUS));
            assertThat(plot.axis().window()).isEqualTo(3_600_000);
            plot.fireEvent(Events.key(KeyCode.LEFT));
            assertThat(plot.axis().end()).isEqualTo(plot.axis().now() - 360_000);
            plot.fireEvent(Events.key(KeyCode.RIGHT));
            assertThat(plot.axis().live()).isTrue();
            for (KeyCode key : List.of(KeyCode.HOME, KeyCode.END, KeyCode.DIGIT0)) {
                plot.fireEvent(Events.key(KeyCode.LEFT));
                assertThat(plot.axis().live()).isFalse();
                plot.fireEvent(Events.key(key));
                assertThat(plot.axis().live()).isTrue();
            }
            assertThat(plot.getAccessibleHelp()).contains("zoom", "Shift+F10");
        });
    }

    @Test
    void blindIsSaidAndUnsaid() {
        Fx.run(() -> {
            TimePlot plot = cpu(Palettes.NIGHT);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            plot.setBlindSince(Instant.ofEpochMilli(Samples.NOW), "prom-1 is silent");
            scene.getRoot().layout();
            assertThat(words(plot)).contains("BLIND since 03:58:12", "prom-1 is silent");
            plot.setBlindSince(null, "");
            scene.getRoot().layout();
            assertThat(words(plot)).noneMatch(word -> word.contains("BLIND"));
        });
    }

    @Test
    void whoHearsThePlotHearsItsLastValues() {
        Fx.run(() -> {
            TimePlot plot = cpu(Palettes.NIGHT);
            plot.setData(List.of(single(Samples.NOW)));
            assertThat(plot.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .isEqualTo("CPU, now 41\u2009%, 1\u2009s ago");
        });
    }

    @Test
    void ofMarksThatCrowdTheMostSeriousIsNamed() {
        Fx.run(() -> {
            TimePlot plot = load(Palettes.NIGHT);
            plot.setMarks(
                    List.of(
                            new Mark(Samples.NOW - 105_000, "Spike: 17 k/s, over", "3", false),
                            new Mark(Samples.NOW - 60_000, "Spike: 19 k/s", "3", true),
                            new Mark(Samples.NOW - 15_000, "Surge: +51 % over usual", "3", true)));
            Shots.take(Shots.stage(plot, Palettes.NIGHT, 880, 230), "crowd");
            assertThat(words(plot))
                    .anyMatch(word -> word.endsWith("Surge: +51 % over usual"))
                    .noneMatch(word -> word.endsWith("Spike: 17 k/s, over"));
        });
    }

    @Test
    void theCrosshairTellsTheDayAndWhatSharesAColumn() {
        Fx.run(() -> {
            TimePlot plot = plot(Palettes.NIGHT);
            plot.setUnit(Unit.PERCENT);
            long[] times = {Samples.NOW - 7_200_000, Samples.NOW - 7_199_000, Samples.NOW};
            float[] values = {0.41f, 0.2f, 0.3f};
            plot.setData(List.of(PlotSeries.line("now", Ink.DATA, times, values)));
            plot.axis().setWindow(TimeAxis.LONGEST);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            plot.axis().cursorProperty().set(times[1]);
            Shots.take(scene, "month");
            assertThat(words(plot)).contains("20\u2009%", "20–41\u2009%", "30 Oct");
            plot.axis().cursorProperty().set(Samples.NOW - 86_400_000);
            Shots.take(scene, "month-ago");
            assertThat(words(plot)).contains("22 Nov 03:58:12");
        });
    }

    private static PlotSeries single(long time) {
        return PlotSeries.line("now", Ink.DATA, new long[] {time}, new float[] {0.41f});
    }

    private static List<PlotSeries> twenty() {
        List<PlotSeries> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Ink ink = i % 2 == 0 ? Ink.DATA : Ink.DATA_2;
            float[] values = Samples.cpu(Samples.HOUR, (i - 10) * 0.03, 0.02, i);
            twenty.add(PlotSeries.line("web-" + i, ink, Samples.times(Samples.HOUR), values));
        }
        return twenty;
    }

    private static List<Mark> marks(long window) {
        List<Mark> marks = new ArrayList<>();
        for (double share : new double[] {0.01, 0.3, 0.31, 0.6, 0.95}) {
            long time = Samples.NOW - Math.round(window * share);
            marks.add(new Mark(time, "drained web-066 (ops-1)"));
        }
        return marks;
    }

    /// Everything that can be read.
    static List<String> words(TimePlot plot) {
        return texts(plot).stream().map(Text::getText).toList();
    }

    private static List<Text> texts(Parent parent) {
        List<Text> found = new ArrayList<>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                continue;
            }
            boolean rim = node.getStyleClass().contains("plot-rim");
            if (!rim && node instanceof Text text && !text.getText().isEmpty()) {
                found.add(text);
            } else if (node instanceof Parent inner) {
                found.addAll(texts(inner));
            }
        }
        return found;
    }

    private static void assertApart(TimePlot plot, double width, double height) {
        List<Text> texts = texts(plot);
        assertThat(texts).isNotEmpty();
        for (int i = 0; i < texts.size(); i++) {
            String words = texts.get(i).getText();
            Bounds a = plain(texts.get(i));
            assertThat(a.getMinX() >= 0 && a.getMaxX() <= width)
                    .as("%s at %s of %s", words, a, width)
                    .isTrue();
            assertThat(a.getMinY() >= 0 && a.getMaxY() <= height)
                    .as("%s at %s of %s", words, a, height)
                    .isTrue();
            for (Text other : texts.subList(0, i)) {
                assertThat(a.intersects(plain(other)))
                        .as("%s over %s", words, other.getText())
                        .isFalse();
            }
        }
    }

    /// The bounds of the glyphs, without the rim around them.
    private static Bounds plain(Text text) {
        return text.localToScene(text.getLayoutBounds());
    }

    private static TimePlot plot(Palette palette) {
        TimeAxis axis = new TimeAxis(3_600_000);
        axis.setNow(Samples.NOW + 1_000);
        TimePlot plot = new TimePlot(axis);
        plot.setPalette(palette);
        return plot;
    }

    private static TimePlot load(Palette palette) {
        TimePlot plot = plot(palette);
        plot.setUnit(Unit.PER_SECOND);
        plot.setData(
                List.of(
                        PlotSeries.line(
                                "now",
                                Ink.DATA,
                                Samples.times(Samples.HOUR),
                                Samples.load(Samples.HOUR))));
        plot.setLimits(List.of(new Limit(53_000, "capacity 53 k/s at 90 % CPU", false)));
        return plot;
    }

    static TimePlot cpu(Palette palette) {
        TimePlot plot = plot(palette);
        plot.setName("CPU");
        plot.setUnit(Unit.PERCENT);
        plot.setMax(1);
        plot.setData(Samples.spread(true));
        plot.setLimits(List.of(new Limit(0.9, "90 overload", true)));
        assertThat(plot.axis().live()).isTrue();
        return plot;
    }
}
