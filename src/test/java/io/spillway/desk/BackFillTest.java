package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Series;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.source.PastSource;
import io.spillway.source.PastSource.Question;
import io.spillway.source.SourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is asked of a source that remembers, and what is made of its answers. The source is
/// scripted.
class BackFillTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long NOW = 1_795_000_000_123L;

    private final History history = new History(1_000);
    private final List<Question> asked = new ArrayList<>();
    private boolean labelled = true;
    private int mostPoints = Question.MOST_POINTS;

    private static Pool pool(String name, String backend) {
        return new Pool(
                name,
                backend,
                0.9,
                1,
                List.of("lb-" + name),
                new Match(Match.By.ADDRESS, "instance", ""));
    }

    private static Roster roster(List<Pool> pools, int servers) {
        return Roster.of(pools, pools.stream().map(p -> balancer(p, servers)).toList());
    }

    /// Each pool has a balancer of its own.
    private static BalancerState balancer(Pool pool, int servers) {
        List<Slot> slots = IntStream.range(0, servers).mapToObj(i -> slot(pool, i)).toList();
        return new BalancerState("lb-" + pool.name(), "2.6", 1, 1, NOW, slots);
    }

    private static String address(Pool pool, int i) {
        return "10." + pool.name().length() + "." + i / 250 + "." + i % 250 + ":80";
    }

    private static Slot slot(Pool pool, int i) {
        return new Slot(
                pool.backend(),
                pool.name() + i,
                address(pool, i),
                100,
                100,
                AdminState.READY,
                OperState.UP);
    }

    /// Gives 10 requests a second to every server, and CPU 0.1, 0.2, … within a pool; nothing at
    /// the first point of an answer.
    private PastSource source(List<Pool> pools, int servers) {
        return new PastSource() {
            @Override
            public String name() {
                return "metrics";
            }

            @Override
            public void past(Question question, Sink sink) throws SourceException {
                asked.add(question);
                if (question.points() > mostPoints) {
                    throw new SourceException("too many samples");
                }
                float[] values = new float[question.points()];
                for (Pool pool : pools) {
                    for (int i = 0; i < (question.summed() ? 1 : servers); i++) {
                        float each = question.summed() ? 10 * servers : 10;
                        float value = question.metric() == Metric.CPU ? (i + 1) / 10f : each;
                        Arrays.fill(values, value);
                        values[0] = Float.NaN;
                        sink.take(labels(pool, i, question), values);
                    }
                }
                if (question.summed()) {
                    sink.take(Map.of("proxy", "be_other"), values);
                }
            }
        };
    }

    private Map<String, String> labels(Pool pool, int i, Question question) {
        if (question.summed()) {
            return labelled ? Map.of("proxy", pool.backend()) : Map.of();
        }
        return Map.of("instance", address(pool, i).replace(":80", ":9100"));
    }

    private void run(List<Pool> pools, int servers, BitSet known) throws SourceException {
        new BackFill(
                        source(pools, servers),
                        roster(pools, servers),
                        pools,
                        history.aggregates()::fill)
                .run(NOW, known);
    }

    private Series load(String pool, Resolution resolution) {
        return history.aggregates()
                .series(new Subject(pool), Metric.REQUESTS, Statistic.SUM, resolution);
    }

    @Test
    void sumsAndPercentilesOfPoolsAndFleetAreLearnt() throws Exception {
        run(List.of(pool("web", "be_web"), pool("db", "be_db")), 4, new BitSet());
        assertThat(load("web", Resolution.MINUTE).times()).hasSizeBetween(40_300, 40_320);
        assertThat(load("web", Resolution.MINUTE).known()).isBetween(40_300, 40_319);
        load("db", Resolution.MINUTE).forEach((t, v) -> assertThat(v).isEqualTo(40));
        load("", Resolution.MINUTE).forEach((t, v) -> assertThat(v).isEqualTo(80));
        assertThat(load("", Resolution.MINUTE).times()).endsWith(NOW / MINUTE * MINUTE);
        Series median =
                history.aggregates()
                        .series(
                                new Subject("db"),
                                Metric.CPU,
                                Statistic.MEDIAN,
                                Resolution.TEN_SECONDS);
        assertThat(median.known()).isBetween(8_600, 8_640);
        median.forEach((t, v) -> assertThat(v).isEqualTo(0.2f));
        assertThat(history.day().cpuMax()).contains(0.4f).doesNotContain(0.3f);
        assertThat(history.window().times()).endsWith(NOW / 10_000 * 10_000);
        assertThat(asked).allMatch(q -> q.points() <= Question.MOST_POINTS);
        assertThat(asked).hasSizeLessThan(12);
    }

    @Test
    void aSourceThatCannotTellBackendsIsAskedForServers() throws Exception {
        labelled = false;
        run(List.of(pool("web", "be_web")), 4, new BitSet());
        load("web", Resolution.MINUTE).forEach((t, v) -> assertThat(v).isEqualTo(40));
        assertThat(asked.stream().filter(Question::summed)).hasSize(1);
    }

    @Test
    void poolsWithTheSameBackendAreToldApartByTheirServers() throws Exception {
        run(List.of(pool("web", "be"), pool("db", "be")), 3, new BitSet());
        load("web", Resolution.MINUTE).forEach((t, v) -> assertThat(v).isEqualTo(30));
        load("", Resolution.MINUTE).forEach((t, v) -> assertThat(v).isEqualTo(60));
    }

    @Test
    void hoursThatAreKnownAreNotAskedFor() throws Exception {
        BitSet known = new BitSet();
        known.set((int) (NOW / HOUR) - 600, (int) (NOW / HOUR) - 1);
        run(List.of(pool("web", "be_web")), 2, known);
        List<Question> month = asked.stream().filter(q -> q.step() == MINUTE).toList();
        assertThat(month).hasSize(2);
        assertThat(month.getFirst().points()).isBetween(60, 121);
        assertThat(month.getLast().points()).isBetween(71 * 60, 73 * 60);
    }

    @Test
    void aQuestionThatIsTooLargeIsAskedByHalves() throws Exception {
        mostPoints = 3_000;
        run(List.of(pool("web", "be_web")), 2, new BitSet());
        assertThat(load("web", Resolution.MINUTE).known()).isGreaterThan(40_000);
        mostPoints = 0;
        assertThatThrownBy(() -> run(List.of(pool("web", "be_web")), 2, new BitSet()))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void aLargeFleetIsAskedInPiecesThatAnEngineCanHold() throws Exception {
        run(List.of(pool("web", "be_web")), 5_000, new BitSet());
        for (Question q : asked) {
            long held = q.points() * 5_000L;
            assertThat(held).isLessThanOrEqualTo(q.summed() ? 2_000_000 : 1_000_000);
        }
        assertThat(load("web", Resolution.MINUTE).known()).isGreaterThan(39_000);
        assertThat(history.day().times()).hasSizeGreaterThan(2_800);
        Stream<Question> cpu = asked.stream().filter(q -> q.metric() == Metric.CPU);
        assertThat(cpu.mapToLong(Question::points).sum() * 5_000).isLessThan(6_000_000);
    }
}
