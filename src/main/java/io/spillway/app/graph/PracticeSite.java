package io.spillway.app.graph;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.Address;
import io.spillway.app.config.AlarmConfig;
import io.spillway.app.config.BalancerConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.GatesConfig;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.ReliefConfig;
import io.spillway.app.config.SourceConfig;
import io.spillway.desk.Picture;
import io.spillway.practice.PracticeFleet;
import io.spillway.practice.PracticeOptions;
import io.spillway.practice.Scenario;
import io.spillway.relief.gate.Ladder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Practice fleets, and the configuration by which a desk reads one.
public final class PracticeSite {
    /// Between two polls, by the wall clock.
    static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private PracticeSite() {}

    /// Opens a fleet; its time stands still until it is stepped.
    public static PracticeFleet open(PracticeSpec spec) {
        Scenario scenario = Scenario.of(spec.scenario().word()).orElseThrow();
        try {
            PracticeOptions options = PracticeOptions.of(scenario);
            Double speed = spec.speed();
            Integer servers = spec.servers();
            Long seed = spec.seed();
            options = speed == null ? options : options.withSpeed(speed);
            options = servers == null ? options : options.withServers(servers);
            options = seed == null ? options : options.withSeed(seed);
            return PracticeFleet.start(options);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Refused(
                    "the practice fleet cannot listen on loopback, %s: free some ports and try again"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /// How a desk is to read it.
    public static Config config(PracticeFleet fleet) {
        List<BalancerConfig> balancers = new ArrayList<>();
        fleet.balancerEndpoints()
                .forEach((name, endpoint) -> balancers.add(balancer(name, endpoint)));
        return new Config(
                Path.of("practice"),
                "practice",
                null,
                LookConfig.USUAL,
                POLL,
                0,
                List.of(
                        new SourceConfig.Engine(
                                "metrics",
                                URI.create(fleet.prometheusUrl()),
                                null,
                                null,
                                DEADLINE,
                                Map.of())),
                balancers,
                fleet.pools(),
                fleet.classes(),
                new GatesConfig(fleet.gatedPool(), fleet.gates(), Ladder.standard(fleet.classes())),
                List.of(),
                AlarmConfig.standard(),
                ReliefConfig.NONE,
                null);
    }

    private static BalancerConfig balancer(String name, String endpoint) {
        URI uri = URI.create(endpoint);
        Address address = new Address.Port(endpoint, uri.getHost(), uri.getPort(), false);
        return new BalancerConfig.RuntimeApi(name, address, null, null, null, DEADLINE);
    }

    /// How Pictures of it are marked.
    public static Picture.Practice mark(PracticeFleet fleet) {
        return new Picture.Practice(fleet.scenario().word(), fleet.speed());
    }

    /// Practice time that goes by between two polls.
    public static Duration step(PracticeFleet fleet) {
        return Duration.ofMillis(Math.max(1, Math.round(POLL.toMillis() * fleet.speed())));
    }
}
