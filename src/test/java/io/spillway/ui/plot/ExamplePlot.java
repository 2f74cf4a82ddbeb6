package io.spillway.ui.plot;

import io.spillway.history.Series;
import java.time.Duration;
import java.util.List;

/// Response time of a pool over the last quarter of an hour: the whole of a new plot, with axes,
/// zoom, crosshair, gaps, menu and all. Its owner puts [#node] into the scene, hands it the theme's
/// colours, and shows what comes with each Picture.
final class ExamplePlot {
    private static final Duration PAST = Duration.ofMinutes(15);

    private final TimeAxis axis = new TimeAxis(PAST.toMillis());
    private final TimePlot plot = new TimePlot(axis);

    ExamplePlot(Palette colours) {
        plot.setName("Response time");
        plot.setUnit(Unit.SECONDS);
        plot.setPalette(colours);
    }

    TimePlot node() {
        return plot;
    }

    /// @param now epoch milliseconds
    /// @param median seconds
    /// @param p95 seconds, at the same times
    /// @param limit seconds
    void show(long now, Series median, Series p95, double limit) {
        long[] times = median.times();
        axis.setNow(now);
        plot.setData(
                List.of(
                        PlotSeries.band(
                                "p50–p95", Ink.DATA_2, times, median.values(), p95.values()),
                        PlotSeries.line("median", Ink.DATA, times, median.values())));
        plot.setLimits(List.of(new Limit(limit, "limit", false)));
    }
}
