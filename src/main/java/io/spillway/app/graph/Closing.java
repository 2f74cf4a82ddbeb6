package io.spillway.app.graph;

import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes parts in the reverse order of their opening; one that fails keeps none of the others
/// open, and no interruption keeps one from waiting for what it has under way: an act must have
/// ended before its balancers and its journal are taken away.
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /// Returns when all are closed. An interruption before or meanwhile is kept for the caller.
    public static void all(Deque<AutoCloseable> open) {
        Thread closing = Thread.ofPlatform().name("closing").start(() -> inOrder(open));
        boolean interrupted = false;
        while (closing.isAlive()) {
            try {
                closing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void inOrder(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("A part did not close cleanly", e);
            }
        }
    }
}
