package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/// How much of a plot is painted anew, and when.
class TimePlotTicksTest {
    private static final double WIDTH = 1_268;
    private static final double HEIGHT = 286;

    @Test
    void aTickPaintsAFewColumnsAndAThemeAll() {
        Fx.run(() -> {
            TimePlot plot = TimePlotTest.cpu(Palettes.NIGHT);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            long painted = plot.columnsPainted();
            assertThat(painted).isEqualTo((long) WIDTH - 72);
            plot.axis().setNow(Samples.NOW + 60_000);
            scene.getRoot().layout();
            assertThat(plot.columnsPainted() - painted).isBetween(16L, 32L);
            plot.setPalette(Palettes.DAY);
            scene.getRoot().layout();
            assertThat(plot.columnsPainted()).isGreaterThan(2 * painted);
        });
    }

    /// What is new waits for its column, but not longer than 5 seconds; the words do not wait.
    @Test
    void aTickDrawsOnlyWholeColumns() {
        Fx.run(() -> {
            TimePlot plot = TimePlotTest.cpu(Palettes.NIGHT);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            for (long window : new long[] {3_600_000, 24 * 3_600_000}) {
                plot.axis().setWindow(window);
                scene.getRoot().layout();
                int drawn = 0;
                for (int i = 0; i < 60; i++) {
                    long before = plot.columnsPainted();
                    plot.axis().setNow(plot.axis().now() + 1_000);
                    plot.setData(List.of(single(plot.axis().now(), 0.4f + 0.01f * (i % 2))));
                    scene.getRoot().layout();
                    drawn += plot.columnsPainted() > before ? 1 : 0;
                    assertThat(TimePlotTest.words(plot)).contains("0\u2009s ago");
                }
                assertThat(drawn).isBetween(12, 22);
            }
        });
    }

    @Test
    void whatComesAtTheSameTimeIsDrawnAtOnce() {
        Fx.run(() -> {
            TimePlot plot = TimePlotTest.cpu(Palettes.NIGHT);
            plot.setData(List.of(single(Samples.NOW, 0.4f)));
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            long before = plot.columnsPainted();
            plot.setData(List.of(single(Samples.NOW, 0.5f)));
            scene.getRoot().layout();
            assertThat(plot.columnsPainted()).isGreaterThan(before);
        });
    }

    @Test
    void seriesThatSwapPlacesPaintNothing() {
        Fx.run(() -> {
            TimePlot plot = TimePlotTest.cpu(Palettes.NIGHT);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            long painted = plot.columnsPainted();
            plot.setData(Samples.spread(true).reversed());
            scene.getRoot().layout();
            assertThat(plot.columnsPainted()).isEqualTo(painted);
            plot.setData(Samples.spread(false));
            scene.getRoot().layout();
            assertThat(plot.columnsPainted()).isEqualTo(2 * painted);
        });
    }

    private static PlotSeries single(long time, float value) {
        return PlotSeries.line("now", Ink.DATA, new long[] {time}, new float[] {value});
    }
}
