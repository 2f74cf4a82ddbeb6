package io.spillway.ui.plot;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Events as an operator's hands make them.
final class Events {
    private static final double Y = 60;

    private Events() {}

    static MouseEvent mouse(EventType<MouseEvent> type, double x, int clicks) {
        return mouse(type, x, Y, clicks);
    }

    static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        return mouse(type, x, y, clicks, false);
    }

    /// With Ctrl held down.
    static MouseEvent control(EventType<MouseEvent> type, double x, double y) {
        return mouse(type, x, y, 1, true);
    }

    private static MouseEvent mouse(
            EventType<MouseEvent> type, double x, double y, int clicks, boolean control) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseButton button =
                type == MouseEvent.MOUSE_MOVED || type == MouseEvent.MOUSE_EXITED
                        ? MouseButton.NONE
                        : MouseButton.PRIMARY;
        return new MouseEvent(
                type, x, y, x, y, button, clicks, false, control, false, false, down, false, false,
                false, false, true, null);
    }

    static ScrollEvent wheel(double x, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                Y,
                x,
                Y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
