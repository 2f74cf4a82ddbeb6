package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Range queries: a computed past that runs into what has really happened.
class RangeTest {
    private static final String CPU =
            "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[30s]))";
    private static final String REQUESTS =
            "sum by (proxy, server) (rate(haproxy_server_http_responses_total[30s]))";
    private static final String ALL = "sum(rate(haproxy_server_http_responses_total[5m]))";

    @ParameterizedTest
    @EnumSource
    void thePastJoinsThePresentWithoutAStep(Scenario scenario) throws QueryException {
        Model model = new Model(PracticeOptions.of(scenario));
        for (int second = 1; second <= 50; second++) {
            model.step(model.start + second * 1000L);
        }
        QueryApi api = new QueryApi(model);

        assertSmooth(api.range(form(CPU, model.start - 60_000, model.start + 50_000, "1")), 0.05);
        QueryApi.Table rates =
                api.range(form(REQUESTS, model.start - 60_000, model.start + 50_000, "1"));
        assertThat(rates.values()).hasNumberOfRows(111);
        assertSmooth(rates, rates.values()[0][0] * 0.03);
    }

    @Test
    void twentyEightDaysFollowTheHoursAndTheWeek() throws QueryException {
        Model model = new Model(PracticeOptions.of(Scenario.CALM));
        QueryApi api = new QueryApi(model);
        long day = Duration.ofDays(1).toMillis();

        QueryApi.Table table = api.range(form(ALL, model.start - 28 * day, model.start, "1h"));

        assertThat(table.times()).hasSize(28 * 24 + 1);
        double now = table.values()[28 * 24][0];
        double lastNight = table.values()[28 * 24 - 11][0];
        double aWeekAgo = table.values()[21 * 24][0];
        double lastSunday = table.values()[25 * 24][0];
        assertThat(lastNight / now).isBetween(0.5, 0.85);
        assertThat(aWeekAgo / now).isBetween(0.9, 1.1);
        assertThat(lastSunday / now).isBetween(0.65, 0.9);
    }

    @Test
    void nothingIsKnownOfMoreThanTwentyEightDaysAgoOrOfTheFuture() throws QueryException {
        Model model = new Model(PracticeOptions.of(Scenario.CALM));
        QueryApi api = new QueryApi(model);
        long day = Duration.ofDays(1).toMillis();

        QueryApi.Table old = api.range(form(CPU, model.start - 29 * day, model.start, "1d"));
        assertThat(old.values()[0]).containsOnly(Double.NaN);
        assertThat(old.values()[1]).doesNotContain(Double.NaN);
        QueryApi.Table future = api.range(form(CPU, model.start, model.start + day, "1d"));
        assertThat(future.values()[1]).containsOnly(Double.NaN);
    }

    @Test
    void whatHappenedIsRememberedAndTheSamePastComesTwice() throws QueryException {
        Model one = new Model(PracticeOptions.of(Scenario.SURGE));
        Model other = new Model(PracticeOptions.of(Scenario.SURGE));
        for (int second = 1; second <= 600; second++) {
            one.step(one.start + second * 1000L);
        }

        QueryApi.Table run =
                new QueryApi(one).range(form(REQUESTS, one.start, one.start + 600_000, "10"));
        assertThat(run.values()[30][0]).isGreaterThan(run.values()[3][0] * 1.8);
        Map<String, String> past = form(CPU, one.start - 7_200_000, one.start, "60");
        assertThat(new QueryApi(one).range(past).values())
                .isDeepEqualTo(new QueryApi(other).range(past).values());
    }

    @Test
    void rawCountersBeginWithTheFleet() throws QueryException {
        Model model = new Model(PracticeOptions.of(Scenario.CALM));
        model.step(model.start + 1000);
        String raw = "haproxy_server_http_responses_total{server=\"web-01\",code=\"2xx\"}";

        QueryApi.Table table =
                new QueryApi(model).range(form(raw, model.start - 1000, model.start + 1000, "1"));

        assertThat(table.values()[0]).containsOnly(Double.NaN);
        assertThat(table.values()[2][0]).isGreaterThan(table.values()[1][0]);
    }

    @Test
    void badRangesAreRefusedInTheEnginesWords() {
        QueryApi api = new QueryApi(new Model(PracticeOptions.of(Scenario.CALM)));
        assertThatThrownBy(() -> api.range(form(CPU, 5000, 4000, "1")))
                .hasMessageContaining("end timestamp must not be before start time");
        assertThatThrownBy(() -> api.range(form(CPU, 0, 1000, "0")))
                .hasMessageContaining("zero or negative query resolution");
        assertThatThrownBy(() -> api.range(form(CPU, 0, 11_001_000, "1")))
                .hasMessageContaining("exceeded maximum resolution of 11,000 points");
        assertThatThrownBy(() -> api.range(Map.of("query", CPU)))
                .hasMessageContaining("invalid parameter \"start\"");
    }

    private static void assertSmooth(QueryApi.Table table, double most) {
        for (int t = 1; t < table.times().length; t++) {
            double step = Math.abs(table.values()[t][0] - table.values()[t - 1][0]);
            assertThat(step)
                    .as("%s", Instant.ofEpochMilli(table.times()[t]))
                    .isLessThanOrEqualTo(most);
        }
    }

    private static Map<String, String> form(String query, long start, long end, String step) {
        return Map.of(
                "query",
                query,
                "start",
                Double.toString(start / 1000.0),
                "end",
                Double.toString(end / 1000.0),
                "step",
                step);
    }
}
