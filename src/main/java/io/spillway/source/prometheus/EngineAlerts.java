package io.spillway.source.prometheus;

import io.spillway.fleet.Alert;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks for the engine's alerts, beside the polls, so that no poll waits for them.
final class EngineAlerts {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration UNTIL_THERE_ARE = Duration.ofMinutes(1);
    private static final long BUDGET = 32 << 20;

    private final PrometheusApi api;
    private final Trouble trouble;
    private final String source;
    private final Duration deadline;
    private final ExecutorService executor;
    private Told told = new Told(null, "");
    private @Nullable Future<List<Alert>> running;
    private Instant due = Instant.MIN;

    EngineAlerts(
            PrometheusApi api,
            Trouble trouble,
            PrometheusSettings settings,
            ExecutorService executor) {
        this.api = api;
        this.trouble = trouble;
        this.source = settings.name();
        this.deadline = settings.access().deadline();
        this.executor = executor;
    }

    /// What is known.
    ///
    /// @param alerts null if they are not known
    /// @param message one sentence on why not, empty if they are or nobody answered yet
    record Told(@Nullable List<Alert> alerts, String message) {}

    /// What is known now; asks anew if it is time to.
    Told latest(Instant now) throws InterruptedException {
        Future<List<Alert>> question = running;
        if (question != null && question.isDone()) {
            running = null;
            due = now.plus(EVERY);
            try {
                told = new Told(question.get(), "");
            } catch (ExecutionException e) {
                told = failed(e.getCause(), now);
            }
        }
        if (running == null && !now.isBefore(due)) {
            running =
                    executor.submit(() ->
                            api.alerts(source, Deadline.in(deadline), new AtomicLong(BUDGET)));
        }
        return told;
    }

    private Told failed(@Nullable Throwable cause, Instant now) {
        return switch (cause) {
            case HttpFailure f when f.absent() -> {
                // An engine that evaluates no rules has no alerts.
                due = now.plus(UNTIL_THERE_ARE);
                yield new Told(List.of(), "");
            }
            case IOException io -> new Told(null, trouble.alerts(io));
            case JacksonException json -> new Told(null, trouble.alerts(json));
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}
