package io.spillway.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// Waits until a window has drawn what it spreads over several pulses.
final class PulsesPassed {
    /// More than a screen ever spreads its work over.
    private static final int ENOUGH = 12;

    private PulsesPassed() {}

    /// Not for the FX thread.
    static void await() {
        CountDownLatch left = new CountDownLatch(ENOUGH);
        AnimationTimer timer =
                FxToolkit.onFx(() -> {
                    AnimationTimer counting =
                            new AnimationTimer() {
                                @Override
                                public void handle(long now) {
                                    left.countDown();
                                }
                            };
                    counting.start();
                    return counting;
                });
        try {
            if (!left.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("no pulses came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            FxToolkit.onFx(timer::stop);
        }
    }
}
