package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Metric;
import java.time.Instant;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each scenario promises, at the times at which it promises it.
class ScenarioTest {
    @Test
    void calmStaysCalm() {
        Model model = model(Scenario.CALM, 1);
        for (int second = 60; second <= 3600; second += 60) {
            run(model, second, 1);
            assertThat(hottest(model)).isBetween(0.3, 0.6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 17, 4711})
    void surgeBringsTheSmallServersPastTheLimitWhileThePoolHasRoom(long seed) {
        Model model = model(Scenario.SURGE, seed);
        run(model, 60, 1);
        assertThat(hottest(model)).isLessThan(0.6);

        run(model, 90, 1);
        assertThat(hottest(model)).isBetween(0.6, 0.9);

        run(model, 120, 1);
        assertThat(hottest(model)).isGreaterThan(0.9);
        assertThat(mean(model)).isBetween(0.6, 0.78);

        run(model, 1800, 1);
        assertThat(hottest(model)).isGreaterThan(0.9);
        assertThat(mean(model)).isBetween(0.6, 0.78);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 17, 4711})
    void redistributionByCapacityHelpsInASurge(long seed) {
        Model model = model(Scenario.SURGE, seed);
        run(model, 150, 1);
        double rateBefore = rate(model);

        redistribute(model);
        run(model, 180, 1);

        assertThat(hottest(model)).isLessThan(0.85);
        assertThat(rate(model)).isCloseTo(rateBefore, within(rateBefore * 0.05));
        assertThat(errors(model)).isLessThan(0.001);
    }

    @Test
    void theReferenceOutageKeepsItsTimes() {
        Model model = model(Scenario.REFERENCE_OUTAGE, 1);
        until(model, "03:19:40");
        double usual = rate(model);
        assertThat(mean(model)).isBetween(0.2, 0.35);

        until(model, "03:30:00");
        assertThat(rate(model)).isGreaterThan(usual * 1.4);

        until(model, "03:52:00");
        assertThat(rate(model)).isGreaterThan(usual * 2.5);
        assertThat(hottest(model)).as("cheap requests first").isLessThan(0.45);

        until(model, "04:00:00");
        assertThat(hottest(model)).isBetween(0.65, 0.9);

        until(model, "04:03:40");
        assertThat(hottest(model)).isLessThan(0.985);
        until(model, "04:05:40");
        assertThat(hottest(model)).isGreaterThan(0.98);
        assertThat(mean(model)).isBetween(0.62, 0.78);

        until(model, "05:36:00");
        assertThat(errors(model)).as("nothing helps by itself").isGreaterThan(0.1);
        assertThat(mean(model)).isBetween(0.65, 0.85);

        until(model, "06:45:40");
        assertThat(errors(model)).isGreaterThan(0.1);
        until(model, "07:15:00");
        assertThat(hottest(model)).isLessThan(0.8);
        until(model, "07:59:58");
        assertThat(hottest(model)).isLessThan(0.5);
        assertThat(errors(model)).isLessThan(0.001);
    }

    @Test
    void redistributionEndsTheReferenceOutage() {
        Model model = model(Scenario.REFERENCE_OUTAGE, 1);
        until(model, "05:36:01");

        redistribute(model);
        until(model, "05:40:01");

        assertThat(hottest(model)).isLessThan(0.85);
        assertThat(errors(model)).isLessThan(0.001);
    }

    @Test
    void everyScenarioIsFoundByItsWord() {
        for (Scenario scenario : Scenario.values()) {
            assertThat(Scenario.of(scenario.word())).contains(scenario);
        }
        assertThat(Scenario.of("storm")).isEmpty();
    }

    private static Model model(Scenario scenario, long seed) {
        return new Model(PracticeOptions.of(scenario).withSeed(seed));
    }

    private static void run(Model model, int untilSecond, int step) {
        long end = model.start + untilSecond * 1000L;
        long now = model.tape.latest().time();
        while (now < end) {
            now = Math.min(end, now + step * 1000L);
            model.step(now);
        }
    }

    private static void until(Model model, String time) {
        long end = Instant.parse("2023-05-15T" + time + "Z").toEpochMilli();
        run(model, (int) ((end - model.start) / 1000), 20);
    }

    private static void redistribute(Model model) {
        Park.Group web = model.park.groups.getFirst();
        for (Balancer balancer : model.balancers) {
            for (int i = web.first(); i < web.end(); i++) {
                balancer.weight(i, (int) Math.round(model.park.capacity(i) / 20));
            }
        }
    }

    private static double[] of(Model model, Metric metric) {
        Moment moment = new Moment(model, model.tape.latest().time(), 10_000);
        return IntStream.range(0, model.park.groups.getFirst().serving())
                .mapToDouble(i -> moment.value(metric, i))
                .toArray();
    }

    private static double hottest(Model model) {
        return DoubleStream.of(of(model, Metric.CPU)).max().orElseThrow();
    }

    private static double mean(Model model) {
        return DoubleStream.of(of(model, Metric.CPU)).average().orElseThrow();
    }

    private static double rate(Model model) {
        return sum(of(model, Metric.REQUESTS));
    }

    /// Share of the pool's answers that are errors.
    private static double errors(Model model) {
        double[] rates = of(model, Metric.REQUESTS);
        double[] shares = of(model, Metric.ERRORS);
        double failed = 0;
        for (int i = 0; i < rates.length; i++) {
            failed += rates[i] * shares[i];
        }
        return failed / sum(rates);
    }

    private static double sum(double[] values) {
        return DoubleStream.of(values).sum();
    }
}
