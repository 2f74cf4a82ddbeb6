package io.spillway.ui.kit;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// The beat in which symbols of unacknowledged alarms flash: twice a second, lit half of the time.
/// It rests lit, where the workstation asks for little motion and where its timer died. For the FX
/// thread.
public final class Flash {
    private static final Duration HALF = Duration.millis(250);
    private static final long DEAD = 1_000_000_000;

    private final ReadOnlyBooleanWrapper lit = new ReadOnlyBooleanWrapper(true);
    private final Timeline beat = new Timeline(new KeyFrame(HALF, _ -> beat()));
    private long last;

    /// A flash that rests.
    public Flash() {
        beat.setCycleCount(Timeline.INDEFINITE);
    }

    /// True while symbols are lit.
    public ReadOnlyBooleanProperty litProperty() {
        return lit.getReadOnlyProperty();
    }

    /// To be called with each Picture: flashes while something asks for it, and lights what a dead
    /// timer left dark.
    ///
    /// @param wanted true while a symbol is to flash
    /// @param reduced true where little motion is wanted
    public void show(boolean wanted, boolean reduced) {
        boolean runs = beat.getStatus() == Timeline.Status.RUNNING;
        if (!wanted || reduced) {
            beat.stop();
            lit.set(true);
        } else if (!runs) {
            last = System.nanoTime();
            beat.play();
        } else if (System.nanoTime() - last > DEAD) {
            lit.set(true);
        }
    }

    private void beat() {
        last = System.nanoTime();
        lit.set(!lit.get());
    }
}
