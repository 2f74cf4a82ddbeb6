package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.plot.PlotSeries.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotRingTest {
    private static final int HEIGHT = 60;
    private static final long START = 1_790_000_000_000L;

    /// The promise on which everything rests: after any ticks, what was painted bit by bit is what
    /// would be painted at once.
    @Property(tries = 400)
    void paintingBitByBitIsPaintingAtOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int width,
            @ForAll @IntRange(min = 1, max = 40) int ticks) {
        Random random = new Random(seed);
        double column = random.nextBoolean() ? 997.3 : 200 + random.nextInt(8_000);
        Sheet sheet = sheet(column, 1 + random.nextInt(2));
        Past past = new Past(random);
        Fx.run(() -> {
            PlotRing ring = new PlotRing();
            for (int i = 0; i < ticks; i++) {
                past.step();
                long first = (long) Math.floor(past.now() / column) - width + 1;
                long shift = random.nextInt(6) == 0 ? random.nextInt(-width, width) : 0;
                ring.show(sheet, past.series(), width, first + shift);
                PlotRing fresh = new PlotRing();
                fresh.show(sheet, past.series(), width, first + shift);
                assertSamePixels(ring, fresh, width);
            }
        });
    }

    @Test
    void aTickPaintsOnlyNewColumns() {
        int width = 1_202;
        double column = 3_600_000.0 / width;
        Sheet sheet = sheet(column, 1);
        List<Long> extra = new ArrayList<>();
        Fx.run(() -> {
            PlotRing ring = new PlotRing();
            long before = 0;
            for (int tick = 0; tick < 300; tick++) {
                long now = START + 3_600_000 + tick * 1_000L;
                long first = (long) Math.floor(now / column) - width + 1;
                long count = ring.count();
                ring.show(sheet, hour(now), width, first);
                if (tick > 0) {
                    extra.add(ring.count() - count - (first - before));
                }
                before = first;
            }
        });
        // Up to two old columns at the new end, and up to two where the oldest value falls out.
        assertThat(extra).allMatch(columns -> columns <= 4);
        assertThat(extra.stream().mapToLong(c -> c).average().orElseThrow()).isLessThan(3.2);
    }

    @Test
    void aTickWithoutNewsPaintsNothing() {
        Sheet sheet = sheet(1_000, 1);
        Fx.run(() -> {
            PlotRing ring = new PlotRing();
            ring.show(sheet, hour(START), 300, START / 1_000 - 300);
            long count = ring.count();
            ring.show(sheet, hour(START), 300, START / 1_000 - 300);
            assertThat(ring.count()).isEqualTo(count);
        });
    }

    @Test
    void anotherScaleOrThemePaintsEverything() {
        Fx.run(() -> {
            PlotRing ring = new PlotRing();
            ring.show(sheet(1_000, 1), hour(START), 300, START / 1_000 - 300);
            ring.show(sheet(1_000, 2), hour(START), 300, START / 1_000 - 300);
            assertThat(ring.count()).isEqualTo(600);
        });
    }

    /// Sharp on any screen: no pixel is stretched, left out, or mixed with that of the next tile.
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void everyPixelIsShownAsItWasPainted(double scale) {
        int width = 300;
        Fx.run(() -> {
            PlotRing ring = new PlotRing();
            ring.show(sheet(1_000, scale), hour(START), width, START / 1_000 - width + 7);
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setViewport(new Rectangle2D(0, 0, width, HEIGHT));
            WritableImage shown = new Group(ring.node()).snapshot(parameters, null);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < HEIGHT; y++) {
                    assertThat(shown.getPixelReader().getArgb(x, y)).isEqualTo(ring.argb(x, y));
                }
            }
        });
    }

    private static List<PlotSeries> hour(long now) {
        int n = 3_600;
        long[] times = new long[n];
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            times[i] = now - (n - 1 - i) * 1_000L;
            values[i] = 0.5f + 0.4f * (float) Math.sin(times[i] / 50_000.0);
        }
        return List.of(
                PlotSeries.band("spread", Ink.DATA_2, times, new float[n], values),
                PlotSeries.line("median", Ink.DATA, times, values));
    }

    private static Sheet sheet(double column, double scale) {
        return new Sheet(
                Palettes.NIGHT,
                column,
                HEIGHT,
                scale,
                1,
                List.of(0.0, 0.5, 1.0),
                List.of(new Limit(0.9, "90 overload", false)));
    }

    private static void assertSamePixels(PlotRing ring, PlotRing fresh, int width) {
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                if (ring.argb(x, y) != fresh.argb(x, y)) {
                    assertThat(Integer.toHexString(ring.argb(x, y)))
                            .as("pixel %d,%d of %d columns", x, y, width)
                            .isEqualTo(Integer.toHexString(fresh.argb(x, y)));
                }
            }
        }
    }

    /// Random series that grow at the end, lose their oldest values and now and then have an old
    /// value corrected.
    private static final class Past {
        private final Random random;
        private final List<Long> times = new ArrayList<>();
        private final List<float[]> values = new ArrayList<>();
        private long now = START;

        Past(Random random) {
            this.random = random;
        }

        void step() {
            now += random.nextInt(4_000);
            int grow = random.nextInt(3);
            for (int i = 0; i < grow; i++) {
                now += 1 + random.nextInt(3_000);
                times.add(now);
                values.add(row());
            }
            while (times.size() > 25) {
                times.removeFirst();
                values.removeFirst();
            }
            if (!times.isEmpty() && random.nextInt(8) == 0) {
                values.set(random.nextInt(values.size()), row());
            }
        }

        private float[] row() {
            float[] row = new float[4];
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
            }
            row[1] = row[0] + 0.2f;
            return row;
        }

        long now() {
            return now;
        }

        List<PlotSeries> series() {
            long[] t = times.stream().mapToLong(v -> v).toArray();
            long[] shorter = Arrays.copyOf(t, t.length / 2);
            float[] third = Arrays.copyOf(column(3), t.length / 2);
            return List.of(
                    new PlotSeries("a", Kind.BAND, Ink.DATA_2, t, column(0), column(1)),
                    PlotSeries.line("b", Ink.DATA, t, column(2)),
                    PlotSeries.step("c", Ink.P1, shorter, third));
        }

        private float[] column(int at) {
            float[] column = new float[values.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = values.get(i)[at];
            }
            return column;
        }
    }
}
