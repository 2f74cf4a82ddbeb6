package io.spillway.desk;

import io.spillway.history.Aggregates;
import io.spillway.history.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves aggregates beside the ticks: what has changed, every half minute, a little each tick.
final class HistorySaver {
    private static final Logger LOG = LoggerFactory.getLogger(HistorySaver.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

    /// A stretch holds up to two megabytes at twenty pools.
    private static final int MOST_WAITING = 4;

    /// How long a sentence about damaged files stands, milliseconds.
    private static final long NOTICE = 15 * 60_000L;

    private final HistoryFolder folder;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("history").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Segment> failed = new ConcurrentLinkedQueue<>();
    private List<String> trouble = List.of();
    private long readAt;
    private long due = System.nanoTime() + PAUSE_NANOS;
    private volatile boolean failing;

    HistorySaver(Path folder) {
        this.folder = new HistoryFolder(folder);
    }

    /// Takes a stretch, and the time now.
    interface Restore {
        void restore(Segment segment, long now);
    }

    /// Reads what was saved; before the first tick.
    void read(long now, Restore to) {
        readAt = now;
        trouble = folder.read(now, segment -> to.restore(segment, now));
        trouble.forEach(LOG::warn);
    }

    /// Sentences about files that could not be read, for a while.
    List<String> notices(long now) {
        return now - readAt < NOTICE ? trouble : List.of();
    }

    /// Hands over what has changed, once in half a minute, and no more at a time than can be
    /// written. What could not be written is handed over anew.
    void save(Aggregates all, long now) {
        if (System.nanoTime() - due < 0) {
            return;
        }
        takeBackFailed(all);
        while (waiting.get() < MOST_WAITING) {
            Segment next = all.nextUnsaved();
            if (next == null) {
                due = System.nanoTime() + PAUSE_NANOS;
                writer.execute(() -> prune(now));
                return;
            }
            hand(next);
        }
    }

    private void takeBackFailed(Aggregates all) {
        for (Segment f = failed.poll(); f != null; f = failed.poll()) {
            all.unsaved(f);
        }
    }

    private void hand(Segment segment) {
        waiting.incrementAndGet();
        writer.execute(() -> write(segment));
    }

    private void write(Segment segment) {
        try {
            folder.write(segment);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The past cannot be saved, a restart would lose it: {}", e.toString());
            }
            failing = true;
            failed.add(segment);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void prune(long now) {
        try {
            folder.prune(now);
        } catch (IOException e) {
            LOG.debug("Old files stay", e);
        }
    }

    /// Saves the rest and waits for it; a second time it does nothing.
    void close(Aggregates all) {
        if (writer.isShutdown()) {
            return;
        }
        takeBackFailed(all);
        for (Segment next = all.nextUnsaved(); next != null; next = all.nextUnsaved()) {
            hand(next);
        }
        writer.shutdown();
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The past could not be saved in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
