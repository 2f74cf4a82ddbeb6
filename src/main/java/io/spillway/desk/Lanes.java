package io.spillway.desk;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that a desk's commands run on. Acts on traffic wait for each other and for nothing
/// else: not for a system that alerts are silenced at, nor for an answer from the past.
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long CLOSE_SECONDS = 30;

    private final ExecutorService acts = single("acts");
    private final ExecutorService alarms = single("alarms");

    private final ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor();

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
    }

    /// Where a command runs.
    Executor of(Command command) {
        return switch (command) {
            case Command.Signed c -> of(c.act());
            case Command.AlarmHistory _,
                    Command.BackTestRule _,
                    Command.PastWindow _,
                    Command.ServerPast _ ->
                    questions;
            case Command.OnAlarms _, Command.SaveRule _, Command.Sound _ -> alarms;
            case Command.Operate _,
                    Command.Observe _,
                    Command.MakePlan _,
                    Command.Apply _,
                    Command.OnLease _,
                    Command.Undo _ ->
                    acts;
        };
    }

    /// The thread for acts on traffic.
    Executor acts() {
        return acts;
    }

    /// The thread for acts on alarms.
    Executor alarms() {
        return alarms;
    }

    /// Takes no more, waits for acts under way, gives up questions.
    @Override
    public void close() {
        questions.shutdownNow();
        acts.shutdown();
        alarms.shutdown();
        try {
            if (!acts.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                    || !alarms.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("An act did not end; the journal says what it was about to do");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
