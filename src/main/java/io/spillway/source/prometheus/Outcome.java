package io.spillway.source.prometheus;

import io.spillway.source.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one query of a poll ended: with an answer or with a failure.
record Outcome(@Nullable Answer answer, @Nullable SourceException failure) {
    /// The answer's series, none if it failed.
    List<Series> series() {
        return answer == null ? List.of() : answer.series();
    }

    /// The answer's warnings, none if it failed.
    List<String> warnings() {
        return answer == null ? List.of() : answer.warnings();
    }
}
