package io.spillway.source;

import io.spillway.fleet.Metric;
import java.util.Map;

/// A source that also remembers. Used by one thread at a time, which need not be the one that
/// polls.
public interface PastSource {
    /// As configured, unique on a desk.
    String name();

    /// Asks for a stretch of the past. Blocks, but never longer than the source's own deadline for
    /// the past, which is longer than that of a poll.
    ///
    /// @param sink gets every series of the answer while it arrives, on this thread
    /// @throws SourceException with one sentence for operators; what the sink got is then a part
    void past(Question question, Sink sink) throws SourceException;

    /// What is asked.
    ///
    /// @param metric whose values
    /// @param summed true for one series for each backend, the sum over its servers, labelled
    ///   `proxy`; false for the series as a poll gives them
    /// @param start time of the first value, epoch milliseconds by the desk's clock
    /// @param step between values, milliseconds; rates are taken over two steps or longer
    /// @param points how many values, at most [#MOST_POINTS]
    record Question(Metric metric, boolean summed, long start, long step, int points) {
        /// No engine gives more values of one series at once.
        public static final int MOST_POINTS = 11_000;

        public Question {
            if (points < 1 || points > MOST_POINTS || step < 1) {
                throw new IllegalArgumentException(
                        "A question is of 1 to 11,000 points, not " + points);
            }
        }

        /// Time of the last value, epoch milliseconds.
        public long end() {
            return start + (points - 1) * step;
        }
    }

    /// Takes the series of an answer.
    @FunctionalInterface
    interface Sink {
        /// Called once for each series.
        ///
        /// @param labels as of a poll
        /// @param values one for each point of the question, NaN for a gap; overwritten afterwards
        void take(Map<String, String> labels, float[] values);
    }
}
