package io.spillway.desk;

import io.spillway.fleet.SourceHealth;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one source, at most one question at a time: while one is unanswered the next is skipped,
/// not queued. The newest answer waits here until the desk takes it.
final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final MetricSource source;
    private final Executor threads;
    private CompletableFuture<Void> flight = CompletableFuture.completedFuture(null);
    private @Nullable SourceReport fresh;
    private SourceHealth health;

    Poller(MetricSource source, Executor threads) {
        this.source = source;
        this.threads = threads;
        this.health = new SourceHealth(source.name(), source.kind(), source.balancer(), 0, 0, "");
    }

    /// Starts a poll unless one is under way. The future ends with it and never fails.
    synchronized CompletableFuture<Void> poll(Instant now) {
        if (flight.isDone()) {
            flight = CompletableFuture.runAsync(() -> ask(now), threads);
        }
        return flight;
    }

    private void ask(Instant now) {
        try {
            SourceReport report = source.poll(now);
            succeeded(report, now);
        } catch (SourceException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("Source {} failed unexpectedly", source.name(), e);
            failed(source.name() + " failed unexpectedly; the log has the details");
        }
    }

    private synchronized void succeeded(SourceReport report, Instant now) {
        if (health.failures() >= SourceHealth.DEAD_AFTER) {
            LOG.info("Source {} answers again", source.name());
        }
        fresh = report;
        health =
                new SourceHealth(
                        source.name(),
                        source.kind(),
                        source.balancer(),
                        0,
                        now.toEpochMilli(),
                        report.message());
    }

    private synchronized void failed(String message) {
        int failures = health.failures() + 1;
        if (failures == SourceHealth.DEAD_AFTER) {
            LOG.warn("Source {}: {}", source.name(), message);
        }
        health =
                new SourceHealth(
                        source.name(),
                        source.kind(),
                        source.balancer(),
                        failures,
                        health.lastSuccess(),
                        message);
    }

    /// The newest answer if it was not taken yet, else null.
    synchronized @Nullable SourceReport take() {
        SourceReport report = fresh;
        fresh = null;
        return report;
    }

    synchronized SourceHealth health() {
        return health;
    }

    /// How far the source's clock is ahead of ours; null if not known.
    @Nullable Duration clockSkew() {
        return source.clockSkew();
    }

    String name() {
        return source.name();
    }

    @Override
    public void close() {
        source.close();
    }
}
