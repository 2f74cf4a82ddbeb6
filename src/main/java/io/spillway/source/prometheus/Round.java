package io.spillway.source.prometheus;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// All queries of one poll, asked at once; none outlives the deadline.
final class Round {
    /// Bytes of all answers together: some 100,000 series.
    static final long BUDGET = 32 << 20;

    private final PrometheusApi api;
    private final Trouble trouble;
    private final Deadline deadline;
    private final AtomicLong budget = new AtomicLong(BUDGET);
    private final Map<String, Future<Answer>> asked = new LinkedHashMap<>();
    private final Map<String, String> purposes = new HashMap<>();

    Round(PrometheusApi api, Trouble trouble, Deadline deadline) {
        this.api = api;
        this.trouble = trouble;
        this.deadline = deadline;
    }

    /// Sends a query, unless this poll has asked it already.
    ///
    /// @param purpose what operators know it by, for instance `cpu`
    /// @param previous the last answer to the same query
    void ask(ExecutorService executor, String query, String purpose, @Nullable Answer previous) {
        if (purposes.putIfAbsent(query, purpose) == null) {
            asked.put(query, executor.submit(() -> api.query(query, previous, deadline, budget)));
        }
    }

    /// Waits for every answer.
    Map<String, Outcome> await() throws InterruptedException {
        Map<String, Outcome> outcomes = new HashMap<>();
        try {
            for (Map.Entry<String, Future<Answer>> e : asked.entrySet()) {
                String purpose = purposes.getOrDefault(e.getKey(), "");
                outcomes.put(e.getKey(), outcome(purpose, e.getValue()));
            }
        } finally {
            asked.values().forEach(f -> f.cancel(true));
        }
        return outcomes;
    }

    private Outcome outcome(String purpose, Future<Answer> future) throws InterruptedException {
        try {
            return new Outcome(future.get(deadline.left(), TimeUnit.NANOSECONDS), null);
        } catch (TimeoutException e) {
            return new Outcome(null, trouble.exception(purpose, e));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                return new Outcome(null, trouble.exception(purpose, io));
            }
            if (e.getCause() instanceof JacksonException json) {
                return new Outcome(null, trouble.exception(purpose, json));
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
