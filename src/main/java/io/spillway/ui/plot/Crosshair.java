package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// A line at the cursor's time, and the values there.
final class Crosshair extends Pane {
    private static final int MOST = 8;
    private static final double GAP = 10;

    private final Line line = new Line();
    private final GridPane box = new GridPane();

    Crosshair() {
        setMouseTransparent(true);
        line.getStyleClass().add("plot-cursor");
        line.setManaged(false);
        box.getStyleClass().add("plot-readout");
        box.setManaged(false);
        getChildren().addAll(line, box);
    }

    /// Shows the values at the cursor, or nothing if that is out of sight. Where a column of pixels
    /// holds several values of a line, their least and greatest are told too.
    void show(Frame frame, TimeAxis axis, List<PlotSeries> series, Unit unit) {
        long time = axis.cursorProperty().get();
        double x = time == TimeAxis.NOWHERE ? Double.NaN : frame.x(time);
        setVisible(frame.contains(x));
        if (!isVisible()) {
            return;
        }
        line.setStartX(Math.rint(x) + 0.5);
        line.setEndX(line.getStartX());
        line.setStartY(frame.top() + 1);
        line.setEndY(frame.bottom());
        box.getChildren().clear();
        box.add(label(Ticks.moment(time, axis.now()), "plot-readout-time"), 0, 0, 2, 1);
        fill(time, series, unit, frame.sheet());
        box.applyCss();
        box.autosize();
        double right = x + GAP;
        boolean fits = right + box.getWidth() <= frame.right();
        double left = Math.max(frame.left(), x - GAP - box.getWidth());
        box.relocate(Math.rint(fits ? right : left), frame.top() + 18);
    }

    private void fill(long time, List<PlotSeries> series, Unit unit, Sheet sheet) {
        int row = 1;
        for (PlotSeries s : series.reversed()) {
            if (row > MOST) {
                String more = Words.of("kit.and-more", series.size() - MOST);
                box.add(label(more, "plot-readout-name"), 0, row, 2, 1);
                return;
            }
            box.add(label(s.name(), "plot-readout-name"), 0, row);
            Label value = label(value(s, time, unit), "plot-readout-value");
            GridPane.setHalignment(value, HPos.RIGHT);
            box.add(value, 1, row);
            String range = ColumnRange.words(s, time, unit, sheet);
            if (!range.isEmpty()) {
                box.add(label(range, "plot-readout-name"), 2, row);
            }
            row++;
        }
    }

    /// What a series says at a time: its value there or just before.
    static String value(PlotSeries s, long time, Unit unit) {
        int i = Profile.lastNotAfter(s.times(), (double) time);
        if (s.times().length == 0 || s.times()[i] > time || gone(s, i, time)) {
            return unit.format(Double.NaN);
        }
        return s.kind().area() ? unit.range(s.low()[i], s.high()[i]) : unit.format(s.low()[i]);
    }

    /// True if `time` lies well behind the last value.
    private static boolean gone(PlotSeries s, int i, long time) {
        int last = s.times().length - 1;
        return i == last && last > 0 && time - s.times()[i] > 2 * (s.times()[i] - s.times()[i - 1]);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
