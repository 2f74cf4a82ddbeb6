package io.spillway.desk;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Aggregates;
import io.spillway.history.Fill;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Segment;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.history.Window;
import io.spillway.source.PastSource;
import io.spillway.source.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk's past: what it saw itself, what it saved before it was started, and what its sources
/// remember. Used by the desk's thread; the history's own lock lets others read it. Sources are
/// asked, and files written, on threads of their own, so that no tick waits for them.
final class Past implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Past.class);
    private static final long HOUR = 3_600_000;

    /// Of an hour's minutes so many must be known, or it is asked for.
    private static final int ENOUGH = 55;

    /// A command that looks once and ends need not know the past.
    private static final int LOOKS = 3;

    private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();

    private final History history;
    private final List<Pool> pools;
    private final List<PastSource> sources;
    private final @Nullable HistorySaver saver;
    private final Queue<List<Fill>> arrived = new ConcurrentLinkedQueue<>();
    private final Set<String> learnt = new HashSet<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Set<String>> flight = CompletableFuture.completedFuture(Set.of());
    private long notBefore = System.nanoTime();
    private int looks;

    /// @param interval between ticks, milliseconds of the desk's time
    /// @param folder where aggregates are saved, null if they are not
    /// @param now the desk's time, epoch milliseconds
    Past(
            long interval,
            List<Pool> pools,
            List<PastSource> sources,
            @Nullable Path folder,
            long now) {
        this.history = new History(interval);
        this.pools = pools;
        this.sources = sources;
        this.saver = folder == null ? null : new HistorySaver(folder);
        if (saver != null) {
            saver.read(now, this::restore);
        }
    }

    /// Saved pools that are configured no more are left out, and times that have not come yet.
    private void restore(Segment saved, long now) {
        Set<String> names = new HashSet<>();
        names.add(Subject.FLEET.pool());
        pools.forEach(pool -> names.add(pool.name()));
        List<Fill> fills =
                saved.fills().stream()
                        .filter(f -> names.contains(f.subject().pool()))
                        .map(f -> f.until(now))
                        .toList();
        history.aggregates().restore(new Segment(saved.resolution(), saved.number(), fills));
    }

    /// The history, to be locked while it is read by any but the desk's thread.
    History history() {
        return history;
    }

    /// Takes a tick in, and what has arrived from elsewhere. Starts asking the sources a few ticks
    /// after all have been heard of.
    ///
    /// @param health of every source of the desk
    void add(FleetState fleet, List<SourceHealth> health) {
        synchronized (history) {
            history.add(fleet);
            for (List<Fill> fills = arrived.poll(); fills != null; fills = arrived.poll()) {
                history.aggregates().fill(fills);
            }
            if (saver != null) {
                saver.save(history.aggregates(), fleet.time());
            }
        }
        boolean heard = health.stream().allMatch(h -> h.lastSuccess() > 0 || h.failures() > 0);
        if (heard && !fleet.servers().isEmpty() && ++looks >= LOOKS) {
            learn(fleet);
        }
    }

    private void learn(FleetState fleet) {
        if (!flight.isDone()) {
            return;
        }
        learnt.addAll(flight.join());
        List<PastSource> left =
                sources.stream().filter(source -> !learnt.contains(source.name())).toList();
        if (left.isEmpty() || System.nanoTime() < notBefore) {
            return;
        }
        notBefore = System.nanoTime() + RETRY_NANOS;
        BitSet known = knownHours(fleet.time());
        flight = CompletableFuture.supplyAsync(() -> ask(left, fleet, known), threads);
    }

    /// Asks one source after the other.
    ///
    /// @return the names of those that told everything
    private Set<String> ask(List<PastSource> left, FleetState fleet, BitSet known) {
        Set<String> done = new HashSet<>();
        for (PastSource source : left) {
            long begin = System.nanoTime();
            try {
                Roster roster = Roster.of(pools, fleet.balancers());
                new BackFill(source, roster, pools, arrived::add).run(fleet.time(), known);
                done.add(source.name());
                long millis = (System.nanoTime() - begin) / 1_000_000;
                LOG.info("The past was learnt from {} in {} ms", source.name(), millis);
            } catch (SourceException e) {
                LOG.info("The past is not known yet, again in a minute: {}", e.getMessage());
            } catch (RuntimeException | Error e) {
                LOG.error("The past cannot be learnt from {}", source.name(), e);
                done.add(source.name());
            }
        }
        return done;
    }

    /// Hours since the epoch of whose minutes every pool's requests are known.
    private BitSet knownHours(long now) {
        BitSet known = new BitSet();
        List<Subject> subjects =
                Stream.concat(
                                Stream.of(Subject.FLEET),
                                pools.stream().map(pool -> new Subject(pool.name())))
                        .toList();
        long last = now / HOUR;
        Aggregates all = history.aggregates();
        synchronized (history) {
            for (long hour = last - Resolution.MINUTE.span() / HOUR; hour <= last; hour++) {
                long from = hour * HOUR + 1;
                boolean enough =
                        subjects.stream()
                                .allMatch(s ->
                                        all.known(
                                                        s,
                                                        Metric.REQUESTS,
                                                        Statistic.SUM,
                                                        Resolution.MINUTE,
                                                        from,
                                                        from + HOUR)
                                                >= ENOUGH);
                known.set((int) hour, enough);
            }
        }
        return known;
    }

    /// Waits until the sources have told what they remember; the next tick takes it in.
    void await(Duration patience) {
        try {
            flight.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The past is late", e);
        }
    }

    /// The last hour, for plots.
    Window window() {
        synchronized (history) {
            return history.window();
        }
    }

    /// The last day, for plots.
    Window day() {
        synchronized (history) {
            return history.day();
        }
    }

    /// A stretch of the last 28 days, for plots. Any thread.
    ///
    /// @param from epoch milliseconds
    /// @param to epoch milliseconds
    Window window(long from, long to) {
        synchronized (history) {
            return history.window(from, to);
        }
    }

    /// A server's own last minutes. Safe for any thread.
    Reply server(String pool, String server) {
        synchronized (history) {
            return Reply.server(
                    history.tail(Metric.CPU, pool, server),
                    history.tail(Metric.REQUESTS, pool, server));
        }
    }

    /// What operators must know of the saved past.
    List<String> notices(long now) {
        return saver == null ? new ArrayList<>() : saver.notices(now);
    }

    /// Stops asking, and saves what was not saved yet.
    @Override
    public void close() {
        threads.shutdownNow();
        if (saver != null) {
            synchronized (history) {
                saver.close(history.aggregates());
            }
        }
    }
}
