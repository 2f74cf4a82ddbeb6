package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Mouse and keys of a plot. The wheel zooms, dragging pans, a double click returns to the present;
/// so do plus and minus, the arrows, and Home, End or 0.
final class PlotInput {
    private static final double ZOOM = 1.25;
    private static final double STRIDE = 0.1;

    private final Node plot;
    private final TimeAxis axis;
    private final Supplier<@Nullable Frame> frame;
    private double mouse = Double.NaN;
    private double pressed;
    private long end;

    PlotInput(Node plot, TimeAxis axis, Supplier<@Nullable Frame> frame) {
        this.plot = plot;
        this.axis = axis;
        this.frame = frame;
        plot.setFocusTraversable(true);
        plot.setAccessibleHelp(Words.of("plot.keys"));
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(Double.NaN));
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        plot.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Keeps the cursor under a mouse that stands still while time moves on.
    void follow() {
        if (!Double.isNaN(mouse)) {
            point(mouse);
        }
    }

    private void point(double x) {
        Frame now = frame.get();
        mouse = x;
        boolean inside = now != null && now.contains(x);
        axis.cursorProperty().set(inside ? now.time(x) : TimeAxis.NOWHERE);
    }

    private void press(MouseEvent event) {
        pressed = event.getX();
        end = axis.end();
        plot.requestFocus();
    }

    private void drag(MouseEvent event) {
        Frame now = frame.get();
        if (now != null && event.getButton() == MouseButton.PRIMARY) {
            double perUnit = now.sheet().column() * now.sheet().scale();
            axis.panTo(end - Math.round((event.getX() - pressed) * perUnit));
            point(event.getX());
        }
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            axis.goLive();
        }
    }

    private void scroll(ScrollEvent event) {
        Frame now = frame.get();
        if (now != null && event.getDeltaY() != 0) {
            axis.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, now.time(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        long middle = axis.end() - axis.stretch() / 2;
        long stride = Math.round(axis.stretch() * STRIDE);
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> axis.zoom(1 / ZOOM, middle);
            case MINUS, SUBTRACT -> axis.zoom(ZOOM, middle);
            case LEFT -> axis.panTo(axis.end() - stride);
            case RIGHT -> axis.panTo(axis.end() + stride);
            case END, HOME, DIGIT0, NUMPAD0 -> axis.goLive();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
