package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {
    @Test
    void findsTheSeriesThatAnExpressionReads() {
        assertThat(
                        Selectors.in(
                                "1 - avg by (instance) (rate(node_cpu_seconds_total"
                                        + "{mode=\"idle\"}[{{window}}]))"))
                .containsExactly("instance", "node_cpu_seconds_total{mode=\"idle\"}");
        assertThat(Selectors.in("rate(a:b_total[5m] offset 1w) / on() group_left() (c > 0.5e3)"))
                .containsExactly("a:b_total", "c");
        assertThat(Selectors.in("{__name__=~\"x|y\",z=\"}\"} or `text`")).hasSize(1);
        assertThat(Selectors.in("a{b=\"\\\"}\", c='}'} + a")).contains("a").hasSize(2);
    }

    @Test
    void plainIsOneSelectorAndNothingElse() {
        assertThat(Selectors.isPlain(" up ")).isTrue();
        assertThat(Selectors.isPlain("up{job=\"a b\"}")).isTrue();
        assertThat(Selectors.isPlain("up {job=\"a\"}")).isTrue();
        assertThat(Selectors.isPlain("up * 2")).isFalse();
        assertThat(Selectors.isPlain("rate(up[5m])")).isFalse();
        assertThat(Selectors.isPlain("5")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "a{", "a{b=\"", "\"", "\"\\", "[", "a[5m", "((", "'\\"})
    void brokenTextEndsTheScan(String text) {
        assertThat(Selectors.in(text).size()).isLessThanOrEqualTo(1);
    }

    @Test
    void plainSelectorsAreDatedByThemselves() {
        assertThat(resolve("up", "").time()).isEqualTo("timestamp(up)");
        assertThat(resolve("rate(x[{{window}}])", "").timeFromUp()).isTrue();
        assertThat(resolve("rate(x[{{window}}])", "t[{{window}}]"))
                .extracting(ResolvedQuery::value, ResolvedQuery::time)
                .isEqualTo(List.of("rate(x[4500ms])", "t[4500ms]"));
    }

    private static ResolvedQuery resolve(String query, String time) {
        return ResolvedQuery.of(Metric.CPU, new MetricQuery(query, time), 4500);
    }
}
