package io.spillway.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// What the FX thread does from the end of one pulse to the end of the next: events, timers, CSS,
/// layout, and handing over to the renderer.
final class Pulses extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Pulse> seen = new ArrayList<>();
    private CountDownLatch latch = new CountDownLatch(0);
    private long cpu;
    private long pulse;
    private long work;

    /// From the end of one pulse to the end of the next, nanoseconds.
    ///
    /// @param cpu all that the FX thread did
    /// @param clock the Picture's event and the pulse, by the clock
    record Pulse(long cpu, long clock) {}

    /// Does something, and counts it and so many pulses from now on. On the FX thread.
    ///
    /// @return comes down to zero when they are over
    CountDownLatch count(int pulses, Runnable task) {
        seen.clear();
        latch = new CountDownLatch(pulses);
        long begin = System.nanoTime();
        task.run();
        work = System.nanoTime() - begin;
        return latch;
    }

    /// What was counted. On the FX thread.
    List<Pulse> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void handle(long now) {
        pulse = System.nanoTime();
        // A pulse is one event, so this comes when it is over.
        Platform.runLater(this::over);
    }

    private void over() {
        long before = cpu;
        cpu = threads.getCurrentThreadCpuTime();
        if (latch.getCount() > 0) {
            seen.add(new Pulse(cpu - before, work + System.nanoTime() - pulse));
            work = 0;
            latch.countDown();
        }
    }
}
