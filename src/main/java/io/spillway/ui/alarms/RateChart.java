package io.spillway.ui.alarms;

import io.spillway.alarm.Figures;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Alarms raised in each ten minutes of the last 24 h, stacked by priority, against the target and
/// the peak that operators can bear.
final class RateChart extends Region {
    private static final int PEAK = 10;
    private static final int TARGET = 1;
    private static final double LEFT = 50;
    private static final double RIGHT = 16;
    private static final double BELOW = 22;
    private static final double ABOVE = 8;
    private static final double HEIGHT = 150;
    private static final long HOUR = 3_600_000;
    private static final long LABELS = 4 * HOUR;

    private Figures figures = Figures.none();

    RateChart() {
        getStyleClass().add("rate-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Figures next) {
        if (next.start() != figures.start() || total(next) != total(figures)) {
            figures = next;
            setAccessibleText(Words.of("alarms.rate-chart", next.lastTenMinutes(), most(next)));
            requestLayout();
        }
    }

    private static int total(Figures f) {
        int total = 0;
        for (int i = 0; i < f.high().length; i++) {
            total = 31 * total + 7 * f.high()[i] + 3 * f.medium()[i] + f.low()[i];
        }
        return total;
    }

    private static int most(Figures f) {
        int most = 0;
        for (int i = 0; i < f.high().length; i++) {
            most = Math.max(most, f.high()[i] + f.medium()[i] + f.low()[i]);
        }
        return most;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT - RIGHT;
        double bottom = Math.floor(getHeight() - BELOW);
        List<Node> nodes = new ArrayList<>();
        int top = Math.max(PEAK, most(figures));
        double unit = (bottom - ABOVE) / top;
        if (width > 0 && unit > 0) {
            level(nodes, 0, bottom, "0", "base");
            level(nodes, TARGET, bottom - TARGET * unit, "", "target");
            level(nodes, PEAK, bottom - PEAK * unit, Integer.toString(PEAK), "peak");
            if (top > PEAK) {
                text(nodes, Integer.toString(top), LEFT - 8, bottom - top * unit + 4, 1);
            }
            bars(nodes, width, bottom, unit);
            hours(nodes, width, bottom);
        }
        nodes.forEach(n -> n.setManaged(false));
        getChildren().setAll(nodes);
    }

    private void level(List<Node> nodes, int value, double y, String label, String style) {
        double at = Math.round(y) + 0.5;
        Line line = new Line(LEFT, at, getWidth() - RIGHT, at);
        line.getStyleClass().add(style);
        nodes.add(line);
        if (!label.isEmpty()) {
            text(nodes, label, LEFT - 8, at + (value == 0 ? 0 : 4), 1);
        }
    }

    private void bars(List<Node> nodes, double width, double bottom, double unit) {
        int n = figures.high().length;
        for (int i = 0; i < n; i++) {
            double left = Math.round(LEFT + width * i / n);
            double next = Math.round(LEFT + width * (i + 1) / n);
            double gap = next - left > 4 ? 2 : 1;
            int[] counts = {figures.low()[i], figures.medium()[i], figures.high()[i]};
            int below = 0;
            for (int k = 0; k < counts.length; k++) {
                if (counts[k] > 0) {
                    double y = bottom - (below + counts[k]) * unit;
                    double height = Math.max(1, counts[k] * unit - 1);
                    Rectangle bar = new Rectangle(left, y, Math.max(1, next - left - gap), height);
                    bar.getStyleClass().addAll("bar", "p" + (counts.length - k));
                    nodes.add(bar);
                    below += counts[k];
                }
            }
        }
    }

    private void hours(List<Node> nodes, double width, double bottom) {
        int n = figures.high().length;
        long start = figures.start();
        long stretch = n * Figures.STEP;
        for (long t = Math.ceilDiv(start, LABELS) * LABELS; t < start + stretch; t += LABELS) {
            double x = LEFT + width * (t - start) / stretch;
            text(nodes, Format.clock(Instant.ofEpochMilli(t)).substring(0, 5), x, bottom + 17, 0.5);
        }
    }

    /// @param share of its width that stands left of x
    private void text(List<Node> nodes, String words, double x, double y, double share) {
        Text text = new Text(words);
        text.getStyleClass().add("plot-axis");
        getChildren().add(text);
        text.applyCss();
        double width = text.getLayoutBounds().getWidth();
        text.setX(Math.clamp(Math.rint(x - width * share), 0, Math.max(0, getWidth() - width)));
        text.setY(Math.rint(y));
        nodes.add(text);
    }
}
