package io.spillway.app.cli;

import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Waits for what a desk has yet to say.
final class Waiting {
    /// For how long a command waits for complete readings.
    static final Duration READINGS = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofMinutes(2);

    /// From this tick on what is missing is missing for a reason.
    private static final long TICKS = 8;

    /// A plan is made of means over several ticks.
    private static final long PLAN_TICKS = 5;

    private Waiting() {}

    /// The first Picture that is wanted, else the newest at the deadline.
    static Picture forPicture(DeskPort desk, Predicate<Picture> wanted, Duration deadline) {
        Picture present = desk.picture();
        if (wanted.test(present)) {
            return present;
        }
        CompletableFuture<Picture> found = new CompletableFuture<>();
        try (AutoCloseable _ =
                desk.watch(picture -> {
                    if (wanted.test(picture)) {
                        found.complete(picture);
                    }
                })) {
            // One may have come before the watch began.
            Picture meanwhile = desk.picture();
            if (wanted.test(meanwhile)) {
                return meanwhile;
            }
            return found.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return desk.picture();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (Exception e) {
            throw new Refused("the desk went away while it was being asked: try again", e);
        }
    }

    /// True once readings are as complete as they will be: every server has its rate and its CPU,
    /// or the desk has polled often enough for what is missing to be missing for a reason.
    static boolean complete(Picture picture) {
        FleetState fleet = picture.fleet();
        boolean known =
                !fleet.servers().isEmpty()
                        && picture.sources().stream().allMatch(SourceHealth::ok)
                        && known(fleet, Metric.REQUESTS)
                        && known(fleet, Metric.CPU);
        return picture.state() == Picture.State.UNCONFIGURED || known || picture.tick() >= TICKS;
    }

    private static boolean known(FleetState fleet, Metric metric) {
        return IntStream.range(0, fleet.servers().size())
                .mapToObj(i -> fleet.quality(metric, i))
                .allMatch(q -> q.hasValue() || q == Quality.NO_SOURCE);
    }

    /// Wants a Picture of alarms: every source was heard, or failed, before it was made. What a
    /// source tells may come too late for the first Picture that knows of its success.
    static Predicate<Picture> alarms() {
        AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        return picture -> {
            boolean heard =
                    picture.sources().stream()
                            .allMatch(s -> s.lastSuccess() > 0 || s.failures() > 0);
            if (picture.tick() == 0 || !heard) {
                return false;
            }
            long since = first.accumulateAndGet(picture.tick(), Math::min);
            return picture.tick() > since || picture.tick() >= TICKS;
        };
    }

    /// True once there is enough to plan with.
    static boolean steady(Picture picture) {
        return complete(picture)
                && (picture.tick() >= PLAN_TICKS || picture.state() == Picture.State.UNCONFIGURED);
    }

    /// What a future brings.
    static <T> T forAnswer(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refused(
                    "the desk did not answer within %d minutes: look at `spillway leases` to see what was done"
                            .formatted(ANSWER.toMinutes()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted: look at `spillway leases` to see what was done", e);
        } catch (ExecutionException e) {
            throw new Refused(
                    "the desk went away before it answered: look at `spillway leases` to see what was done",
                    e);
        }
    }

    private static Refused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Refused("interrupted", e);
    }
}
