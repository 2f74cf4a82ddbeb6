package io.spillway.app.cli;

import java.time.Duration;

/// Waits.
@FunctionalInterface
public interface Pause {
    /// Waits for so long; false if the command is to end instead.
    boolean pause(Duration time);

    /// In real time, until the thread is interrupted.
    static boolean real(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
