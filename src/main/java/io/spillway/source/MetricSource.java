package io.spillway.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that can be asked for readings. Used by one thread at a time.
public interface MetricSource extends AutoCloseable {
    /// As configured, unique on a desk.
    String name();

    /// `prometheus`, `haproxy`, `httpd`, `log` or `alertmanager`.
    String kind();

    /// True if it reads a balancer, which tells of its own servers and requests; a fleet's sums add
    /// such sources up.
    default boolean balancer() {
        return false;
    }

    /// Asks once. Blocks, but never longer than the source's own deadline.
    ///
    /// @param now the desk's time, from which ages and rates are taken
    /// @throws SourceException with one sentence for operators: what, where, what to do
    SourceReport poll(Instant now) throws SourceException;

    /// How far its clock is ahead of ours, negative if it is behind; null if it shows none. Any
    /// thread may ask.
    default @Nullable Duration clockSkew() {
        return null;
    }

    @Override
    void close();
}
