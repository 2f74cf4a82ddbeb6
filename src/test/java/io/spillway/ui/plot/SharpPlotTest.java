package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
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

    /// A plot in a scene that is drawn larger than it is laid out, between two pixels, as a wall
    /// is.
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 31 / 12.0})
    void piecesOfThePictureMeetWithoutASeam(double larger) {
        Fx.run(() -> {
            TimePlot plot = level(1);
            long[] times = {Samples.NOW - 600_000, Samples.NOW};
            float[] low = {0.2f, 0.2f};
            float[] high = {0.8f, 0.8f};
            plot.setData(List.of(PlotSeries.band("room", Ink.DATA, times, low, high)));
            Pane pane = new Pane(plot);
            pane.getTransforms().add(new Scale(larger, larger));
            Scene scene =
                    Shots.stage(
                            new Pane(pane), Palettes.NIGHT, WIDTH * larger, (HEIGHT + 4) * larger);
            plot.resizeRelocate(3.3, 2.7, WIDTH, HEIGHT);
            plot.layout();
            WritableImage image = Shots.take(scene, "seam-" + larger, 1);
            int y = (int) (85 * larger);
            PixelReader pixels = image.getPixelReader();
            int first = pixels.getArgb((int) (100 * larger), y) & 0xff;
            for (int x = (int) (100 * larger); x < 500 * larger; x++) {
                // Rounding may cost one of 256 steps, which nobody sees.
                assertThat(pixels.getArgb(x, y) & 0xff).isCloseTo(first, within(1));
            }
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
