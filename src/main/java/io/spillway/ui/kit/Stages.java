package io.spillway.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.stage.Window;

/// Spreads over several pulses what would make one of them long. For the FX thread.
public final class Stages {
    private final Deque<Runnable> left = new ArrayDeque<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    // The pulse that draws the first piece comes here too.
                    if (first) {
                        first = false;
                    } else {
                        next();
                    }
                }
            };

    private boolean first;

    /// Does the first piece now and one more in each pulse that follows. What is left of an earlier
    /// call is dropped: this one knows better. Where no window is open there are no pulses, and all
    /// is done at once.
    ///
    /// @param on what the pieces draw
    /// @param pieces in this order
    public void play(Node on, List<Runnable> pieces) {
        left.clear();
        left.addAll(pieces);
        next();
        Window window = on.getScene() == null ? null : on.getScene().getWindow();
        if (window == null || !window.isShowing()) {
            while (!left.isEmpty()) {
                next();
            }
        } else if (!left.isEmpty()) {
            first = true;
            timer.start();
        }
    }

    private void next() {
        Runnable piece = left.poll();
        if (left.isEmpty()) {
            timer.stop();
        }
        if (piece != null) {
            piece.run();
        }
    }
}
