package io.spillway.ui.plot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Starts the toolkit once and runs pieces of tests on its thread.
final class Fx {
    private Fx() {}

    /// Runs on the FX thread and hands back what comes out, failures too.
    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable run =
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                };
        try {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyStarted) {
            // Another test class was first.
        }
        Platform.runLater(run);
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
