package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PracticeFleetTest {
    @Test
    void timeStandsStillBetweenSteps() throws IOException {
        try (PracticeFleet fleet =
                PracticeFleet.start(PracticeOptions.of(Scenario.REFERENCE_OUTAGE))) {
            assertThat(fleet.clock().instant()).isEqualTo(Instant.parse("2023-05-15T03:10:00Z"));
            fleet.step(Duration.ofSeconds(50));
            assertThat(fleet.clock().instant()).isEqualTo(Instant.parse("2023-05-15T03:10:50Z"));
            assertThat(fleet.speed()).isEqualTo(20);
            assertThat(fleet.scenario()).isEqualTo(Scenario.REFERENCE_OUTAGE);
        }
    }

    @Test
    void aLongStepIsTheSameAsItsParts() throws IOException {
        PracticeOptions options = PracticeOptions.of(Scenario.SURGE);
        try (PracticeFleet one = PracticeFleet.start(options);
                PracticeFleet other = PracticeFleet.start(options)) {
            one.step(Duration.ofSeconds(90));
            for (int n = 0; n < 90; n++) {
                other.step(Duration.ofSeconds(1));
            }
            assertThat(one.model().tape.latest())
                    .usingRecursiveComparison()
                    .isEqualTo(other.model().tape.latest());
        }
    }

    @Test
    void poolsMatchTheirServersByAddress() throws IOException {
        try (PracticeFleet fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM))) {
            assertThat(fleet.pools())
                    .extracting(Pool::name)
                    .containsExactly("web", "api", "checkout");
            assertThat(fleet.balancerEndpoints()).containsOnlyKeys("lb-1", "lb-2");
            Pool web = fleet.pools().getFirst();
            assertThat(web.minInService()).isEqualTo(6);
            assertThat(web.balancers()).containsExactly("lb-1", "lb-2");
            assertThat(Match.host(web.match().key(Map.of("instance", "127.81.0.1:9100"))))
                    .isEqualTo(Match.host("127.81.0.1:8080"));
        }
    }

    @Test
    void aRunnerLetsTimePass() throws IOException {
        PracticeOptions options = PracticeOptions.of(Scenario.CALM).withSpeed(60);
        try (PracticeFleet fleet = PracticeFleet.start(options)) {
            Instant start = options.start();
            try (PracticeRunner _ = PracticeRunner.start(fleet)) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> !fleet.clock().instant().isBefore(start.plusSeconds(120)));
            }
            long passed = fleet.clock().millis() - start.toEpochMilli();
            assertThat(passed % 60_000).isZero();
        }
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        PracticeOptions calm = PracticeOptions.of(Scenario.CALM);
        assertThatThrownBy(() -> calm.withServers(5)).hasMessageContaining("6 to 20000");
        assertThatThrownBy(() -> calm.withServers(20_001)).hasMessageContaining("20001 servers");
        assertThatThrownBy(() -> calm.withSpeed(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> calm.withSpeed(Double.NaN)).hasMessageContaining("NaN");
        assertThat(calm.withStart(Instant.ofEpochMilli(1234)).start())
                .isEqualTo(Instant.ofEpochMilli(1000));
    }
}
