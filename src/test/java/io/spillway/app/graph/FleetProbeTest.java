package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.config.ScenarioName;
import io.spillway.fleet.Pool;
import io.spillway.practice.PracticeFleet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetProbeTest {
    @TempDir Path folder;

    @Test
    void aFleetThatAnswersBecomesAConfiguration() throws Exception {
        try (PracticeFleet fleet = PracticeSite.open(PracticeSpec.of(ScenarioName.CALM))) {
            fleet.step(Duration.ofSeconds(5));
            URI lb = URI.create(fleet.balancerEndpoints().values().iterator().next());
            FirstConfig asked =
                    FirstConfig.of(
                            fleet.prometheusUrl(),
                            "tcp://" + lb.getHost() + ":" + lb.getPort(),
                            null);
            FleetProbe.Found found = new FleetProbe(fleet.clock(), true).ask(asked);
            assertThat(found.reports()).hasSize(2);
            assertThat(found.enough()).as(found.reports().toString()).isTrue();
            assertThat(found.config().backends())
                    .containsExactlyInAnyOrderElementsOf(
                            fleet.pools().stream().map(Pool::backend).distinct().toList());

            Path file = folder.resolve("spillway.yaml");
            Files.writeString(file, found.config().text());
            Config read = ConfigFile.load(file, name -> null);
            Config tried = found.config().config(file);
            assertThat(read.pools()).isEqualTo(tried.pools());
            assertThat(read.sources())
                    .map(s -> s.endpoint())
                    .containsExactly(fleet.prometheusUrl());
            assertThat(read.balancers()).map(b -> b.endpoint()).containsExactly(lb.toString());

            FleetProbe.Found refused = new FleetProbe(fleet.clock()).ask(asked);
            assertThat(refused.enough()).isFalse();
            assertThat(refused.reports()).noneMatch(r -> r.message().isEmpty());
        }
    }
}
