package io.spillway.app;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one desk that the windows show. Another may take its place, and ends with the windows. Safe
/// for any thread.
final class FxDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxDesk.class);

    private final Executor fx;
    private final DeskSession first;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable DeskSession later;
    private volatile boolean closed;

    /// @param fx runs tasks on the FX thread
    /// @param first what is shown before any other; whoever opened it ends it, unless another takes
    ///   its place
    FxDesk(Executor fx, DeskSession first) {
        this.fx = fx;
        this.first = first;
    }

    /// A desk that was opened.
    ///
    /// @param show lets the windows show it; called on the FX thread
    record Opened(DeskSession session, Runnable show) {}

    /// Opens another desk, blocking, and ends the one before; one at a time.
    ///
    /// @param what is to begin, in words that begin a sentence
    /// @param open is given the desk before, which it may end itself; may take a moment, may throw
    /// @param trouble takes one sentence: why there is none; called on the FX thread
    void begin(String what, Function<DeskSession, Opened> open, Consumer<String> trouble) {
        if (!opening.tryLock()) {
            fx.execute(() ->
                    trouble.accept(
                            what + " did not begin: another desk is being opened, wait for it."));
            return;
        }
        try {
            keep(open.apply(now()));
        } catch (RuntimeException e) {
            String sentence = failed(what, e);
            fx.execute(() -> trouble.accept(sentence));
        } finally {
            opening.unlock();
        }
    }

    /// Logs a failure, and says it in one sentence.
    static String failed(String what, RuntimeException e) {
        LOG.warn("{} did not begin", what, e);
        return what
                + " did not begin: "
                + (e instanceof Refused
                        ? e.getMessage()
                        : "something failed that should not have, and the log in the state folder says what.");
    }

    private DeskSession now() {
        return later == null ? first : later;
    }

    private void keep(Opened opened) {
        if (closed) {
            opened.session().close();
            return;
        }
        DeskSession before = now();
        later = opened.session();
        fx.execute(opened.show());
        before.close();
    }

    /// The windows are gone: ends the desk that took the first one's place, also one that is still
    /// being opened, for which it waits.
    @Override
    public void close() {
        closed = true;
        opening.lock();
        try {
            if (later != null) {
                later.close();
            }
        } finally {
            opening.unlock();
        }
    }
}
