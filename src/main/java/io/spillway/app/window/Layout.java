package io.spillway.app.window;

import java.util.List;

/// The windows of a console, in the order they were opened.
record Layout(List<WindowPlace> windows) {
    static final Layout NONE = new Layout(List.of());

    Layout {
        windows = windows == null ? List.of() : List.copyOf(windows);
    }
}
