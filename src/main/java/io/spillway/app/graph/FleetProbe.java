package io.spillway.app.graph;

import io.spillway.app.cli.Refused;
import io.spillway.app.config.Config;
import io.spillway.app.config.FirstBalancer;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.config.SourceConfig;
import io.spillway.app.output.EndpointReport;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Slot;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Tries a fleet that is about to be connected. Changes nothing there.
public final class FleetProbe {
    private static final Path NO_FILE = Path.of("spillway.yaml");

    private final InstantSource clock;
    private final boolean practice;

    /// @param clock real time
    public FleetProbe(InstantSource clock) {
        this(clock, false);
    }

    /// @param practice true if every endpoint must be a practice fleet, false if none may be
    FleetProbe(InstantSource clock, boolean practice) {
        this.clock = clock;
        this.practice = practice;
    }

    /// What was found.
    ///
    /// @param config with the backends that hold servers; with none if the balancer did not answer
    /// @param servers how many the balancer holds
    /// @param reports of each endpoint, the balancer last
    public record Found(FirstConfig config, int servers, List<EndpointReport> reports) {
        public Found {
            reports = List.copyOf(reports);
        }

        /// True if a fleet can be watched by that.
        public boolean enough() {
            return servers > 0 && reports.stream().allMatch(EndpointReport::reachable);
        }
    }

    /// Tries each endpoint within its deadline, blocking.
    public Found ask(FirstConfig asked) {
        List<Slot> slots = slots(asked);
        List<String> backends = slots.stream().map(Slot::backend).distinct().toList();
        Found best = null;
        for (Match match : FirstConfig.MATCHES) {
            FirstConfig config = asked.with(backends, match);
            List<EndpointReport> reports =
                    EndpointChecks.run(config.config(NO_FILE), clock, practice);
            Found found = new Found(config, slots.size(), reports);
            boolean joined = reports.stream().noneMatch(r -> Boolean.FALSE.equals(r.join()));
            if (best == null || joined) {
                best = found;
            }
            if (joined) {
                break;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no way to find servers in metrics is known");
        }
        return best;
    }

    private List<Slot> slots(FirstConfig asked) {
        try {
            return read(asked.haproxy());
        } catch (SourceException | Refused e) {
            // The check that follows says the same in full.
            return List.of();
        }
    }

    /// The servers that a balancer holds.
    List<Slot> read(FirstBalancer balancer) throws SourceException {
        Config config = FirstConfig.of(null, balancer).config(NO_FILE);
        try (Adapters adapters = new Adapters(practice);
                MetricSource source = adapters.balancer(config, config.balancers().getFirst())) {
            BalancerState state = source.poll(clock.instant()).balancer();
            return state == null ? List.of() : state.slots();
        }
    }

    /// Asks a metrics engine what Spillway asks.
    void read(URI engine) throws SourceException {
        SourceConfig.Engine source = FirstConfig.metrics(engine);
        try (Adapters adapters = new Adapters(practice);
                MetricSource metrics = adapters.prometheus(source)) {
            metrics.poll(clock.instant());
        }
    }
}
