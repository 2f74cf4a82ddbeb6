package io.spillway.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the command in progress end in good order when the process is told to, by Ctrl-C or a
/// signal.
final class Interruption {
    /// Longer than a desk waits for the act under way.
    private static final long SECONDS = 35;

    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption() {}

    /// Interrupts `thread` when the process is to end, and gives it some seconds.
    static Interruption of(Thread thread) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> interruption.end(thread), "spillway-interruption"));
        return interruption;
    }

    private void end(Thread thread) {
        if (over.getCount() == 0) {
            return;
        }
        thread.interrupt();
        try {
            over.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command has ended: nothing is left to interrupt.
    void over() {
        over.countDown();
    }
}
