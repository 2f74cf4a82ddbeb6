package io.spillway.app;

import io.spillway.app.cli.DeskSession;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The practice that a window may begin, and ends with. Safe for any thread.
final class FxPractice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxPractice.class);

    private final Supplier<DeskSession> practice;
    private final Executor fx;
    private @Nullable DeskSession session;
    private boolean closed;

    /// @param practice opens a desk on a practice fleet; may take a moment, may throw
    /// @param fx runs tasks on the FX thread
    FxPractice(Supplier<DeskSession> practice, Executor fx) {
        this.practice = practice;
        this.fx = fx;
    }

    /// Opens practice, blocking. Both consumers are called on the FX thread, and only while the
    /// window is there.
    ///
    /// @param show takes the desk that was opened
    /// @param trouble takes one sentence: why there is none
    void begin(Consumer<DeskSession> show, Consumer<String> trouble) {
        try {
            DeskSession opened = practice.get();
            if (keep(opened)) {
                fx.execute(() -> show.accept(opened));
            } else {
                opened.close();
            }
        } catch (RuntimeException e) {
            LOG.warn("Practice did not begin", e);
            fx.execute(() -> trouble.accept("Practice did not begin: " + e.getMessage()));
        }
    }

    private synchronized boolean keep(DeskSession opened) {
        if (!closed) {
            session = opened;
        }
        return !closed;
    }

    /// The window is gone: ends practice, also one that is still being opened.
    @Override
    public void close() {
        DeskSession last;
        synchronized (this) {
            closed = true;
            last = session;
        }
        if (last != null) {
            last.close();
        }
    }
}
