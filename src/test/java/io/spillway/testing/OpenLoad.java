package io.spillway.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Traffic that comes at its own pace, whether or not it is answered: as many clients as it takes.
public final class OpenLoad implements AutoCloseable {
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<KeepAlive> idle = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedQueue<KeepAlive> all = new ConcurrentLinkedQueue<>();

    public OpenLoad(int port) {
        this.port = port;
    }

    /// One request.
    ///
    /// @param kind what it counts as
    /// @param path what it asks for
    /// @param headers whole lines, each ending in CR LF
    public record Ask(String kind, String path, String headers) {}

    /// What came of it.
    ///
    /// @param kind as asked
    /// @param status of the answer
    /// @param millis from when it was due until it was answered
    /// @param due milliseconds after the start
    public record Result(String kind, int status, double millis, double due) {}

    /// Sends evenly spaced requests and waits for every answer.
    ///
    /// @param perSecond how many
    /// @param count how many in all
    /// @param asks the n-th request
    public List<Result> run(double perSecond, int count, IntFunction<Ask> asks) {
        var results = new ConcurrentLinkedQueue<Result>();
        var pending = new CountDownLatch(count);
        pace(
                perSecond,
                count,
                asks,
                result -> {
                    result.ifPresent(results::add);
                    pending.countDown();
                });
        try {
            pending.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ArrayList<>(results);
    }

    /// Sends evenly spaced requests and returns with the last one sent: slow answers hold nothing
    /// up.
    ///
    /// @param done gets each answer on a thread of its own, empty where none came
    public void pace(
            double perSecond, int count, IntFunction<Ask> asks, Consumer<Optional<Result>> done) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Ask ask = asks.apply(i);
            threads.execute(() -> {
                Optional<Result> result = Optional.empty();
                try {
                    int status = send(ask);
                    double millis = (System.nanoTime() - due) / 1e6;
                    result =
                            Optional.of(
                                    new Result(ask.kind(), status, millis, (due - start) / 1e6));
                } finally {
                    done.accept(result);
                }
            });
        }
    }

    private int send(Ask ask) {
        KeepAlive connection = idle.pollFirst();
        if (connection == null) {
            connection = new KeepAlive(port);
            all.add(connection);
        }
        int status = connection.get(ask.path(), ask.headers());
        idle.addFirst(connection);
        return status;
    }

    @Override
    public void close() {
        threads.close();
        all.forEach(KeepAlive::close);
    }
}
