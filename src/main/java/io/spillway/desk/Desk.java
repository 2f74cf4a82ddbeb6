package io.spillway.desk;

import io.spillway.action.Actuator;
import io.spillway.alarm.Alarms;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.SourceHealth;
import io.spillway.journal.Journal;
import io.spillway.source.MetricSource;
import io.spillway.source.PastSource;
import io.spillway.source.SourceReport;
import io.spillway.watch.Outlook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk itself: each tick it gathers readings, thinks and publishes one [Picture]; it alone
/// acts. Ticks run on one thread, acts on others, so that a slow balancer delays no Picture.
public final class Desk implements DeskPort {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private static final Duration STEP_PATIENCE = Duration.ofSeconds(30);

    private final DeskSettings settings;
    private final InstantSource clock;
    private final List<Poller> pollers;
    private final Join join;
    private final Past past;
    private final Watching watching;
    private final Advice advice;
    private final Acts acts;
    private final Access access;
    private final Scaling scaling;
    private final ReliefSide relief;
    private final AlarmSide side;
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService pollThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes();
    private final Object publishing = new Object();
    private volatile Picture latest;
    private @Nullable Ticker ticker;

    /// Builds a desk that has not ticked yet. It closes its sources; the journal and the actuator's
    /// controls belong to the caller.
    public Desk(
            DeskSettings settings,
            List<MetricSource> sources,
            Actuator actuator,
            Journal journal,
            InstantSource clock) {
        this(settings, sources, actuator, journal, AlarmMeans.none(), clock, null);
    }

    /// The same with a memory of earlier desks.
    ///
    /// @param saved the folder that aggregates of the past are saved in, null for none
    public Desk(
            DeskSettings settings,
            List<MetricSource> sources,
            Actuator actuator,
            Journal journal,
            AlarmMeans means,
            InstantSource clock,
            @Nullable Path saved) {
        this.settings = settings;
        this.clock = clock;
        pollers = sources.stream().map(s -> new Poller(s, pollThreads)).toList();
        Map<String, Boolean> columns = new LinkedHashMap<>();
        sources.stream()
                .filter(s -> !List.of("log", "alertmanager").contains(s.kind()))
                .forEach(s -> columns.put(s.name(), s.balancer()));
        join = new Join(settings.pools(), columns);
        long interval = poll();
        past = new Past(interval, settings.pools(), remembering(sources), saved, clock.millis());
        watching = new Watching(settings.campaigns(), settings.pools(), past.history());
        advice = new Advice(past.history(), interval);
        Picture.Practice practice = settings.practice();
        double speed = practice == null ? 1 : practice.speed();
        Clearing clearing = new Clearing(settings.relief(), settings.console());
        acts = new Acts(actuator, clock, speed, settings.pools(), clearing);
        access =
                new Access(
                        settings.relief().operators(),
                        journal,
                        clock,
                        settings.console(),
                        acts::mode);
        scaling =
                new Scaling(
                        settings.relief().scales(),
                        journal,
                        clock,
                        settings.console(),
                        lanes.acts());
        relief = new ReliefSide(settings, advice, acts, scaling, lanes.acts());
        BackTests tests = new BackTests(settings.pools(), remembering(sources), past.history());
        side =
                new AlarmSide(
                        settings,
                        means,
                        journal,
                        tests,
                        past.history(),
                        lanes.alarms(),
                        clock.millis());
        latest = think(clock.instant(), 0);
    }

    private static List<PastSource> remembering(List<MetricSource> sources) {
        return sources.stream()
                .filter(PastSource.class::isInstance)
                .map(PastSource.class::cast)
                .toList();
    }

    /// The polling interval in the desk's time, milliseconds.
    private long poll() {
        return settings.deskInterval().toMillis();
    }

    /// What it knows of the past.
    Past past() {
        return past;
    }

    /// Starts ticking.
    ///
    /// @param beforeTick runs before each tick on the same thread: practice steps its fleet there
    public void start(Runnable beforeTick) {
        Ticker started =
                new Ticker(
                        "desk",
                        settings.interval(),
                        () -> {
                            beforeTick.run();
                            // The first has nothing older to show: it waits for all sources.
                            boolean first = latest.tick() == 0;
                            tick(settings.interval().dividedBy(first ? 1 : 4));
                        });
        ticker = started;
        started.start();
    }

    /// One tick, now, on the caller's thread, waiting for every source up to its own deadline, and
    /// for what sources remember if they are asked now. Not to be mixed with [#start].
    public void step() {
        tick(STEP_PATIENCE);
        past.await(STEP_PATIENCE);
        watching.await(STEP_PATIENCE);
    }

    /// @param patience how long to wait for sources; who is late is in the next Picture
    private void tick(Duration patience) {
        Instant now = clock.instant();
        CompletableFuture<?>[] polls =
                pollers.stream().map(p -> p.poll(now)).toArray(CompletableFuture[]::new);
        await(CompletableFuture.allOf(polls), patience);
        for (Poller poller : pollers) {
            SourceReport report = poller.take();
            if (report != null) {
                join.take(poller.name(), report);
                side.take(poller.health(), report);
            }
        }
        synchronized (publishing) {
            publish(think(now, latest.tick() + 1));
        }
    }

    /// Shows what an act came to, at once and not only at the next tick.
    private void showActs() {
        synchronized (publishing) {
            Acts.Book book = acts.book(clock.instant(), latest.fleet().balancers());
            publish(
                    latest.withAlarms(side.alarms())
                            .withActs(
                                    acts.mode(clock.instant()),
                                    book.leases(),
                                    book.drifts(),
                                    notices(book, clock.instant())));
        }
    }

    private void publish(Picture picture) {
        latest = picture;
        for (Consumer<Picture> listener : listeners) {
            try {
                listener.accept(picture);
            } catch (RuntimeException | Error e) {
                LOG.error("A listener failed", e);
            }
        }
    }

    private static void await(CompletableFuture<?> polls, Duration patience) {
        try {
            polls.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("A source is late");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Picture think(Instant now, long tick) {
        FleetState fleet = join.state(now.toEpochMilli(), poll());
        List<SourceHealth> sources = pollers.stream().map(Poller::health).toList();
        Outlook outlook = Outlook.unknown();
        if (tick > 0) {
            past.add(fleet, sources);
            outlook = watching.step(fleet, join, poll());
            advice.learn(fleet, outlook);
        }
        Acts.Book book = acts.book(now, fleet.balancers());
        if (tick > 0) {
            relief.step(fleet, join.keys(now.toEpochMilli(), poll()), outlook, book);
        }
        Alarms alarms = side.alarms();
        if (tick > 0) {
            alarms = side.step(fleet, outlook, pollers, join, book, poll());
        }
        return new Picture(
                tick,
                now,
                settings.site(),
                settings.practice(),
                settings.deskInterval(),
                Assess.of(fleet, sources, outlook),
                acts.mode(now),
                fleet,
                sources,
                past.window(),
                past.day(),
                outlook,
                alarms,
                relief.cards(),
                book.leases(),
                book.drifts(),
                notices(book, now),
                relief.view());
    }

    private List<String> notices(Acts.Book book, Instant now) {
        List<String> notices = new ArrayList<>(Notices.of(book));
        notices.addAll(scaling.notices());
        notices.addAll(past.notices(now.toEpochMilli()));
        return notices;
    }

    @Override
    public Picture picture() {
        return latest;
    }

    @Override
    public AutoCloseable watch(Consumer<Picture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Reply> send(Command command) {
        try {
            return CompletableFuture.supplyAsync(() -> run(command), lanes.of(command))
                    .exceptionally(Desk::unexpected);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Reply.closing());
        }
    }

    private Reply run(Command command) {
        return access.refusal(command).orElseGet(() -> carryOut(command));
    }

    private Reply carryOut(Command command) {
        return switch (command) {
            case Command.Signed c -> carryOut(c.act());
            case Command.Operate c -> shown(acts.operate(c.operator()));
            case Command.Observe _ -> shown(acts.observe());
            case Command.MakePlan c -> relief.plan(c.what(), latest.fleet());
            case Command.Apply c -> shown(relief.apply(c, latest.fleet()));
            case Command.OnLease c -> shown(relief.onLease(c, latest));
            case Command.Undo c -> shown(acts.undo(c));
            case Command.OnAlarms c -> shown(side.act(c.act(), clock.instant()));
            case Command.ServerPast c -> past.server(c.pool(), c.server());
            case Command.AlarmHistory c -> side.history(c);
            case Command.PastWindow c -> Reply.past(past.window(c.from(), c.to()));
            case Command.BackTestRule c -> side.backTest(c.edited(), latest.fleet());
            case Command.SaveRule c -> shown(side.save(c.edited(), c.operator(), clock.instant()));
            case Command.Sound c -> shown(side.sound(c.workstation(), c.trouble()));
        };
    }

    private Reply shown(Reply reply) {
        showActs();
        return reply;
    }

    private static Reply unexpected(Throwable trouble) {
        LOG.error("A command failed unexpectedly", trouble);
        return new Reply(false, "That failed unexpectedly; the log has the details", null, null);
    }

    /// Ends the ticks, waits for the act under way, closes the sources.
    @Override
    public void close() {
        Ticker running = ticker;
        if (running != null) {
            running.close();
        }
        lanes.close();
        watching.close();
        past.close();
        pollers.forEach(Poller::close);
        pollThreads.shutdownNow();
    }
}
