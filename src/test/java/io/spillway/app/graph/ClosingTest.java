package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.control.TrafficControl;
import io.spillway.desk.Command;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.relief.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ClosingTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Map<String, Integer> BEFORE = Map.of("a", 100, "b", 100);
    private static final Map<String, Integer> GOAL = Map.of("a", 50, "b", 150);

    private static final Pool WEB =
            new Pool(
                    "web",
                    "be_web",
                    0.9,
                    1,
                    List.of("lb-1"),
                    new Match(Match.By.LABEL, "server", ""));

    /// A balancer that takes its time over weights.
    private static final class SlowControl implements TrafficControl {
        final Map<String, Integer> weights = new ConcurrentHashMap<>(BEFORE);
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch closing = new CountDownLatch(1);
        volatile boolean closed;

        @Override
        public String balancer() {
            return "lb-1";
        }

        @Override
        public Map<Knob, Integer> read(String backend) {
            assertThat(closed).isFalse();
            return Knob.weights(weights);
        }

        @Override
        public Map<Knob, String> write(String backend, Map<Knob, Integer> wanted) {
            asked.countDown();
            // A close that does not wait comes while this does.
            try {
                closing.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(closed).isFalse();
            weights.putAll(Plans.byName(wanted));
            return Map.of();
        }

        @Override
        public void close() {
            closed = true;
            closing.countDown();
        }
    }

    private static Plan plan() {
        return Plans.ofWeights(
                "redistribute",
                "web",
                "be_web",
                CLOCK.millis(),
                0.9,
                0.5,
                List.of(),
                List.of(GOAL),
                Map.of("lb-1", BEFORE),
                List.of(),
                "from a to b");
    }

    @Test
    void anInterruptionTakesNothingFromTheActUnderWay(@TempDir Path dir) throws Exception {
        SlowControl control = new SlowControl();
        Journal journal = Journal.open(dir.resolve("journal.db"));
        Desk desk =
                new Desk(
                        new DeskSettings(
                                "",
                                Duration.ofSeconds(1),
                                List.of(WEB),
                                List.of(),
                                DefaultRules.rules(),
                                ReliefSettings.NONE,
                                null,
                                "t",
                                false),
                        List.of(),
                        new Actuator(Map.of("lb-1", control), journal, CLOCK, "t"),
                        journal,
                        CLOCK);
        Deque<AutoCloseable> open = new ArrayDeque<>();
        open.push(journal);
        open.push(control);
        open.push(desk);
        CompletableFuture<Reply> reply =
                desk.send(new Command.Apply(plan(), "ops-1", "a hot server", false));
        control.asked.await();

        Thread.currentThread().interrupt();
        Closing.all(open);

        assertThat(Thread.interrupted()).as("kept for the caller").isTrue();
        assertThat(control.closed).isTrue();
        var result = reply.join().result();
        assertThat(result == null ? null : result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(control.weights).isEqualTo(GOAL);
        try (Journal again = Journal.open(dir.resolve("journal.db"))) {
            assertThat(new Actuator(Map.of(), again, CLOCK, "t").allLeases())
                    .singleElement()
                    .satisfies(l -> assertThat(l.state().word()).isEqualTo("active"));
        }
    }

    @Test
    void onePartThatFailsKeepsNoOtherOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        Deque<AutoCloseable> open = new ArrayDeque<>();
        open.push(() -> closed.set(true));
        open.push(() -> {
            throw new IllegalStateException("a part's own trouble");
        });
        Closing.all(open);
        assertThat(closed).isTrue();
    }
}
