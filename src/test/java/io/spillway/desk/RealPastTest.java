package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.history.Aggregates;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Series;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.source.prometheus.PrometheusSettings;
import io.spillway.source.prometheus.PrometheusSource;
import io.spillway.testing.PastBlocks;
import io.spillway.testing.RealProcess;
import io.spillway.testing.RealPrometheus;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/// 28 days of requests, written into a real Prometheus by its own tool, come back.
class RealPastTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1_440 * MINUTE;

    private static final LongToDoubleFunction WAVE =
            t -> 100 + 50 * Math.sin(2 * Math.PI * t / DAY);

    private static Pool pool(String name) {
        Match match = new Match(Match.By.LABEL, "server", "");
        return new Pool(name, "be_" + name, 0.9, 1, List.of("lb-1"), match);
    }

    private static Slot slot(String pool, String server) {
        AdminState ready = AdminState.READY;
        return new Slot("be_" + pool, server, "", 100, 100, ready, OperState.UP);
    }

    @Test
    void twentyEightDaysComeBackWithTheirGaps() throws Exception {
        long now = InstantSource.system().millis() / MINUTE * MINUTE;
        LongToDoubleFunction twice = t -> 2 * WAVE.applyAsDouble(t);
        long gap = now - 9 * DAY;
        Path folder = RealProcess.newFolder("past");
        PastBlocks.write(
                folder,
                Map.of("be_web/a", WAVE, "be_web/b", twice, "be_db/c", WAVE),
                now - 5_000,
                30,
                MINUTE,
                t -> t < gap || t > gap + 3 * 60 * MINUTE);
        List<Pool> pools = List.of(pool("web"), pool("db"));
        List<Slot> slots = List.of(slot("web", "a"), slot("web", "b"), slot("db", "c"));
        BalancerState balancer = new BalancerState("lb-1", "2.6", 1, 1, now, slots);
        String config = RealPrometheus.config("1s");
        try (var prometheus =
                        RealPrometheus.start(folder, config, "--storage.tsdb.retention.time=40d");
                var clients = new HttpClients();
                var source = new PrometheusSource(settings(prometheus.url()), clients)) {
            History history = new History(1_000);
            List<Integer> merges = new ArrayList<>();
            long begin = System.nanoTime();
            new BackFill(
                            source,
                            Roster.of(pools, List.of(balancer)),
                            pools,
                            fills -> {
                                merges.add(fills.size());
                                history.aggregates().fill(fills);
                            })
                    .run(now, new BitSet());
            long millis = (System.nanoTime() - begin) / 1_000_000;
            assertThat(millis).as("milliseconds").isLessThan(60_000);
            Aggregates all = history.aggregates();
            Series fleet = load(all, Subject.FLEET, Resolution.MINUTE);
            assertThat(fleet.times()).hasSizeBetween(40_310, 40_320);
            assertThat(fleet.known()).isBetween(40_120, 40_145);
            assertThat(
                            all.known(
                                    Subject.FLEET,
                                    Metric.REQUESTS,
                                    Statistic.SUM,
                                    Resolution.MINUTE,
                                    gap + 3 * MINUTE,
                                    gap + 178 * MINUTE))
                    .isZero();
            assertWave(load(all, new Subject("web"), Resolution.MINUTE), 3, gap);
            assertWave(fleet, 4, gap);
            assertThat(load(all, Subject.FLEET, Resolution.TEN_SECONDS).known())
                    .isBetween(8_600, 8_640);
            assertThat(history.window().times()).hasSizeBetween(350, 360);
            assertThat(history.day().times()).hasSizeBetween(2_870, 2_880);
            assertThat(merges).as("few, because each is learnt from").hasSizeLessThan(12);
        }
    }

    /// At the edges of a gap, and of it all, a rate is guessed from what is inside.
    private static void assertWave(Series series, int servers, long gap) {
        series.forEach((t, v) -> {
            boolean edge =
                    Math.abs(t - gap) < 200 * MINUTE || t > series.times()[0] + 40_310 * MINUTE;
            if (!edge) {
                double expected = servers * WAVE.applyAsDouble(t - MINUTE);
                assertThat((double) v).isCloseTo(expected, within(0.02 * expected));
            }
        });
    }

    private static Series load(Aggregates all, Subject subject, Resolution resolution) {
        return all.series(subject, Metric.REQUESTS, Statistic.SUM, resolution);
    }

    private static PrometheusSettings settings(String url) {
        HttpAccess access = new HttpAccess(Login.none(), null, Duration.ofSeconds(2));
        return new PrometheusSettings("metrics", URI.create(url), access, false, Map.of());
    }
}
