package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.ui.FxToolkit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FxDispatcherTest {
    private final FxDispatcher dispatcher = new FxDispatcher(Duration.millis(50));

    @Test
    void aSlowScreenSeesTheFirstAndTheNewestOnly() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch slow = new CountDownLatch(1);
        Consumer<Integer> sink =
                dispatcher.latest(n -> {
                    seen.add(n);
                    if (n == 0) {
                        waitFor(slow);
                    }
                });
        sink.accept(0);
        await().until(() -> !seen.isEmpty());
        for (int i = 1; i <= 1000; i++) {
            sink.accept(i);
        }
        slow.countDown();
        await().until(() -> seen.contains(1000));
        assertThat(seen).containsExactly(0, 1000);
    }

    @Test
    void valuesThatComeSlowlyAllArrive() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Consumer<Integer> sink = dispatcher.latest(seen::add);
        for (int i = 0; i < 5; i++) {
            int n = i;
            sink.accept(n);
            await().until(() -> seen.contains(n));
        }
        assertThat(seen).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aScreenThatFailsOnceIsFedAgain() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        FxToolkit.onFx(() -> Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {}));
        Consumer<Integer> sink =
                dispatcher.latest(n -> {
                    seen.add(n);
                    if (n == 0) {
                        throw new IllegalStateException("once");
                    }
                });
        sink.accept(0);
        await().until(() -> seen.contains(0));
        sink.accept(1);
        await().until(() -> seen.contains(1));
    }

    @Test
    void tasksRunOnTheFxThread() {
        List<Boolean> there = new CopyOnWriteArrayList<>();
        dispatcher.execute(() -> there.add(Platform.isFxApplicationThread()));
        await().until(() -> !there.isEmpty());
        assertThat(there).containsExactly(true);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
