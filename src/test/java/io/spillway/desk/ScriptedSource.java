package io.spillway.desk;

import io.spillway.source.MetricSource;
import io.spillway.source.SourceReport;
import java.time.Instant;
import java.util.function.Function;

/// A source in memory.
///
/// @param answer to a question at that time; may throw
record ScriptedSource(String name, String kind, Function<Instant, SourceReport> answer)
        implements MetricSource {
    @Override
    public SourceReport poll(Instant now) {
        return answer.apply(now);
    }

    @Override
    public void close() {}
}
