package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plots on screens of several pixels per unit of length.
class SharpPlotTest {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 200;
    private static final int PLOT_WIDTH = 600 - 72;

    /// A level line keeps its width in units of length, and its edges stay as steep as a pixel.
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3})
    void aLineIsDrawnInThePixelsOfTheScreen(double scale) {
        Fx.run(() -> {
            TimePlot plot = level(scale);
            Scene scene = Shots.stage(plot, Palettes.NIGHT, WIDTH, HEIGHT);
            WritableImage image = Shots.take(scene, "sharp-" + scale, scale);
            assertThat(image.getWidth()).isEqualTo(WIDTH * scale);
            assertThat(plot.columnsPainted()).isEqualTo(Math.round(PLOT_WIDTH * scale));
            double covered = 0;
            int partly = 0;
            PixelReader pixels = image.getPixelReader();
            int x = (int) (300 * scale);
            for (int y = (int) (81 * scale); y < 90 * scale; y++) {
                double share = share(pixels.getArgb(x, y));
                covered += share;
                partly += share > 0.02 && share < 0.98 ? 1 : 0;
            }
            assertThat(covered / scale).isCloseTo(1.6, within(0.1));
            assertThat(partly).isLessThanOrEqualTo(2);
        });
    }

    /// How much of a pixel a line of the theme's data covers.
    private static double share(int argb) {
        int ground = Palettes.NIGHT.background() & 0xff;
        int ink = Palettes.NIGHT.data() & 0xff;
        return ((argb & 0xff) - ground) / (double) (ink - ground);
    }

    private static TimePlot level(double scale) {
        TimeAxis axis = new TimeAxis(600_000);
        axis.setNow(Samples.NOW);
        TimePlot plot = new TimePlot(axis);
        plot.setPalette(Palettes.NIGHT);
        plot.setRenderScale(scale);
        plot.setMax(1);
        long[] times = {Samples.NOW - 600_000, Samples.NOW};
        float[] half = {0.537f, 0.537f};
        plot.setData(List.of(PlotSeries.line("level", Ink.DATA, times, half)));
        return plot;
    }
}
