package io.spillway.bench;

import com.sun.management.OperatingSystemMXBean;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// What a tick costs a plot and JavaFX's own chart: 20 series of 3,600 points, one new point each.
/// Prints the time that a tick keeps the FX thread, and the CPU that the whole process uses for it,
/// drawing included.
public final class PlotBench {
    private static final int SERIES = 20;
    private static final int POINTS = 3_600;
    private static final int WARM = 60;
    private static final int TICKS = 120;
    private static final long PAUSE = 100;
    private static final long START = 1_795_000_000_000L;
    private static final Palette GREYS = new Palette(-0xe8e6e4, -1, -1, -1, -1, -1, -1, -1, -1);

    private PlotBench() {}

    /// Measures both, one after the other.
    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(() -> {});
        TimeAxis axis = new TimeAxis(3_600_000);
        TimePlot plot = new TimePlot(axis);
        plot.setPalette(GREYS);
        float[][] values = values();
        measure(
                "TimePlot",
                plot,
                now -> {
                    axis.setNow(now);
                    plot.setData(series(values, now));
                });
        NumberAxis x = new NumberAxis();
        x.setForceZeroInRange(false);
        LineChart<Number, Number> chart = new LineChart<>(x, new NumberAxis());
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        fill(chart);
        measure("LineChart", chart, now -> extend(chart, now));
        Platform.exit();
    }

    private static void measure(String name, Region region, LongConsumer tick)
            throws InterruptedException {
        long[] busy = new long[WARM + TICKS];
        long[] cpu = new long[2];
        CountDownLatch done = new CountDownLatch(WARM + TICKS);
        Platform.runLater(() -> show(region));
        var bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < WARM + TICKS; i++) {
                int n = i;
                Runnable run =
                        () -> {
                            if (n == WARM) {
                                cpu[0] = bean.getProcessCpuTime();
                            }
                            long begin = System.nanoTime();
                            tick.accept(START + n * 1_000L);
                            region.getScene().getRoot().applyCss();
                            region.getScene().getRoot().layout();
                            busy[n] = System.nanoTime() - begin;
                            done.countDown();
                        };
                ScheduledFuture<?> _ =
                        clock.schedule(
                                () -> Platform.runLater(run), n * PAUSE, TimeUnit.MILLISECONDS);
            }
            done.await();
        }
        cpu[1] = bean.getProcessCpuTime();
        long[] kept = Arrays.copyOfRange(busy, WARM, busy.length);
        Arrays.sort(kept);
        System.out.printf(
                "%-10s FX thread %6.2f ms median, %6.2f ms p99; process CPU %6.1f ms a tick%n",
                name,
                kept[TICKS / 2] / 1e6,
                kept[TICKS * 99 / 100] / 1e6,
                (cpu[1] - cpu[0]) / 1e6 / TICKS);
    }

    private static void show(Region region) {
        Stage stage = new Stage();
        stage.setScene(new Scene(region, 990, 900));
        stage.show();
    }

    private static float value(int series, long time) {
        return (float) (0.04 * series + 0.1 + 0.02 * Math.sin(time / 7_000.0 + series));
    }

    /// Every value that a series will ever have; a tick shows a piece of it.
    private static float[][] values() {
        float[][] all = new float[SERIES][POINTS + WARM + TICKS];
        for (int s = 0; s < SERIES; s++) {
            for (int i = 0; i < all[s].length; i++) {
                all[s][i] = value(s, START + (i - POINTS + 1) * 1_000L);
            }
        }
        return all;
    }

    private static List<PlotSeries> series(float[][] values, long now) {
        int from = (int) ((now - START) / 1_000);
        List<PlotSeries> all = new ArrayList<>();
        long[] times = new long[POINTS];
        Arrays.setAll(times, i -> now - (POINTS - 1 - i) * 1_000L);
        for (int s = 0; s < SERIES; s++) {
            float[] piece = Arrays.copyOfRange(values[s], from, from + POINTS);
            all.add(PlotSeries.line("series " + s, Ink.DATA, times, piece));
        }
        return all;
    }

    private static void fill(LineChart<Number, Number> chart) {
        for (int s = 0; s < SERIES; s++) {
            XYChart.Series<Number, Number> one = new XYChart.Series<>();
            List<XYChart.Data<Number, Number>> points = new ArrayList<>();
            for (int i = 1; i <= POINTS; i++) {
                long time = START - i * 1_000L;
                points.addFirst(new XYChart.Data<>(time, value(s, time)));
            }
            one.getData().setAll(points);
            chart.getData().add(one);
        }
    }

    private static void extend(LineChart<Number, Number> chart, long now) {
        for (int s = 0; s < SERIES; s++) {
            var points = chart.getData().get(s).getData();
            points.add(new XYChart.Data<>(now, value(s, now)));
            points.removeFirst();
        }
    }
}
