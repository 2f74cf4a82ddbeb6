package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScrapingTest {
    private static final Map<String, Long> INTERVALS = Map.of("node", 15_000L, "haproxy", 1000L);

    @Test
    void eachMetricHasTheWindowOfItsOwnJobs() {
        Scraping scraping =
                new Scraping(
                        INTERVALS,
                        Map.of(Metric.CPU, Set.of("node"), Metric.REQUESTS, Set.of("haproxy")));
        assertThat(scraping.window(Metric.CPU)).isEqualTo(60_000);
        assertThat(scraping.window(Metric.REQUESTS)).isEqualTo(5000);
        assertThat(scraping.window(Metric.QUEUE)).as("any job").isEqualTo(60_000);
        assertThat(new Scraping(Map.of(), Map.of()).interval(Metric.CPU)).isEqualTo(15_000);
    }

    @Test
    void aLessonThatFailsForgetsNothing() {
        Scraping known = new Scraping(INTERVALS, Map.of(Metric.CPU, Set.of("node")));
        Scraping failed = new Scraping(Map.of(), Map.of(Metric.CPU, Set.of()));
        assertThat(failed.orElse(known)).isEqualTo(known);
        Scraping newer =
                new Scraping(Map.of("node", 1000L), Map.of(Metric.CPU, Set.of("node", "vm")));
        assertThat(newer.orElse(known)).isEqualTo(newer);
    }

    @Test
    void durationsAreReadAsPrometheusWritesThem() {
        assertThat(Durations.parse("15s")).isEqualTo(15_000);
        assertThat(Durations.parse("1m30s")).isEqualTo(90_000);
        assertThat(Durations.parse("500ms")).isEqualTo(500);
        assertThat(Durations.parse("1d")).isEqualTo(86_400_000);
        assertThat(Durations.parse("")).isZero();
        assertThat(Durations.parse("15")).isZero();
        assertThat(Durations.parse("x15s")).isZero();
        assertThat(Durations.parse("15sx")).isZero();
    }

    @Property
    void aDurationSurvivesItsText(@ForAll @LongRange(min = 1, max = 1L << 40) long millis) {
        assertThat(Durations.parse(Durations.format(millis))).isEqualTo(millis);
    }
}
