package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.Metric;
import io.spillway.practice.PracticeFleet;
import io.spillway.practice.PracticeOptions;
import io.spillway.practice.Scenario;
import io.spillway.source.SourceReport;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The very same source reads the practice fleet, on the fleet's own clock.
class PracticeEngineTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 20})
    void everyMetricIsLiveAtEverySpeed(double speed) throws Exception {
        PracticeOptions options = PracticeOptions.of(Scenario.CALM).withSpeed(speed);
        Duration step = Duration.ofMillis(Math.round(1000 * speed));
        try (var fleet = PracticeFleet.start(options);
                var sources = Sources.with(settings(fleet))) {
            fleet.step(step.multipliedBy(10));
            for (int poll = 0; poll < 20; poll++) {
                fleet.step(step);
                SourceReport report = sources.source.poll(fleet.clock().instant());
                assertThat(report.message()).isEmpty();
                long now = fleet.clock().millis();
                for (Metric metric : Metric.values()) {
                    assertThat(Sources.of(report, metric))
                            .as("%s in poll %d", metric, poll)
                            .hasSizeGreaterThanOrEqualTo(PracticeOptions.DEFAULT_SERVERS)
                            .allMatch(s -> s.interval() == step.toMillis(), "its own interval")
                            .allMatch(s -> Sources.isLive(s, now), "live");
                }
            }
        }
    }

    @Test
    void aRealDeskRefusesIt() throws Exception {
        try (var fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
                var sources = Sources.at(fleet.prometheusUrl())) {
            assertThat(sources.failure()).contains("is a practice fleet's");
        }
    }

    private static PrometheusSettings settings(PracticeFleet fleet) {
        return new PrometheusSettings(
                "metrics",
                URI.create(fleet.prometheusUrl()),
                new HttpAccess(Login.none(), null, Duration.ofSeconds(2)),
                true,
                Map.of());
    }
}
