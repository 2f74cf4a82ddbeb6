package io.spillway.practice;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a practice fleet run by itself: every real second it takes one step of a second times the
/// speed, on a thread of its own that does not keep the program alive.
public final class PracticeRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeRunner.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("practice-runner").daemon().factory());

    private PracticeRunner() {}

    /// Begins at once; the first step comes after a second.
    public static PracticeRunner start(PracticeFleet fleet) {
        PracticeRunner runner = new PracticeRunner();
        Duration step = Duration.ofMillis(Math.max(1, Math.round(1000 * fleet.speed())));
        var _ =
                runner.thread.scheduleAtFixedRate(
                        () -> safely(fleet, step), 1, 1, TimeUnit.SECONDS);
        return runner;
    }

    /// Stops time. The fleet stays open.
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void safely(PracticeFleet fleet, Duration step) {
        try {
            fleet.step(step);
        } catch (RuntimeException e) {
            // A schedule dies of its first exception; practice goes on and says what failed.
            LOG.error("The practice fleet failed to take a step.", e);
        }
    }
}
