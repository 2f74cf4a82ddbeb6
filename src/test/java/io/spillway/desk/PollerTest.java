package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class PollerTest {
    private static final Instant NOW = Instant.ofEpochSecond(100);

    /// Answers what the test queued; an empty string is success.
    private static final class Scripted implements MetricSource {
        final Queue<String> script = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "lb-1";
        }

        @Override
        public String kind() {
            return "haproxy";
        }

        @Override
        public SourceReport poll(Instant now) throws SourceException {
            String next = script.remove();
            if (!next.isEmpty()) {
                throw new SourceException(next);
            }
            return new SourceReport(List.of(), null, "");
        }

        @Override
        public void close() {}
    }

    private final Scripted source = new Scripted();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Poller poller = new Poller(source, waiting::add);

    private void ask() {
        var _ = poller.poll(NOW);
    }

    private void run(String outcome) {
        source.script.add(outcome);
        ask();
        waiting.remove().run();
    }

    @Test
    void whileOnePollIsUnansweredTheNextIsSkipped() {
        source.script.add("");
        ask();
        ask();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        source.script.add("");
        ask();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void theThirdFailureInARowKillsAndOneSuccessRevives() {
        run("");
        assertThat(poller.health().ok()).isTrue();
        run("no answer");
        run("no answer");
        assertThat(poller.health().ok()).isTrue();
        run("no answer");
        assertThat(poller.health().ok()).isFalse();
        assertThat(poller.health().message()).isEqualTo("no answer");
        assertThat(poller.health().lastSuccess()).isEqualTo(NOW.toEpochMilli());
        run("");
        assertThat(poller.health().ok()).isTrue();
        assertThat(poller.health().message()).isEmpty();
    }

    @Test
    void anAnswerIsTakenOnce() {
        assertThat(poller.take()).isNull();
        run("");
        assertThat(poller.take()).isNotNull();
        assertThat(poller.take()).isNull();
    }

    @Test
    void aDefectOfASourceIsTroubleOfThatSource() {
        ask();
        waiting.remove().run();
        assertThat(poller.health().failures()).isEqualTo(1);
        assertThat(poller.health().message()).contains("lb-1");
    }
}
