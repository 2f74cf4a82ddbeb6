package io.spillway.app.cli;

import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.SourceHealth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Waits for what a desk has yet to say.
final class Waiting {
    /// For how long a command waits for complete readings.
    static final Duration READINGS = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofMinutes(2);

    /// From this tick on every rate has had two samples to be taken from.
    private static final long TICKS = 3;

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

    /// True once readings are as complete as they will be: every server has its rate, or the desk
    /// has polled often enough for what is missing to be missing for a reason.
    static boolean complete(Picture picture) {
        FleetState fleet = picture.fleet();
        boolean rates =
                !fleet.servers().isEmpty()
                        && picture.sources().stream().allMatch(SourceHealth::ok)
                        && IntStream.range(0, fleet.servers().size())
                                .allMatch(i -> fleet.quality(Metric.REQUESTS, i).hasValue());
        return picture.state() == Picture.State.UNCONFIGURED || rates || picture.tick() >= TICKS;
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
            throw interrupted(e);
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
