package io.spillway.wire.haproxy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One lasting connection to a Runtime API, opened when first needed and again when it was lost.
///
/// Every call blocks, but never beyond the deadline, whatever hangs: name look-up, connecting, the
/// TLS handshake, writing or reading. After a failed call the next one connects anew. What only
/// reads is sent a second time if the connection turns out to have been closed before any answer;
/// what changes something is never sent twice, and only on a connection that has just answered and
/// whose process is not being replaced.
///
/// For one thread at a time; only [#close] may come from another.
public final class RuntimeClient implements AutoCloseable {
    private final Endpoint endpoint;
    private final Duration deadline;
    private final boolean practice;
    private volatile @Nullable Session session;
    private volatile boolean closed;

    /// Connects nowhere yet.
    ///
    /// @param deadline for each call as a whole
    /// @param practice true if only Spillway's own practice balancer will do, false if only a real
    ///   one will; checked on every connection
    public RuntimeClient(Endpoint endpoint, Duration deadline, boolean practice) {
        this.endpoint = endpoint;
        this.deadline = deadline;
        this.practice = practice;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /// True if only Spillway's own practice balancer will do.
    public boolean practice() {
        return practice;
    }

    /// What the process that serves now says of itself. Leaves a process that a reload has
    /// replaced, and so also brings the connection up to date.
    public RuntimeInfo info() throws WireException {
        return current(until());
    }

    /// Runs one command.
    public Answer execute(Command command) throws WireException {
        return execute(List.of(command)).getFirst();
    }

    /// Sends all commands in one write.
    ///
    /// @return an answer for each, in their order
    /// @throws WireException if not all were answered; some of them may have been carried out
    public List<Answer> execute(List<Command> commands) throws WireException {
        long until = until();
        if (commands.stream().allMatch(Command::readOnly)) {
            return read(commands, until);
        }
        current(until);
        return exchange(commands, until);
    }

    /// Gives up the present connection, so that the next call opens another.
    public void disconnect() {
        Session held = session;
        session = null;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        disconnect();
    }

    private long until() {
        return System.nanoTime() + deadline.toNanos();
    }

    private RuntimeInfo current(long until) throws WireException {
        if (session == null) {
            return connect(until);
        }
        Answer answer = read(List.of(Command.showInfo()), until).getFirst();
        var info = RuntimeInfo.parse(answer instanceof Answer.Data data ? data.text() : "");
        return info.stopping() ? connect(until) : info;
    }

    private List<Answer> read(List<Command> commands, long until) throws WireException {
        Session held = session;
        if (held == null) {
            connect(until);
            return exchange(commands, until);
        }
        try {
            return exchange(commands, until);
        } catch (WireException e) {
            if (e.kind() != WireException.Kind.CLOSED || !held.heard().isEmpty()) {
                throw e;
            }
            connect(until);
            return exchange(commands, until);
        }
    }

    private RuntimeInfo connect(long until) throws WireException {
        disconnect();
        if (closed) {
            throw Trouble.closed(endpoint);
        }
        var fresh = new Session(endpoint);
        RuntimeInfo info = within(fresh, fresh::open, 0, until);
        if (info.practice() != practice) {
            fresh.close();
            throw Trouble.practice(endpoint, info.practice());
        }
        session = fresh;
        if (closed) {
            disconnect();
        }
        return info;
    }

    private List<Answer> exchange(List<Command> commands, long until) throws WireException {
        Session held = session;
        if (held == null) {
            throw Trouble.closed(endpoint);
        }
        return within(held, () -> held.exchange(commands), commands.size(), until);
    }

    /// Runs what may hang on a thread of its own, which ends when the session is closed.
    private <T> T within(Session held, Callable<T> call, int commands, long until)
            throws WireException {
        var task = new FutureTask<T>(call);
        Thread.ofVirtual().name("haproxy").start(task);
        try {
            return task.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            drop(held);
            throw Trouble.late(endpoint, held, deadline, commands);
        } catch (InterruptedException e) {
            drop(held);
            Thread.currentThread().interrupt();
            throw Trouble.closed(endpoint);
        } catch (ExecutionException e) {
            drop(held);
            throw Trouble.of(endpoint, held, e.getCause(), commands);
        }
    }

    private void drop(Session held) {
        held.close();
        session = null;
    }
}
