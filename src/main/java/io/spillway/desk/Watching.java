package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Series;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.watch.LoadWatch;
import io.spillway.watch.Outlook;
import io.spillway.watch.Watch;
import io.spillway.watch.detect.Campaign;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Inquiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watch at a desk: a step a tick on the desk's thread. What takes long runs on a thread of its
/// own, so that no tick waits: learning anew whenever the past has changed, and finding out who
/// brings a surge.
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    /// How much of the past is looked at in fine steps, milliseconds.
    private static final long FINE = 6 * 3_600_000L;

    private final Watch watch;
    private final History history;
    private final List<Subject> subjects = new ArrayList<>(List.of(Subject.FLEET));
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("learning").daemon().factory());
    private CompletableFuture<Map<String, LoadWatch>> lesson =
            CompletableFuture.completedFuture(Map.of());
    private long learnt;
    private @Nullable Inquiry asked;
    private CompletableFuture<Attribution> answer =
            CompletableFuture.completedFuture(Attribution.none());

    Watching(List<Campaign> campaigns, List<Pool> pools, History history) {
        this.watch = new Watch(campaigns);
        this.history = history;
        pools.forEach(pool -> subjects.add(new Subject(pool.name())));
    }

    /// One tick.
    ///
    /// @param poll the polling interval in the desk's time, milliseconds
    Outlook step(FleetState fleet, Join join, long poll) {
        learn();
        if (asked != null && answer.isDone()) {
            watch.answered(asked, answer.join());
        }
        long now = fleet.time();
        Outlook outlook =
                watch.step(fleet, join.keys(now, poll), join.takeRequests(), join.processes(now));
        ask(watch.inquiry());
        return outlook;
    }

    private void ask(@Nullable Inquiry inquiry) {
        if (inquiry != null && !inquiry.equals(asked)) {
            answer =
                    CompletableFuture.supplyAsync(inquiry::answer, thread)
                            .exceptionally(Watching::unanswered);
        }
        asked = inquiry;
    }

    private static Attribution unanswered(Throwable trouble) {
        LOG.error("Watch could not find out who brings the surge", trouble);
        return Attribution.none();
    }

    private void learn() {
        if (!lesson.isDone()) {
            return;
        }
        lesson.join().forEach(watch::learnt);
        lesson = CompletableFuture.completedFuture(Map.of());
        long fills;
        synchronized (history) {
            fills = history.aggregates().fills();
        }
        if (fills != learnt) {
            learnt = fills;
            lesson = CompletableFuture.supplyAsync(this::study, thread).exceptionally(this::failed);
        }
    }

    private Map<String, LoadWatch> failed(Throwable trouble) {
        LOG.error("Watch could not learn from the past", trouble);
        return Map.of();
    }

    /// Runs the past through new watches: minutes, then the last hours in finer steps.
    private Map<String, LoadWatch> study() {
        Map<String, LoadWatch> watches = new HashMap<>();
        for (Subject subject : subjects) {
            Series minutes;
            Series fine;
            synchronized (history) {
                minutes = load(subject, Resolution.MINUTE);
                fine = load(subject, Resolution.TEN_SECONDS);
            }
            watches.put(subject.pool(), taught(minutes, fine));
        }
        return watches;
    }

    private Series load(Subject subject, Resolution resolution) {
        return history.aggregates().series(subject, Metric.REQUESTS, Statistic.SUM, resolution);
    }

    private LoadWatch taught(Series minutes, Series fine) {
        LoadWatch load = watch.novice();
        long last = fine.times().length == 0 ? 0 : fine.times()[fine.times().length - 1];
        long seam = last - FINE;
        minutes.forEach((time, value) -> {
            if (last == 0 || time <= seam) {
                load.add(time, value, Double.NaN);
            }
        });
        fine.forEach((time, value) -> {
            if (time > seam) {
                load.add(time, value, Double.NaN);
            }
        });
        return load;
    }

    /// Waits until what is known of the past is learnt, and what was asked is answered; the next
    /// tick takes it in.
    void await(Duration patience) {
        try {
            CompletableFuture.allOf(lesson, answer).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Watch takes long to learn", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
