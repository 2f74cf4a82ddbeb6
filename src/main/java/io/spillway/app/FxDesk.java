package io.spillway.app;

import io.spillway.app.cli.DeskSession;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk that a window may open from its first screen, and that ends with it. Safe for any
/// thread.
final class FxDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxDesk.class);

    private final Executor fx;
    private @Nullable DeskSession session;
    private boolean closed;

    /// @param fx runs tasks on the FX thread
    FxDesk(Executor fx) {
        this.fx = fx;
    }

    /// Opens it, blocking. Both consumers are called on the FX thread, and only while the window is
    /// there.
    ///
    /// @param opening opens a desk; may take a moment, may throw
    /// @param show takes the desk that was opened
    /// @param trouble takes one sentence: why there is none
    void begin(
            String what,
            Supplier<DeskSession> opening,
            Consumer<DeskSession> show,
            Consumer<String> trouble) {
        try {
            DeskSession opened = opening.get();
            if (keep(opened)) {
                fx.execute(() -> show.accept(opened));
            } else {
                opened.close();
            }
        } catch (RuntimeException e) {
            LOG.warn("{} did not begin", what, e);
            fx.execute(() -> trouble.accept(what + " did not begin: " + e.getMessage()));
        }
    }

    private synchronized boolean keep(DeskSession opened) {
        if (!closed) {
            session = opened;
        }
        return !closed;
    }

    /// The window is gone: ends the desk, also one that is still being opened.
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
