package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// One column a second, 100 rows; the axis begins at 0 and ends at 1.
class ColumnPainterTest {
    private static final int HEIGHT = 100;
    private static final Palette PALETTE = Palettes.NIGHT;

    @Test
    void aLevelLineIsAsThickAsItShouldBe() {
        Raster raster = paint(List.of(line(0.5f, 0.5f, 0.5f, 0.5f)), 4, List.of());
        assertThat(ink(raster, 1)).isBetween(1.55, 1.65);
        assertThat(ink(raster, 2)).isBetween(1.55, 1.65);
    }

    @Test
    void aSteepLineIsAsThickAcrossAsALevelOne() {
        PlotSeries steep = line(0.1f, 0.1f, 0.9f, 0.9f);
        Raster raster = paint(List.of(steep), 4, List.of());
        double total = ink(raster, 1);
        double length = Math.hypot(1, 0.8 * (HEIGHT - Sheet.PAD_TOP - Sheet.PAD_BOTTOM));
        assertThat(total).isGreaterThan(0.6 * length);
        assertThat(total).isLessThan(1.7 * length);
    }

    @Test
    void theHighestAndLowestOfManyValuesInAColumnAreSeen() {
        long[] times = new long[40];
        float[] values = new float[40];
        for (int i = 0; i < 40; i++) {
            times[i] = i * 100L;
            values[i] = i == 15 ? 1f : i == 17 ? 0f : 0.5f;
        }
        PlotSeries dense = PlotSeries.line("dense", Ink.DATA, times, values);
        Raster raster = paint(List.of(dense), 4, List.of());
        assertThat(raster.get(1, (int) Sheet.PAD_TOP + 1)).isNotEqualTo(PALETTE.background());
        assertThat(raster.get(1, HEIGHT - 3)).isNotEqualTo(PALETTE.background());
        assertThat(raster.get(3, HEIGHT - 3)).isEqualTo(PALETTE.background());
    }

    @Test
    void aGapIsHatchedAndNeverBridged() {
        PlotSeries gap = line(0.5f, 0.5f, Float.NaN, Float.NaN, 0.5f, 0.5f);
        Raster raster = paint(List.of(gap), 6, List.of());
        int row = (int) sheet(List.of()).row(0.5);
        for (int x = 1; x < 4; x++) {
            assertThat(raster.get(x, row)).as("column %d", x).isNotEqualTo(PALETTE.data());
            assertThat(hatched(raster, x)).as("column %d", x).isTrue();
        }
        assertThat(hatched(raster, 0)).isFalse();
        assertThat(hatched(raster, 4)).isFalse();
    }

    @Test
    void whatLiesBeforeAndBehindTheDataIsEmptyButNoGap() {
        PlotSeries two = line(0.5f, 0.5f);
        Raster raster = paint(List.of(two), 6, List.of());
        for (int y = 0; y < HEIGHT; y++) {
            assertThat(raster.get(4, y)).isEqualTo(PALETTE.background());
        }
    }

    @Test
    void aSourceThatBeginsWithNothingHasNoGapBeforeItsFirstValue() {
        PlotSeries late = line(Float.NaN, Float.NaN, Float.NaN, 0.5f, 0.5f, Float.NaN, Float.NaN);
        Raster raster = paint(List.of(late), 6, List.of());
        assertThat(hatched(raster, 1)).isFalse();
        assertThat(hatched(raster, 5)).isTrue();
    }

    @Test
    void whatIsOnlyExpectedNeitherFillsNorMakesGaps() {
        PlotSeries gap = line(0.5f, 0.5f, Float.NaN, Float.NaN, 0.5f, 0.5f);
        long[] times = {0, 12_000};
        float[] low = {0.55f, 0.55f};
        float[] high = {0.65f, 0.65f};
        for (PlotSeries.Kind kind : List.of(PlotSeries.Kind.USUAL, PlotSeries.Kind.CONE)) {
            PlotSeries band = new PlotSeries("expected", kind, Ink.DATA_2, times, low, high);
            Raster raster = paint(List.of(band, gap), 10, List.of());
            assertThat(hatched(raster, 2)).isTrue();
            assertThat(hatched(raster, 8)).isFalse();
            int inside = (int) sheet(List.of()).row(0.6);
            assertThat(raster.get(8, inside)).isNotEqualTo(PALETTE.background());
        }
    }

    @Test
    void whatIsExpectedIsDashed() {
        PlotSeries level =
                PlotSeries.dashed("forecast", Ink.DATA, new long[] {0, 40_000}, new float[] {1, 1});
        Raster raster = paint(List.of(level), 36, List.of());
        long inked = 0;
        for (int x = 0; x < 36; x++) {
            inked += ink(raster, x) > 0.5 ? 1 : 0;
        }
        assertThat(inked).isEqualTo(20);
    }

    @Test
    void oneOfTwoSeriesIsEnoughForNoHatch() {
        PlotSeries known = line(0.2f, 0.2f, 0.2f, 0.2f);
        PlotSeries unknown = line(Float.NaN, Float.NaN, Float.NaN, 0.9f);
        assertThat(hatched(paint(List.of(known, unknown), 3, List.of()), 1)).isFalse();
    }

    @Test
    void aValueThatStandsAloneIsADot() {
        PlotSeries alone = line(Float.NaN, Float.NaN, 0.5f, Float.NaN, Float.NaN);
        Raster raster = paint(List.of(alone), 5, List.of());
        int row = (int) sheet(List.of()).row(0.5);
        assertThat(raster.get(2, row)).isEqualTo(PALETTE.data());
    }

    @Test
    void aLimitHasAlarmColourOnlyWhileActive() {
        for (boolean active : new boolean[] {true, false}) {
            Raster raster = paint(List.of(), 6, List.of(new Limit(0.9, "90", active)));
            int row = (int) Math.round(sheet(List.of()).row(0.9) - 0.5);
            int red = (raster.get(0, row) >> 16) & 255;
            int blue = raster.get(0, row) & 255;
            assertThat(red - blue > 60).isEqualTo(active);
            assertThat(raster.get(3, row)).as("between dashes").isEqualTo(PALETTE.background());
        }
    }

    private static PlotSeries line(float... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 1_000L;
        }
        return PlotSeries.line("line", Ink.DATA, times, values);
    }

    private static Raster paint(List<PlotSeries> series, int width, List<Limit> limits) {
        return Fx.call(() -> {
            Raster raster = new Raster(width, HEIGHT);
            ColumnPainter painter = new ColumnPainter(sheet(limits), series);
            for (int x = 0; x < width; x++) {
                painter.paint(x, raster, x);
            }
            return raster;
        });
    }

    private static Sheet sheet(List<Limit> limits) {
        return new Sheet(PALETTE, 1_000, HEIGHT, 1, 1, List.of(), limits);
    }

    /// How many pixels' worth of the data colour a column holds.
    private static double ink(Raster raster, int x) {
        double ink = 0;
        double full = (PALETTE.data() & 255) - (PALETTE.background() & 255);
        for (int y = 0; y < HEIGHT; y++) {
            ink += ((raster.get(x, y) & 255) - (PALETTE.background() & 255)) / full;
        }
        return ink;
    }

    private static boolean hatched(Raster raster, int x) {
        int painted = 0;
        for (int y = (int) Sheet.PAD_TOP; y < HEIGHT; y++) {
            painted += raster.get(x, y) == PALETTE.background() ? 0 : 1;
        }
        return painted > HEIGHT / 6 && painted < HEIGHT * 5 / 6;
    }
}
