package io.spillway.ui.kit;

import java.lang.ref.WeakReference;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// The beat in which symbols of unacknowledged alarms flash: twice a second, lit half of the time.
/// It rests lit where little motion is wanted and where its timer died, and ends with the window
/// that showed it. For the FX thread.
public final class Flash {
    private static final Duration HALF = Duration.millis(250);
    private static final long DEAD = 1_000_000_000;

    private final ReadOnlyBooleanWrapper lit = new ReadOnlyBooleanWrapper(true);
    private final Motion motion;
    private final Timeline beat;
    private long last;

    /// A flash that rests.
    ///
    /// @param motion whether it may flash at all
    public Flash(Motion motion) {
        this.motion = motion;
        beat = timer(new WeakReference<>(this));
    }

    /// The toolkit holds whatever a running timer holds, so this one must not hold the flash.
    private static Timeline timer(WeakReference<Flash> flash) {
        Timeline made = new Timeline();
        made.getKeyFrames()
                .add(
                        new KeyFrame(
                                HALF,
                                _ -> {
                                    Flash lives = flash.get();
                                    if (lives == null) {
                                        made.stop();
                                    } else {
                                        lives.beat();
                                    }
                                }));
        made.setCycleCount(Timeline.INDEFINITE);
        return made;
    }

    /// True while symbols are lit.
    public ReadOnlyBooleanProperty litProperty() {
        return lit.getReadOnlyProperty();
    }

    /// To be called with each Picture: flashes while something asks for it, and lights what a dead
    /// timer left dark.
    ///
    /// @param wanted true while a symbol is to flash
    public void show(boolean wanted) {
        boolean runs = beat.getStatus() == Timeline.Status.RUNNING;
        if (!wanted || motion.reduced()) {
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
