package io.spillway.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls something at a fixed rate on a thread of its own. A call that fails does not end it; a
/// call that takes too long delays the next one, and none is made up for.
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Runnable call;
    private final long period;
    private final Thread thread;
    private volatile boolean closed;

    Ticker(String name, Duration period, Runnable call) {
        this.call = call;
        this.period = period.toNanos();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long next = System.nanoTime();
        while (!closed) {
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A tick failed", e);
            }
            next = Math.max(next + period, System.nanoTime());
            while (!closed && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /// Ends it and waits for the call under way.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
