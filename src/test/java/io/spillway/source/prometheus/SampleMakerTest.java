package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which series count as live, as down, as without a value, or as not there.
class SampleMakerTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final Map<String, String> A = Map.of("instance", "a:9100");
    private static final Map<String, String> B = Map.of("instance", "b:9100");
    private static final Map<String, String> S1 = Map.of("proxy", "be", "server", "s1");
    private final SampleMaker maker = new SampleMaker();
    private final EngineClock clock = new EngineClock();

    @Test
    void whatIsDownIsSaidOfTheSeriesThatWentWithIt() {
        assertThat(cpu(NOW, up(A, 1, B, 1), A, B)).containsExactly("a LIVE", "b LIVE");
        assertThat(cpu(NOW + 1000, up(A, 1, B, 0), A)).containsExactly("a LIVE", "b TARGET_DOWN");
        assertThat(cpu(NOW + 2000, up(A, 1, B, 1), A)).as("not down, only absent").hasSize(1);
        assertThat(cpu(NOW + 3000, up(A, 1, B, 1), A, B)).containsExactly("a LIVE", "b LIVE");
    }

    @Test
    void whatIsDownFromTheStartIsNamedByItsOwnLabels() {
        assertThat(cpu(NOW, up(A, 1, B, 0), A)).containsExactly("a LIVE", "b TARGET_DOWN");
    }

    @Test
    void aValueWithoutASampleTimeIsNoValue() {
        List<Sample> samples = make(Metric.CPU, NOW, List.of(value(A, 0.5)), List.of(), up(A, 1));
        assertThat(samples).isEmpty();
    }

    @Test
    void sharesALittleOutsideAreMovedAndOtherUnitsRefused() {
        List<Series> times = List.of(value(A, NOW / 1000.0));
        for (double[] pair : new double[][] {{-0.02, 0}, {1.03, 1}, {0.4, 0.4}}) {
            var made = make(Metric.CPU, NOW, List.of(value(A, pair[0])), times, up(A, 1));
            assertThat(made.getFirst().value()).isEqualTo((float) pair[1]);
            assertThat(maker.outOfRange()).isFalse();
        }
        var percent = make(Metric.CPU, NOW, List.of(value(A, 35)), times, up(A, 1));
        assertThat(percent.getFirst().quality()).isEqualTo(Quality.INVALID);
        assertThat(maker.outOfRange()).isTrue();
        var large = make(Metric.REQUESTS, NOW, List.of(value(A, 1e300)), times, up(A, 1));
        assertThat(large.getFirst().quality()).as("too large").isEqualTo(Quality.INVALID);
    }

    @Test
    void aSumThatLacksOneOfTwoBalancersIsSaidToBeLess() {
        List<Series> times = List.of(value(S1, NOW / 1000.0));
        List<Series> values = List.of(value(S1, 7));
        assertThat(make(Metric.REQUESTS, NOW, values, times, up(A, 1, B, 0)))
                .extracting(Sample::quality)
                .containsExactly(Quality.LIVE);
        assertThat(maker.silentlyLess()).isTrue();
        var all = make(Metric.REQUESTS, NOW + 1000, List.of(), List.of(), up(A, 0, B, 0));
        assertThat(all).extracting(Sample::quality).containsExactly(Quality.TARGET_DOWN);
        assertThat(maker.silentlyLess()).isFalse();
    }

    @Test
    void targetsOfOtherJobsDoNotCount() {
        List<Series> times = List.of(value(A, NOW / 1000.0));
        List<Series> up = new ArrayList<>();
        up.add(target(A, "node", 1));
        up.add(target(Map.of("instance", "a:8080"), "app", 0));
        var targets = new UpTargets(up, List.of(), Set.of("node"));
        assertThat(make(Metric.CPU, NOW, List.of(value(A, 0.5)), times, targets)).hasSize(1);
    }

    @Test
    void withoutAQueryForTimesTheTargetsScrapeCounts() {
        List<Series> up = List.of(target(A, "node", 1), target(B, "node", 1));
        List<Series> sampled =
                List.of(target(A, "node", NOW / 1000.0 - 2), target(B, "node", NOW / 1000.0 - 1));
        var targets = new UpTargets(up, sampled, Set.of("node"));
        var answers =
                new MetricAnswers(
                        Metric.CPU,
                        List.of(value(A, 0.5), value(Map.of("zone", "z"), 0.5)),
                        null,
                        targets,
                        1000);
        assertThat(maker.make(answers, clock, NOW))
                .extracting(s -> NOW - s.time())
                .as("its own instance, else the newest")
                .containsExactly(2000L, 1000L);
    }

    @SafeVarargs
    private List<String> cpu(long now, UpTargets up, Map<String, String>... present) {
        List<Series> values = new ArrayList<>();
        List<Series> times = new ArrayList<>();
        for (Map<String, String> labels : present) {
            values.add(value(labels, 0.5));
            times.add(value(labels, now / 1000.0));
        }
        return make(Metric.CPU, now, values, times, up).stream()
                .map(s -> s.labels().getOrDefault("instance", "").charAt(0) + " " + s.quality())
                .toList();
    }

    private List<Sample> make(
            Metric metric, long now, List<Series> values, List<Series> times, UpTargets up) {
        return maker.make(new MetricAnswers(metric, values, times, up, 1000), clock, now);
    }

    private static UpTargets up(Object... labelsAndValues) {
        List<Series> up = new ArrayList<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            @SuppressWarnings("unchecked")
            var labels = (Map<String, String>) labelsAndValues[i];
            up.add(target(labels, "node", (int) labelsAndValues[i + 1]));
        }
        return new UpTargets(up, List.of(), Set.of("node"));
    }

    private static Series target(Map<String, String> labels, String job, double value) {
        return value(Map.of("instance", labels.getOrDefault("instance", ""), "job", job), value);
    }

    private static Series value(Map<String, String> labels, double value) {
        return new Series(labels, NOW, value);
    }
}
