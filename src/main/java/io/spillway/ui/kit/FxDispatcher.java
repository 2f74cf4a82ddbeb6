package io.spillway.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The one way to the FX thread. As an [Executor] it runs each task there, in order; for values
/// that supersede one another use [#latest]. Safe for any thread.
public final class FxDispatcher implements Executor {
    private final Duration gap;

    /// At most five values a second.
    public FxDispatcher() {
        this(Duration.millis(200));
    }

    /// @param gap least time between two values handed on
    public FxDispatcher(Duration gap) {
        this.gap = gap;
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    /// A sink that may be fed from any thread as fast as one likes. The first value is handed on at
    /// once; of those that follow within the gap only the newest is. A slow screen slows the pump,
    /// and no queue grows.
    ///
    /// @param screen called on the FX thread
    public <T> Consumer<T> latest(Consumer<? super T> screen) {
        return new Pump<T>(screen);
    }

    private final class Pump<T> implements Consumer<T> {
        private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
        private final AtomicBoolean queued = new AtomicBoolean();
        private final Consumer<? super T> screen;

        Pump(Consumer<? super T> screen) {
            this.screen = screen;
        }

        @Override
        public void accept(T value) {
            newest.set(value);
            arm();
        }

        private void arm() {
            if (queued.compareAndSet(false, true)) {
                execute(this::deliver);
            }
        }

        private void deliver() {
            T value = newest.getAndSet(null);
            if (value == null) {
                queued.set(false);
                // A value may have come between the two lines above.
                if (newest.get() != null) {
                    arm();
                }
                return;
            }
            PauseTransition pause = new PauseTransition(gap);
            pause.setOnFinished(_ -> deliver());
            pause.play();
            screen.accept(value);
        }
    }
}
