package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.journal.Journal;
import io.spillway.source.MetricSource;
import io.spillway.source.PastSource;
import io.spillway.source.SourceReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LanesTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir Path dir;

    private final CountDownLatch entered = new CountDownLatch(2);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean slow;

    private void linger() {
        if (slow) {
            entered.countDown();
            await(released);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Remembers nothing.
    private final class SlowPast implements MetricSource, PastSource {
        @Override
        public String name() {
            return "past";
        }

        @Override
        public String kind() {
            return "prometheus";
        }

        @Override
        public SourceReport poll(Instant time) {
            return new SourceReport(List.of(), null, "");
        }

        @Override
        public void past(Question question, Sink sink) {
            linger();
        }

        @Override
        public void close() {}
    }

    private Desk desk(Journal journal) {
        DeskSettings settings =
                new DeskSettings(
                        "test",
                        Duration.ofSeconds(1),
                        List.of(ScriptedFleet.WEB),
                        List.of(),
                        DefaultRules.rules(),
                        ReliefSettings.NONE,
                        null,
                        "t",
                        false);
        RuleKeeper keeper =
                _ -> {
                    linger();
                    return "alarms.yaml";
                };
        return new Desk(
                settings,
                List.of(new ScriptedFleet().balancer(), new SlowPast()),
                new Actuator(Map.of(), journal, () -> START, "t"),
                journal,
                new AlarmMeans(Map.of(), keeper),
                () -> START,
                null);
    }

    @Test
    void actsOnTrafficWaitNeitherForAlarmsNorForThePast() throws Exception {
        Rule rule = DefaultRules.rules().rule(RuleNames.SERVER_CPU).orElseThrow();
        try (Journal journal = Journal.open(dir.resolve("journal.db"));
                Desk desk = desk(journal)) {
            desk.step();
            slow = true;
            CompletableFuture<Reply> test = desk.send(new Command.BackTestRule(rule));
            CompletableFuture<Reply> save = desk.send(new Command.SaveRule(rule, "ops-1"));
            await(entered);
            assertThat(desk.send(new Command.Operate("ops-1")).join().done()).isTrue();
            assertThat(desk.send(new Command.AlarmHistory("", 0, 1)).join().done()).isTrue();
            assertThat(test).isNotDone();
            assertThat(save).isNotDone();
            released.countDown();
            assertThat(test.join().done()).isTrue();
            assertThat(save.join().done()).isTrue();
        } finally {
            released.countDown();
        }
    }
}
