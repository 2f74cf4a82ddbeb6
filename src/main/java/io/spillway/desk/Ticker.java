package io.spillway.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls something at a fixed rate on a thread of its own. A call that fails does not end it; a
/// call that takes too long delays the next one alone: those after it are due when they ever were,
/// and none that was missed is made up for.
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
            next = after(next, period, System.nanoTime());
            while (!closed && System.nanoTime() - next < 0) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /// When a call is due after the one that was due then: in the past if that should start at
    /// once, but by less than a period. All in nanoseconds of one clock.
    static long after(long due, long period, long now) {
        long next = due + period;
        return now - next < period ? next : next + (now - next) / period * period;
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
