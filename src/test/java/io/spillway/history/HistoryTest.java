package io.spillway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long SECOND = 1_000;

    /// Random ticks of a fleet whose servers come and go, some missed, some repeated.
    @Property(tries = 200)
    void agreesWithANaiveHistory(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int ticks) {
        var random = new java.util.Random(seed);
        long interval = 60 * SECOND; // a tail of 15 ticks, so that it wraps
        var history = new History(interval);
        var naive = new NaiveHistory(interval);
        long time = 1_000_000;
        for (int i = 0; i < ticks; i++) {
            FleetState state = Fleets.random(random, time);
            history.add(state);
            naive.add(state);
            time += random.nextInt(8) == 0 ? interval * random.nextInt(5) : interval;
        }
        assertSame(history.window(), naive.window());
        for (Metric metric : Metric.values()) {
            for (String server : Fleets.NAMES) {
                long since = time - interval * random.nextInt(20);
                String pool = Fleets.pool(server);
                assertThat(new float[] {history.mean(metric, pool, server, since)})
                        .containsExactly(naive.mean(metric, pool, server, since));
                assertThat(known(history.tail(metric, pool, server).values()))
                        .containsExactly(known(naive.tail(metric, server)));
            }
        }
    }

    @Test
    void keepsTheLast3600Ticks() {
        var history = new History(SECOND);
        var naive = new NaiveHistory(SECOND);
        var random = new java.util.Random(7);
        for (int i = 0; i < History.TICKS + 500; i++) {
            FleetState state = Fleets.random(random, (i + 1) * SECOND);
            history.add(state);
            naive.add(state);
        }
        assertThat(history.window().times()).hasSize(History.TICKS);
        assertSame(history.window(), naive.window());
    }

    @Test
    void knowsNothingAtFirst() {
        var history = new History(SECOND);
        assertThat(history.window().times()).isEmpty();
        assertThat(history.window().outliers()).isEmpty();
        assertThat(history.mean(Metric.CPU, "web", "a", 0)).isNaN();
    }

    @Test
    void aMissedTickIsAGapAndNothingElse() {
        var history = new History(SECOND);
        history.add(Fleets.of(1_000, 0.5f));
        history.add(Fleets.of(2_400, 0.5f));
        history.add(Fleets.of(9_000, 0.7f));
        assertThat(history.window().times()).containsExactly(1_000, 2_400, 3_400, 9_000);
        assertThat(history.window().cpuMax()).containsExactly(0.5f, 0.5f, Float.NaN, 0.7f);
        assertThat(history.window().requests()[2]).isNaN();
        assertThat(history.window().outliers().getFirst().cpu()[2]).isNaN();
    }

    @Test
    void onlyLiveValuesCount() {
        var history = new History(SECOND);
        FleetState state = Fleets.of(1_000, 0.2f, 0.9f);
        state.quality()[Metric.CPU.ordinal()][1] = (byte) Quality.OLD.ordinal();
        state.quality()[Metric.REQUESTS.ordinal()][0] = (byte) Quality.BLIND.ordinal();
        history.add(state);
        assertThat(history.window().cpuMax()).containsExactly(0.2f);
        assertThat(history.window().requests()).containsExactly(90f);
        assertThat(history.window().outliers()).hasSize(1);
        assertThat(history.mean(Metric.CPU, "web", "b", 0)).isNaN();
    }

    @Test
    void theHottestThreeNowAreNamedHottestFirst() {
        var history = new History(SECOND);
        history.add(Fleets.of(1_000, 0.9f, 0.8f, 0.7f, 0.1f));
        history.add(Fleets.of(2_000, 0.1f, 0.8f, 0.7f, 0.9f));
        List<Window.Trace> outliers = history.window().outliers();
        assertThat(outliers).extracting(Window.Trace::server).containsExactly("d", "b", "c");
        assertThat(outliers.getFirst().cpu()).containsExactly(0.1f, 0.9f);
    }

    @Test
    void namesStayWhileOthersAreOnlyALittleHotter() {
        var history = new History(SECOND);
        history.add(Fleets.of(1_000, 0.9f, 0.8f, 0.70f, 0.69f));
        history.add(Fleets.of(2_000, 0.9f, 0.8f, 0.70f, 0.72f));
        assertThat(history.window().outliers())
                .extracting(Window.Trace::server)
                .containsExactly("a", "b", "c");
        history.add(Fleets.of(3_000, 0.9f, 0.8f, 0.70f, 0.74f));
        assertThat(history.window().outliers())
                .extracting(Window.Trace::server)
                .containsExactly("a", "b", "d");
    }

    @Test
    void seatsOfServersThatLeftAreUsedAgain() {
        var tails = new Tails(10);
        for (int tick = 0; tick < 1_000; tick++) {
            List<Server> servers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                servers.add(new Server("web", "s" + (tick + i), ""));
            }
            tails.add(Fleets.columns(tick, servers));
        }
        assertThat(tails.size()).isLessThanOrEqualTo(16);
    }

    @Test
    void refusesWhatItDoesNotKeep() {
        Aggregates all = new History(SECOND).aggregates();
        assertThatThrownBy(() ->
                        all.series(Subject.FLEET, Metric.QUEUE, Statistic.MAX, Resolution.MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QUEUE");
        assertThatThrownBy(() ->
                        all.series(Subject.FLEET, Metric.CPU, Statistic.SUM, Resolution.MINUTE))
                .hasMessageContaining("SUM of CPU");
        assertThatThrownBy(() -> new History(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// A server that was not seen lately has no tail, or one that knows nothing.
    private static float[] known(float[] tail) {
        for (float value : tail) {
            if (!Float.isNaN(value)) {
                return tail;
            }
        }
        return new float[0];
    }

    private static void assertSame(Window actual, Window expected) {
        assertThat(actual.times()).isEqualTo(expected.times());
        assertThat(actual.requests()).isEqualTo(expected.requests());
        assertThat(actual.cpuLow()).isEqualTo(expected.cpuLow());
        assertThat(actual.cpuMedian()).isEqualTo(expected.cpuMedian());
        assertThat(actual.cpuHigh()).isEqualTo(expected.cpuHigh());
        assertThat(actual.cpuMax()).isEqualTo(expected.cpuMax());
        assertThat(actual.outliers()).hasSameSizeAs(expected.outliers());
        for (int i = 0; i < actual.outliers().size(); i++) {
            assertThat(actual.outliers().get(i).server())
                    .isEqualTo(expected.outliers().get(i).server());
            assertThat(actual.outliers().get(i).cpu()).isEqualTo(expected.outliers().get(i).cpu());
        }
    }
}
