package io.spillway.bench;

import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;

/// Spillway's plot as the Board uses it: every tick new arrays with the whole past.
final class OursContender implements Contender {
    private static final Palette NIGHT =
            new Palette(
                    0xff17191c,
                    0xff2b2f34,
                    0xffd5dce6,
                    0xff8692a2,
                    0xffb9c7d8,
                    0xff7f93ab,
                    0xffff4b33,
                    0xfff0e442,
                    0xff56b4e9);

    private final PlotData data;
    private final TimeAxis axis;
    private final TimePlot plot;

    OursContender(PlotData data) {
        this.data = data;
        this.axis = new TimeAxis(data.window());
        this.plot = new TimePlot(axis);
        plot.setPalette(NIGHT);
    }

    @Override
    public Region node() {
        return plot;
    }

    @Override
    public void tick(int tick) {
        int n = data.points();
        long[] times = new long[n];
        Arrays.setAll(times, i -> data.time(tick + i));
        List<PlotSeries> all = new ArrayList<>();
        for (int s = 0; s < data.series(); s++) {
            float[] piece = Arrays.copyOfRange(data.values()[s], tick, tick + n);
            all.add(PlotSeries.line("series " + s, Ink.DATA, times, piece));
        }
        axis.setNow(times[n - 1]);
        plot.setData(all);
    }
}
