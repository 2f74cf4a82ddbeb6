package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// The labels of both axes, and what the right edge says of the last sample.
final class AxisLabels extends Pane {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final double ROOM = 110;
    private static final double GAP = 8;

    private final TextPool values = new TextPool(this, "plot-axis");
    private final TextPool times = new TextPool(this, "plot-axis");
    private final Text age = new Text();

    AxisLabels() {
        setMouseTransparent(true);
        age.getStyleClass().add("plot-age");
        age.setTextOrigin(VPos.TOP);
        age.setManaged(false);
        getChildren().add(age);
    }

    /// Places all labels.
    ///
    /// @param right how far labels may reach to the right
    void place(Frame frame, Unit unit, TimeAxis axis, LastSample last, double right) {
        placeValues(frame, unit);
        placeTimes(frame, axis.now(), right, placeAge(frame, axis, last, right));
    }

    /// True if the words on the last sample are no longer true.
    boolean outdated(TimeAxis axis, LastSample last) {
        boolean same = age.getText().equals(words(axis, last));
        return !same || age.getPseudoClassStates().contains(OLD) != old(axis, last);
    }

    private static String words(TimeAxis axis, LastSample last) {
        return axis.live() ? last.age(axis.now()) : Words.of("plot.not-live");
    }

    private static boolean old(TimeAxis axis, LastSample last) {
        return axis.live() && last.old(axis.now());
    }

    private void placeValues(Frame frame, Unit unit) {
        values.begin();
        double top = frame.sheet().ticks().isEmpty() ? 0 : frame.sheet().ticks().getLast();
        for (double tick : frame.sheet().ticks()) {
            Text text = values.next(unit.tick(tick, top));
            double x = frame.left() - GAP - TextPool.width(text);
            double y = frame.y(tick) - TextPool.height(text) / 2;
            double lowest = frame.bottom() - TextPool.height(text) + 4;
            TextPool.place(text, Math.max(0, x), Math.clamp(y, 0, Math.max(0, lowest)));
        }
        values.end();
    }

    /// Says at the present, where that is in sight, how old the last sample is.
    private Bounds placeAge(Frame frame, TimeAxis axis, LastSample last, double right) {
        if (outdated(axis, last)) {
            age.setText(words(axis, last));
            age.pseudoClassStateChanged(OLD, old(axis, last));
            age.applyCss();
        }
        double width = TextPool.width(age);
        double now = axis.live() ? frame.x(axis.now()) + width / 2 : right;
        double x = Math.max(frame.left(), Math.min(now, right) - width);
        TextPool.place(age, x, frame.bottom() + 6);
        double room = age.getText().isEmpty() ? -1 : width + 2 * GAP;
        return new BoundingBox(x - GAP, frame.bottom(), room, TextPool.height(age));
    }

    private void placeTimes(Frame frame, long now, double right, Bounds taken) {
        times.begin();
        boolean told = Ticks.sameDay(frame.start(), now);
        long step = Ticks.timeStep(frame.end() - frame.start(), frame.width(), ROOM);
        for (long time : Ticks.times(frame.start(), frame.end(), step)) {
            Text text = times.next(Ticks.label(time, step, told));
            double half = TextPool.width(text) / 2;
            double x = frame.x(time);
            boolean inside = x - half >= frame.left() - GAP && x + half <= right;
            boolean free = x + half <= taken.getMinX() || x - half >= taken.getMaxX();
            boolean fits = inside && (taken.isEmpty() || free);
            text.setVisible(fits);
            told |= fits;
            TextPool.place(text, x - half, frame.bottom() + 6);
        }
        times.end();
    }
}
