package io.spillway.ui.traffic;

import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Load of each class, now above and after below, as bars of one scale.
public final class ClassBars extends Region {
    private static final double ROOM = 640;
    private static final double TALL = 22;
    private static final double LOW = 18;
    private static final double THICK = 6;
    private static final double GAP = 10;

    private final List<Line> lines = new ArrayList<>();
    private double row = TALL;

    /// One class.
    ///
    /// @param now requests per second, NaN if unknown
    /// @param after the same as predicted
    record Bar(String name, double now, double after) {
        private boolean moves() {
            return Math.abs(now - after) > 0.005 * Math.max(now, after);
        }

        private String words() {
            if (!Double.isFinite(now)) {
                return Words.of("kit.not-known");
            }
            return moves() ? Format.rate(now) + " → " + Format.rate(after) : "" + Format.rate(now);
        }
    }

    private static final class Line {
        private final Label name = new Label();
        private final Region now = bar("now");
        private final Region after = bar("after");
        private final Label words = new Label();
        private Bar bar = new Bar("", 0, 0);

        private Line() {
            name.getStyleClass().addAll("small", "mute");
            words.getStyleClass().add("small");
        }

        private void show(Bar next) {
            bar = next;
            name.setText(next.name());
            words.setText(next.words());
            words.setAccessibleText(next.name() + ": " + next.words());
        }
    }

    /// Bars of nothing yet.
    public ClassBars() {
        getStyleClass().add("class-bars");
        widthProperty()
                .subscribe(width -> {
                    row = width.doubleValue() < ROOM ? LOW : TALL;
                    requestLayout();
                });
    }

    private static Region bar(String style) {
        Region bar = new Region();
        bar.getStyleClass().addAll("bar", style);
        return bar;
    }

    void show(List<Bar> bars) {
        while (lines.size() < bars.size()) {
            lines.add(new Line());
        }
        while (lines.size() > bars.size()) {
            lines.removeLast();
        }
        getChildren().clear();
        for (int i = 0; i < bars.size(); i++) {
            Line line = lines.get(i);
            line.show(bars.get(i));
            getChildren().addAll(line.name, line.now, line.after, line.words);
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return row * lines.size();
    }

    @Override
    protected double computeMinHeight(double width) {
        return row * lines.size();
    }

    @Override
    protected void layoutChildren() {
        double left = 0;
        double right = 0;
        double most = 0;
        for (Line line : lines) {
            line.name.autosize();
            line.words.autosize();
            left = Math.max(left, line.name.getWidth());
            right = Math.max(right, line.words.getWidth());
            most = Math.max(most, Math.max(known(line.bar.now()), known(line.bar.after())));
        }
        double room = getWidth() - left - right - 2 * GAP;
        double scale = most > 0 && room > 0 ? room / most : 0;
        for (int i = 0; i < lines.size(); i++) {
            place(lines.get(i), i * row, left, scale);
        }
    }

    private void place(Line line, double top, double left, double scale) {
        double x = left + GAP;
        double now = Math.rint(known(line.bar.now()) * scale);
        double after = Math.rint(known(line.bar.after()) * scale);
        double middle = top + row / 2;
        line.name.relocate(
                Math.rint(left - line.name.getWidth()),
                Math.rint(middle - line.name.getHeight() / 2));
        line.now.resizeRelocate(x, middle - THICK - 1, now, THICK);
        line.after.resizeRelocate(x, middle + 1, after, THICK);
        line.words.relocate(
                Math.rint(x + Math.max(now, after) + GAP),
                Math.rint(middle - line.words.getHeight() / 2));
    }

    private static double known(double rate) {
        return Double.isFinite(rate) ? rate : 0;
    }
}
