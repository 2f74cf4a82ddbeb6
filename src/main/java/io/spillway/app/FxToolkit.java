package io.spillway.app;

import io.spillway.app.cli.NoDisplayException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// Starts JavaFX, on the display or in memory. A process has one toolkit.
final class FxToolkit {
    private static final long START_SECONDS = 60;

    private FxToolkit() {}

    /// Begins to start it on the display, beside whatever else there is to do first.
    static CompletableFuture<Void> begin() {
        return CompletableFuture.runAsync(
                FxToolkit::start, task -> Thread.ofPlatform().name("toolkit").daemon().start(task));
    }

    /// Waits until it has started on the display.
    ///
    /// @param begun what [#begin] gave
    /// @throws NoDisplayException if there is no display that can be used
    static void onDisplay(CompletableFuture<Void> begun) throws NoDisplayException {
        try {
            begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnsupportedOperationException) {
                throw new NoDisplayException("the display cannot be used");
            }
            throw e;
        }
    }

    /// Starts it in memory, for drawing into files.
    static void inMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        start();
    }

    private static void start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException e) {
            // It runs already.
            started.complete(null);
        }
        Platform.setImplicitExit(false);
        await(started);
    }

    /// Waits for something that happens on the FX thread.
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the screen could not be drawn", e);
        }
    }
}
