package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.fleet.Metric;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Aggregates;
import io.spillway.history.Resolution;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.journal.Journal;
import io.spillway.source.MetricSource;
import io.spillway.source.PastSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The past of a desk over its restarts, and while its source is slow to tell. Fleet and clock are
/// scripted, files are real.
class PastTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir Path dir;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final ScriptedFleet fleet = new ScriptedFleet();
    private final CountDownLatch release = new CountDownLatch(1);
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.open(dir.resolve("journal.db"));
        desk = desk(fleet.engine());
    }

    @AfterEach
    void close() {
        release.countDown();
        desk.close();
        journal.close();
    }

    private Desk desk(MetricSource engine) {
        return new Desk(
                new DeskSettings(
                        "test",
                        Duration.ofSeconds(1),
                        List.of(ScriptedFleet.WEB),
                        List.of(),
                        DefaultRules.rules(),
                        ReliefSettings.NONE,
                        null,
                        "t",
                        true),
                List.of(engine, fleet.balancer()),
                new Actuator(Map.of("lb-1", fleet.control()), journal, clock, "t"),
                journal,
                AlarmMeans.none(),
                clock,
                saved());
    }

    private Path saved() {
        return dir.resolve("history");
    }

    private Picture ticks(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now.updateAndGet(t -> t.plusSeconds(1));
            desk.step();
        }
        return desk.picture();
    }

    private void restart(Duration pause) {
        desk.close();
        now.updateAndGet(t -> t.plus(pause));
        desk = desk(fleet.engine());
    }

    private List<Path> files(String pattern) throws Exception {
        try (Stream<Path> files = Files.list(saved())) {
            return files.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
        }
    }

    @Test
    void aRestartForgetsNothingThatWasSaved() throws Exception {
        Picture before = ticks(310);
        restart(Duration.ofMinutes(2));
        Picture after = desk.picture();
        assertThat(after.day().times()).isEqualTo(before.day().times());
        assertThat(after.day().requests()).isEqualTo(before.day().requests()).contains(100);
        assertThat(after.day().cpuMax()).isEqualTo(before.day().cpuMax());
        assertThat(after.window().times()).hasSizeBetween(29, 31);
        assertThat(ticks(70).day().requests()).endsWith(100).contains(Float.NaN);
        assertThat(desk.picture().notices()).isEmpty();
        assertThat(files(".*[.]new")).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAsideWithASentence() throws Exception {
        ticks(310);
        desk.close();
        Path minutes = files("minutes-.*[.]past").getFirst();
        byte[] bytes = Files.readAllBytes(minutes);
        bytes[bytes.length / 2] ^= 4;
        Files.write(minutes, bytes);
        Path tens = files("tens-.*[.]past").getFirst();
        Files.write(tens, Arrays.copyOf(Files.readAllBytes(tens), 1_000));
        desk = desk(fleet.engine());
        assertThat(desk.picture().notices())
                .hasSize(2)
                .anyMatch(n -> n.contains(minutes.toString()) && n.contains("checksum"))
                .anyMatch(n -> n.contains(tens.toString()) && n.contains("breaks off"))
                .allMatch(n -> n.contains("was set aside"));
        assertThat(files(".*[.]damaged")).hasSize(2);
        assertThat(desk.picture().day().times()).isEmpty();
        assertThat(ticks(70).day().times()).isNotEmpty();
        restart(Duration.ZERO);
        assertThat(desk.picture().notices()).isEmpty();
    }

    @Test
    void aFileOfAnotherVersionIsSetAside() throws Exception {
        ticks(310);
        desk.close();
        Path minutes = files("minutes-.*[.]past").getFirst();
        byte[] bytes = Files.readAllBytes(minutes);
        bytes[7] = 9;
        Files.write(minutes, bytes);
        desk = desk(fleet.engine());
        assertThat(desk.picture().notices()).hasSize(1).first().asString().contains("version 9");
        assertThat(desk.picture().day().times()).as("the rest is read").isNotEmpty();
    }

    @Test
    void whatLiesInTheFutureOrTooFarBackIsNotRead() {
        ticks(310);
        restart(Duration.ofDays(-2));
        assertThat(desk.picture().day().times()).isEmpty();
        ticks(5);
        restart(Duration.ofDays(40));
        assertThat(desk.picture().day().times()).isEmpty();
        assertThat(ticks(70).day().times()).isNotEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws Exception {
        desk.close();
        Files.writeString(saved(), "not a folder");
        desk = desk(fleet.engine());
        assertThat(ticks(70).day().times()).isNotEmpty();
        desk.close();
    }

    /// A metrics engine that also remembers: 7 requests a second, but only once it is let.
    private final class Remembering implements MetricSource, PastSource {
        private final MetricSource polls = fleet.engine();

        @Override
        public String name() {
            return polls.name();
        }

        @Override
        public String kind() {
            return polls.kind();
        }

        @Override
        public SourceReport poll(Instant time) throws SourceException {
            return polls.poll(time);
        }

        @Override
        public void past(Question question, Sink sink) throws SourceException {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SourceException("interrupted", e);
            }
            if (question.summed()) {
                float[] values = new float[question.points()];
                Arrays.fill(values, 7);
                sink.take(Map.of("proxy", "be_web"), values);
            }
        }

        @Override
        public void close() {
            polls.close();
        }
    }

    @Test
    void ticksGoOnWhileThePastIsLearnt() {
        desk.close();
        desk = desk(new Remembering());
        desk.start(() -> now.updateAndGet(t -> t.plusSeconds(1)));
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.picture().tick() >= 6);
        assertThat(desk.picture().day().times()).hasSizeLessThan(2);
        assertThat(desk.picture().sources()).allMatch(SourceHealth::ok);
        release.countDown();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.picture().day().times().length > 2_870);
        assertThat(desk.picture().day().requests()).startsWith(7);
        assertThat(desk.picture().window().requests()).startsWith(7).endsWith(100);
    }

    @Test
    void closingDoesNotWaitForASlowSource() {
        desk.close();
        desk = desk(new Remembering());
        desk.start(() -> now.updateAndGet(t -> t.plusSeconds(1)));
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.picture().tick() >= 5);
        long begin = System.nanoTime();
        desk.close();
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(8).toNanos());
    }

    @Test
    void whatIsLearntIsSavedToo() throws Exception {
        release.countDown();
        desk.close();
        desk = desk(new Remembering());
        ticks(6);
        assertThat(desk.picture().day().times()).hasSizeGreaterThan(2_870);
        restart(Duration.ofSeconds(5));
        assertThat(files("minutes-.*")).hasSize(29);
        assertThat(desk.picture().day().requests()).startsWith(7);
        Aggregates all = desk.past().history().aggregates();
        assertThat(
                        all.series(Subject.FLEET, Metric.REQUESTS, Statistic.SUM, Resolution.MINUTE)
                                .known())
                .isGreaterThan(40_310);
    }
}
