package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            TimePlot cpu = cpu(palette);
            cpu.setMarks(
                    List.of(
                            new Mark(Samples.NOW - 1_200_000, "drained web-066 (ops-1)"),
                            new Mark(Samples.NOW - 1_180_000, "undid 7f3a (ops-1)")));
            Shots.take(Shots.stage(cpu, palette, WIDTH, HEIGHT), "cpu-" + theme);
            cpu.axis().cursorProperty().set(Samples.NOW - 600_000);
            Shots.take(cpu.getScene(), "cursor-" + theme);
            Shots.take(cpu.getScene(), "cursor-2x-" + theme, 2);
            cpu.setBlindSince(
                    Instant.ofEpochMilli(Samples.NOW - 40_000),
                    "prom-1 does not answer: connection refused");
            Shots.take(cpu.getScene(), "blind-" + theme);
        });
    }

    @Test
    void more() {
        Palette palette = Palettes.NIGHT;
        Fx.run(() -> {
            TimePlot empty = plot(palette);
            Shots.take(Shots.stage(empty, palette, 700, 200), "empty");
            TimePlot one = plot(palette);
            one.setData(
                    List.of(
                            PlotSeries.line(
                                    "now",
                                    Ink.DATA,
                                    new long[] {Samples.NOW - 2_000},
                                    new float[] {41})));
            Shots.take(Shots.stage(one, palette, 700, 200), "one");
            TimePlot gaps = cpu(palette);
            gaps.setData(Samples.gap(Samples.gap(Samples.spread(false), 900, 1300), 3540, 3600));
            Shots.take(Shots.stage(gaps, palette, WIDTH, HEIGHT), "gaps");
            TimePlot many = cpu(palette);
            List<PlotSeries> twenty = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                twenty.add(
                        PlotSeries.line(
                                "web-" + i,
                                i % 2 == 0 ? Ink.DATA : Ink.DATA_2,
                                Samples.times(Samples.HOUR),
                                Samples.cpu(Samples.HOUR, (i - 10) * 0.03, 0.02, i)));
            }
            many.setData(twenty);
            many.axis().cursorProperty().set(Samples.NOW - 600_000);
            Shots.take(Shots.stage(many, palette, WIDTH, HEIGHT), "twenty");
            TimePlot zoomed = cpu(palette);
            zoomed.axis().setWindow(60_000);
            Shots.take(Shots.stage(zoomed, palette, WIDTH, HEIGHT), "zoomed");
        });
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

    private static TimePlot cpu(Palette palette) {
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
