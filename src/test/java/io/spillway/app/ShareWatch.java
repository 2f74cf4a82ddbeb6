package io.spillway.app;

import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.ServerState;
import io.spillway.wire.haproxy.WireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Reads a backend's weights over and over, as fast as the balancer answers, on a connection of its
/// own.
final class ShareWatch {
    private final RuntimeClient client;
    private final String backend;
    private final CompletableFuture<List<Moment>> watching;
    private volatile boolean over;

    /// Weights that were true at some time between asking and the answer.
    ///
    /// @param asked nanoseconds
    /// @param answered nanoseconds
    /// @param weights server to weight
    record Moment(long asked, long answered, Map<String, Integer> weights) {
        double share(String server) {
            double all = weights.values().stream().mapToInt(Integer::intValue).sum();
            return weights.getOrDefault(server, 0) / all;
        }
    }

    ShareWatch(String endpoint, String backend) {
        this.client =
                new RuntimeClient(Endpoint.parse(endpoint, null), Duration.ofSeconds(10), false);
        this.backend = backend;
        this.watching =
                CompletableFuture.supplyAsync(
                        this::watch, Executors.newVirtualThreadPerTaskExecutor());
    }

    private List<Moment> watch() {
        List<Moment> moments = new ArrayList<>();
        try (client) {
            while (!over) {
                long asked = System.nanoTime();
                Answer answer = client.execute(Command.showServersState(backend));
                long answered = System.nanoTime();
                Map<String, Integer> weights = new HashMap<>();
                for (ServerState state : ServerState.parse(((Answer.Data) answer).text())) {
                    weights.put(state.server(), state.weight());
                }
                moments.add(new Moment(asked, answered, weights));
            }
        } catch (WireException e) {
            throw new IllegalStateException(e);
        }
        return moments;
    }

    /// Ends it and gives every moment in order.
    List<Moment> end() {
        over = true;
        return watching.join();
    }

    /// For how long, at least, a server certainly had more than twice the larger of its shares at
    /// the beginning and at the end.
    static Duration longestExcess(List<Moment> moments) {
        long longest = 0;
        for (String server : moments.getFirst().weights().keySet()) {
            double limit =
                    2 * Math.max(moments.getFirst().share(server), moments.getLast().share(server));
            Moment since = null;
            for (Moment moment : moments) {
                if (moment.share(server) <= limit) {
                    since = null;
                } else {
                    since = since == null ? moment : since;
                    longest = Math.max(longest, moment.asked() - since.answered());
                }
            }
        }
        return Duration.ofNanos(longest);
    }
}
