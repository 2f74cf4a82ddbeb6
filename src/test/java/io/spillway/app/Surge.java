package io.spillway.app;

import io.spillway.testing.OpenLoad;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Load on a front that goes on at a rate of its own until it is closed.
final class Surge implements AutoCloseable {
    private static final OpenLoad.Ask ASK = new OpenLoad.Ask("any", "/", "");

    private final OpenLoad load;
    private final CompletableFuture<Void> running;
    private volatile double perSecond;
    private volatile boolean over;

    Surge(int front, double perSecond) {
        this.load = new OpenLoad(front);
        this.perSecond = perSecond;
        this.running =
                CompletableFuture.runAsync(
                        () -> {
                            while (!over) {
                                double rate = this.perSecond;
                                load.pace(rate, (int) Math.max(1, rate), _ -> ASK, _ -> {});
                            }
                        },
                        Executors.newVirtualThreadPerTaskExecutor());
    }

    /// Goes on at another rate, from the next second on.
    void rate(double other) {
        perSecond = other;
    }

    @Override
    public void close() {
        over = true;
        running.join();
        load.close();
    }
}
