package io.spillway.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;

/// JavaFX's LineChart at its fastest: no animation, no symbols, axes that need no search for their
/// range, and every tick the oldest point becomes the newest, in place.
final class ChartContender implements Contender {
    private final PlotData data;
    private final NumberAxis x;
    private final LineChart<Number, Number> chart;

    ChartContender(PlotData data) {
        this.data = data;
        this.x = new NumberAxis();
        x.setAutoRanging(false);
        x.setTickUnit(data.window() / 6.0);
        chart = new LineChart<>(x, new NumberAxis(0, 1, 0.2));
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        for (int s = 0; s < data.series(); s++) {
            XYChart.Series<Number, Number> one = new XYChart.Series<>();
            List<XYChart.Data<Number, Number>> points = new ArrayList<>();
            for (int i = 0; i < data.points(); i++) {
                points.add(new XYChart.Data<>(data.time(i), data.values()[s][i]));
            }
            one.getData().setAll(points);
            chart.getData().add(one);
        }
    }

    @Override
    public Region node() {
        return chart;
    }

    @Override
    public void tick(int tick) {
        int newest = tick + data.points() - 1;
        x.setLowerBound((double) data.time(tick));
        x.setUpperBound((double) data.time(newest));
        for (int s = 0; s < data.series(); s++) {
            var oldest = chart.getData().get(s).getData().get(newest % data.points());
            oldest.setXValue(data.time(newest));
            oldest.setYValue(data.values()[s][newest]);
        }
    }
}
