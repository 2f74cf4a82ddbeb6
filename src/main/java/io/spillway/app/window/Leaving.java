package io.spillway.app.window;

import java.util.function.LongConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Asks for a second press before the last window leaves acts in force to nobody. For the FX
/// thread.
final class Leaving {
    private static final Duration PATIENCE = Duration.seconds(10);

    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final LongConsumer ask;
    private boolean asked;

    /// @param ask told how many acts would be left; zero where it is no longer asked
    Leaving(LongConsumer ask) {
        this.ask = ask;
        patience.setOnFinished(_ -> forget());
    }

    /// False the first time, and once more after ten seconds, while there are acts to be left.
    boolean allows(long acts) {
        if (acts == 0 || asked) {
            return true;
        }
        asked = true;
        ask.accept(acts);
        patience.playFromStart();
        return false;
    }

    /// The next press is a first one.
    void forget() {
        patience.stop();
        asked = false;
        ask.accept(0);
    }
}
