package io.spillway.source.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long T = 1_800_000_000_000L;

    private final Meter meter = new Meter();

    private static StatRow server(String name, long inFlight, long answers, long errors) {
        return new StatRow(
                "be", name, "", 2, true, "UP", 100, 100, inFlight, 0, answers, errors, 40, 0, 100,
                "", "");
    }

    private static StatRow backend(long queue) {
        return new StatRow(
                "be", "BACKEND", "", 1, true, "UP", 200, 200, 0, queue, 0, 0, 40, 0, 100, "", "");
    }

    private static Optional<Sample> find(List<Sample> samples, Metric metric, String server) {
        var labels = Map.of("proxy", "be", "server", server);
        return samples.stream()
                .filter(s -> s.metric() == metric && s.labels().equals(labels))
                .findFirst();
    }

    private static float value(List<Sample> samples, Metric metric, String server) {
        return find(samples, metric, server).orElseThrow().value();
    }

    @Test
    void ratesAreTakenOverTheTimeBetweenTwoPolls() {
        meter.read(List.of(server("s1", 3, 1000, 10)), T, T);
        var samples = meter.read(List.of(server("s1", 4, 1300, 40)), T + 2000, T + 2000);
        assertThat(value(samples, Metric.REQUESTS, "s1")).isEqualTo(150);
        assertThat(value(samples, Metric.ERRORS, "s1")).isEqualTo(0.1f);
        assertThat(value(samples, Metric.LATENCY, "s1")).isEqualTo(0.04f);
        assertThat(value(samples, Metric.IN_FLIGHT, "s1")).isEqualTo(4);
        assertThat(samples)
                .allMatch(s -> s.time() == T + 2000 && s.interval() == 2000)
                .allMatch(s -> s.quality() == Quality.LIVE);
    }

    @Test
    void theFirstPollHasNoRates() {
        var samples = meter.read(List.of(server("s1", 3, 1000, 10)), T, T);
        assertThat(samples)
                .extracting(Sample::metric)
                .containsExactlyInAnyOrder(Metric.IN_FLIGHT, Metric.QUEUE);
    }

    @Test
    void anIdleServerHasNoErrorsAndNoLatency() {
        meter.read(List.of(server("s1", 0, 1000, 10)), T, T);
        var samples = meter.read(List.of(server("s1", 0, 1000, 10)), T + 1000, T + 1000);
        assertThat(value(samples, Metric.REQUESTS, "s1")).isZero();
        assertThat(find(samples, Metric.ERRORS, "s1")).isEmpty();
        assertThat(find(samples, Metric.LATENCY, "s1")).isEmpty();
    }

    @Test
    void countersThatWentBackGiveNoRateAndThenGoOn() {
        meter.read(List.of(server("s1", 0, 1000, 10)), T, T);
        assertThat(
                        find(
                                meter.read(List.of(server("s1", 0, 5, 0)), T + 1000, T + 1000),
                                Metric.REQUESTS,
                                "s1"))
                .isEmpty();
        var samples = meter.read(List.of(server("s1", 0, 15, 0)), T + 2000, T + 2000);
        assertThat(value(samples, Metric.REQUESTS, "s1")).isEqualTo(10);
    }

    @Test
    void anotherProcessGivesNoRateEvenIfItsCountersAreHigher() {
        meter.read(List.of(server("s1", 0, 1000, 10)), T, T);
        meter.reset();
        var samples = meter.read(List.of(server("s1", 0, 2000, 10)), T + 1000, T + 1000);
        assertThat(find(samples, Metric.REQUESTS, "s1")).isEmpty();
        assertThat(samples).allMatch(s -> s.interval() == 0);
    }

    @Test
    void aClockThatStandsOrGoesBackGivesNoRate() {
        meter.read(List.of(server("s1", 0, 1000, 10)), T, T);
        for (long time : new long[] {T, T - 5000}) {
            var samples = meter.read(List.of(server("s1", 0, 2000, 10)), time, time);
            assertThat(find(samples, Metric.REQUESTS, "s1")).isEmpty();
        }
        var samples = meter.read(List.of(server("s1", 0, 2100, 10)), T - 4000, T - 4000);
        assertThat(value(samples, Metric.REQUESTS, "s1")).isEqualTo(100);
    }

    @Test
    void theBackendsQueueIsSharedOutByWhatEachAnswered() {
        meter.read(List.of(server("s1", 0, 0, 0), server("s2", 0, 0, 0), backend(0)), T, T);
        var samples =
                meter.read(
                        List.of(server("s1", 0, 300, 0), server("s2", 0, 100, 0), backend(80)),
                        T + 1000,
                        T + 1000);
        assertThat(value(samples, Metric.QUEUE, "s1")).isEqualTo(60);
        assertThat(value(samples, Metric.QUEUE, "s2")).isEqualTo(20);
    }

    @Test
    void aBackendThatAnsweredNothingSharesItsQueueByWeightOfTheServersInService() {
        var down =
                new StatRow(
                        "be", "s2", "", 2, true, "DOWN", 100, 100, 0, 0, 0, 0, 0, 0, 100, "", "");
        var samples = meter.read(List.of(server("s1", 0, 0, 0), down, backend(7)), T, T);
        assertThat(value(samples, Metric.QUEUE, "s1")).isEqualTo(7);
        assertThat(value(samples, Metric.QUEUE, "s2")).isZero();
    }

    @Property(tries = 200)
    void nothingOfAQueueIsEverLost(
            @ForAll @LongRange(max = 100_000) long waiting,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5000) Integer> answered) {
        var fresh = new Meter();
        fresh.read(rows(answered, 0), T, T);
        List<StatRow> rows = new ArrayList<>(rows(answered, 1));
        rows.add(backend(waiting));
        double sum =
                fresh.read(rows, T + 1000, T + 1000).stream()
                        .filter(s -> s.metric() == Metric.QUEUE)
                        .mapToDouble(Sample::value)
                        .sum();
        assertThat(sum).isCloseTo((double) waiting, within(0.001 * waiting + 1e-6));
    }

    private static List<StatRow> rows(List<Integer> answered, int times) {
        return IntStream.range(0, answered.size())
                .mapToObj(i -> server("s" + i, 0, (long) answered.get(i) * times, 0))
                .toList();
    }
}
