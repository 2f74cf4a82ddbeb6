package io.spillway.bench;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A plain Canvas: of each series one polyline through the lowest and the highest value of each
/// column of pixels, the whole drawn anew every tick.
final class CanvasContender implements Contender {
    private final PlotData data;
    private final Canvas canvas = new Canvas(PlotBench.WIDTH, PlotBench.HEIGHT);
    private final Pane pane = new Pane(canvas);
    private final double[] xs = new double[2 * PlotBench.WIDTH];
    private final double[] ys = new double[2 * PlotBench.WIDTH];
    private final float[] low = new float[PlotBench.WIDTH];
    private final float[] high = new float[PlotBench.WIDTH];

    CanvasContender(PlotData data) {
        this.data = data;
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void tick(int tick) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, PlotBench.WIDTH, PlotBench.HEIGHT);
        g.setStroke(Color.LIGHTSTEELBLUE);
        g.setLineWidth(1.6);
        for (float[] values : data.values()) {
            range(values, tick);
            int n = 0;
            for (int x = 0; x < PlotBench.WIDTH; x++) {
                if (low[x] <= high[x]) {
                    xs[n] = x + 0.5;
                    ys[n++] = PlotBench.HEIGHT * (1 - low[x]);
                    xs[n] = x + 0.5;
                    ys[n++] = PlotBench.HEIGHT * (1 - high[x]);
                }
            }
            g.strokePolyline(xs, ys, n);
        }
    }

    private void range(float[] values, int tick) {
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < data.points(); i++) {
            int x = (int) ((long) i * PlotBench.WIDTH / data.points());
            low[x] = Math.min(low[x], values[tick + i]);
            high[x] = Math.max(high[x], values[tick + i]);
        }
    }
}
