package io.spillway.ui.plan;

import io.spillway.relief.Move;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// CPU of each server now and after a plan: a stick from one to the other, hottest first. Where
/// there are more servers than room, neighbours share a stick that shows the hottest of them.
public final class BeforeAfterChart extends Region {
    private static final PseudoClass EDITABLE = PseudoClass.getPseudoClass("editable");
    private static final double STEP = 6;
    private static final double LEFT = 34;
    private static final double RIGHT = 10;
    private static final double EDGE = 10;

    private final Path grid = path("grid");
    private final Path limitLine = path("limit");
    private final Path cool = path("stick");
    private final Path hot = path("stick", "hot");
    private final Path before = path("before");
    private final Path beforeHot = path("before", "hot");
    private final Path after = path("after");
    private final Path grip = path("grip");
    private final Label limitLabel = new Label();
    private final Label gripLabel = new Label();
    private final List<Label> ticks = List.of(new Label(), new Label(), new Label());

    private List<Move> moves = List.of();
    private double limit = 1;
    private @Nullable Drag drag;
    private String held = "";
    private String heldText = "";
    private double heldX;
    private double heldLow;
    private double heldHigh = 1;

    /// Takes what is dragged.
    interface Drag {
        /// A server is dragged to a share of CPU.
        ///
        /// @param cpu 0 and more
        /// @return what to say of it
        String to(String server, double cpu);

        /// It was let go.
        void done();
    }

    /// A chart of nothing yet.
    public BeforeAfterChart() {
        getStyleClass().add("before-after");
        limitLabel.getStyleClass().addAll("small", "limit-label");
        ticks.forEach(t -> t.getStyleClass().addAll("small", "mute"));
        getChildren().addAll(grid, limitLine, cool, hot, before, beforeHot, after);
        getChildren().addAll(ticks);
        gripLabel.getStyleClass().addAll("small", "grip-label");
        getChildren().addAll(limitLabel, grip, gripLabel);
        setOnMousePressed(mouse -> press(mouse.getX()));
        setOnMouseDragged(mouse -> drag(mouse.getY()));
        setOnMouseReleased(_ -> release());
    }

    /// True if there is anything to see.
    boolean any() {
        return !moves.isEmpty();
    }

    /// Lets servers be dragged up and down, or no longer.
    void drag(@Nullable Drag taker) {
        drag = taker;
        held = "";
        pseudoClassStateChanged(EDITABLE, taker != null);
        requestLayout();
    }

    private void press(double x) {
        if (drag == null || moves.isEmpty()) {
            return;
        }
        int sticks = sticks();
        double step = (getWidth() - LEFT - RIGHT) / sticks;
        int at = Math.clamp((long) ((x - LEFT) / step), 0, sticks - 1);
        // Of those that share a stick it is the one whose dot is seen.
        held =
                group(at).stream()
                        .max(Comparator.comparingDouble(Move::cpuAfter))
                        .map(Move::name)
                        .orElse("");
        heldX = Math.rint(LEFT + step * (at + 0.5));
        heldLow = low();
        heldHigh = high();
    }

    private void drag(double y) {
        Drag taker = drag;
        if (taker != null && !held.isEmpty()) {
            double room = getHeight() - 2 * EDGE;
            double cpu = heldHigh - (y - EDGE) / room * Math.max(0.01, heldHigh - heldLow);
            heldText = taker.to(held, Math.max(0, cpu));
            requestLayout();
        }
    }

    private void release() {
        Drag taker = drag;
        boolean dragged = taker != null && !heldText.isEmpty();
        held = "";
        heldText = "";
        requestLayout();
        if (taker != null && dragged) {
            taker.done();
        }
    }

    /// Shows these servers.
    ///
    /// @param servers hottest first; those without a CPU value are left out
    /// @param cpuLimit 0..1
    void show(List<Move> servers, double cpuLimit) {
        moves =
                servers.stream()
                        .filter(m -> Float.isFinite(m.cpuNow()) && Float.isFinite(m.cpuAfter()))
                        .toList();
        limit = cpuLimit;
        limitLabel.setText(Words.of("kit.limit-at", Format.percent(cpuLimit)));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 150;
    }

    @Override
    protected void layoutChildren() {
        for (Path path : List.of(grid, limitLine, cool, hot, before, beforeHot, after)) {
            path.getElements().clear();
        }
        // The scale must not run away under the hand.
        double low = held.isEmpty() ? low() : heldLow;
        double high = held.isEmpty() ? high() : heldHigh;
        drawAxis(low, high);
        if (!moves.isEmpty() && getWidth() > LEFT + RIGHT + STEP) {
            drawSticks(low, high);
        }
        drawGrip(low, high);
    }

    private void drawGrip(double low, double high) {
        grip.getElements().clear();
        gripLabel.setVisible(!heldText.isEmpty());
        for (Move m : moves) {
            if (m.name().equals(held) && !heldText.isEmpty()) {
                double y = y(Math.clamp(m.cpuAfter(), low, high), low, high);
                dot(grip, heldX, y);
                gripLabel.setText(heldText);
                gripLabel.autosize();
                double most = getWidth() - gripLabel.getWidth();
                double x = Math.clamp(heldX - gripLabel.getWidth() / 2, 0, Math.max(0, most));
                boolean above = y > getHeight() / 2;
                double down = above ? -gripLabel.getHeight() - 8 : 8;
                gripLabel.relocate(Math.rint(x), Math.rint(y + down));
            }
        }
    }

    private int sticks() {
        int most = Math.max(1, (int) ((getWidth() - LEFT - RIGHT) / STEP));
        int share = (moves.size() + most - 1) / most;
        return (moves.size() + share - 1) / share;
    }

    private List<Move> group(int stick) {
        int most = Math.max(1, (int) ((getWidth() - LEFT - RIGHT) / STEP));
        int share = (moves.size() + most - 1) / most;
        return moves.subList(stick * share, Math.min(moves.size(), (stick + 1) * share));
    }

    private double low() {
        double least = 1;
        for (Move m : moves) {
            least = Math.min(least, Math.min(m.cpuNow(), m.cpuAfter()));
        }
        return moves.isEmpty() ? 0 : Math.max(0, Math.floor(least * 5 - 0.2) / 5);
    }

    private double high() {
        double most = Math.max(1, limit);
        for (Move m : moves) {
            most = Math.max(most, Math.max(m.cpuNow(), m.cpuAfter()));
        }
        return most;
    }

    private double y(double cpu, double low, double high) {
        double room = getHeight() - 2 * EDGE;
        return Math.rint(EDGE + room * (high - cpu) / Math.max(0.01, high - low)) + 0.5;
    }

    private void drawAxis(double low, double high) {
        double right = getWidth() - RIGHT;
        for (int i = 0; i < ticks.size(); i++) {
            double cpu = low + (high - low) * i / (ticks.size() - 1);
            double y = y(cpu, low, high);
            line(grid, LEFT, y, right, y);
            place(ticks.get(i), Format.percent(cpu).value(), LEFT - 8, y, true);
        }
        double y = y(limit, low, high);
        line(limitLine, LEFT, y, right, y);
        limitLabel.autosize();
        limitLabel.relocate(
                Math.rint(right - limitLabel.getWidth()),
                Math.rint(Math.max(0, y - limitLabel.getHeight() - 1)));
    }

    private static void place(Label label, String text, double right, double y, boolean centred) {
        label.setText(text);
        label.autosize();
        double up = centred ? label.getHeight() / 2 : label.getHeight();
        label.relocate(Math.rint(right - label.getWidth()), Math.rint(y - up));
    }

    private void drawSticks(double low, double high) {
        double width = getWidth() - LEFT - RIGHT;
        int sticks = sticks();
        double step = width / sticks;
        for (int i = 0; i < sticks; i++) {
            List<Move> group = group(i);
            double now = group.stream().mapToDouble(Move::cpuNow).max().orElse(0);
            double then = group.stream().mapToDouble(Move::cpuAfter).max().orElse(0);
            double x = Math.rint(LEFT + step * (i + 0.5));
            boolean over = now > limit;
            line(over ? hot : cool, x, y(now, low, high), x, y(then, low, high));
            dot(over ? beforeHot : before, x, y(now, low, high));
            dot(after, x, y(then, low, high));
        }
    }

    private static Path path(String... classes) {
        Path path = new Path();
        path.getStyleClass().setAll(classes);
        path.setManaged(false);
        return path;
    }

    private static void line(Path path, double x1, double y1, double x2, double y2) {
        path.getElements().add(new MoveTo(x1, y1));
        path.getElements().add(new LineTo(x2, y2));
    }

    /// A line of almost no length, whose round ends make the dot.
    private static void dot(Path path, double x, double y) {
        line(path, x, y, x + 0.01, y);
    }
}
