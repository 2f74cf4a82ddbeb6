package io.spillway.app.graph;

import io.spillway.app.cli.Setup;
import io.spillway.app.config.BalancerConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.SourceConfig;
import io.spillway.app.output.EndpointReport;
import io.spillway.control.ControlException;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.control.httpd.HttpdControl;
import io.spillway.desk.TrialJoin;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.source.MetricSource;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.source.log.LogSource;
import io.spillway.source.prometheus.PrometheusSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tries every endpoint of a configuration. Changes nothing anywhere.
public final class EndpointChecks {
    private static final long OK_SKEW_SECONDS = 5;

    private final InstantSource clock;

    /// @param clock real time
    public EndpointChecks(InstantSource clock) {
        this.clock = clock;
    }

    /// Tries each endpoint in turn, balancers last, and tells in configuration order.
    public List<EndpointReport> run(Setup setup) {
        Config config = setup.config();
        if (config != null) {
            return run(config, new Desks(clock).clock(config));
        }
        try (var practice = new Desks(clock).stepped(setup)) {
            practice.runTo(practice.now().plusSeconds(5));
            SteppedDesk desk = (SteppedDesk) practice;
            return run(PracticeSite.config(desk.fleet()), desk.fleet().clock(), true);
        }
    }

    private List<EndpointReport> run(Config config, InstantSource time) {
        return run(config, time, config.practice() != null);
    }

    static List<EndpointReport> run(Config config, InstantSource time, boolean practice) {
        try (Adapters adapters = new Adapters(practice)) {
            Map<String, SourceReport> answers = new LinkedHashMap<>();
            List<EndpointReport> balancers = new ArrayList<>();
            for (BalancerConfig balancer : config.balancers()) {
                balancers.add(balancer(adapters, config, balancer, time.instant(), answers));
            }
            List<EndpointReport> all = new ArrayList<>();
            for (SourceConfig source : config.sources()) {
                Instant now = time.instant();
                all.add(
                        switch (source) {
                            case SourceConfig.Engine engine ->
                                    engine(adapters, config, engine, now, answers);
                            case SourceConfig.Log log -> log(adapters, log, now);
                            case SourceConfig.Alertmanager alerts -> alerts(adapters, alerts, now);
                        });
            }
            all.addAll(balancers);
            return all;
        }
    }

    private static EndpointReport balancer(
            Adapters adapters,
            Config config,
            BalancerConfig balancer,
            Instant now,
            Map<String, SourceReport> answers) {
        boolean change = !(balancer instanceof BalancerConfig.StatsPage);
        try (MetricSource source = adapters.balancer(config, balancer)) {
            SourceReport answer = source.poll(now);
            answers.put(balancer.name(), answer);
            List<String> missing = missing(config, balancer.name(), answer.balancer());
            Optional<String> refusal = refusal(adapters, config, balancer);
            return new EndpointReport(
                    balancer.name(),
                    balancer.endpoint(),
                    true,
                    true,
                    change ? refusal.isEmpty() : null,
                    missing.isEmpty(),
                    Double.NaN,
                    sentences(missing, refusal.orElse(""), answer.message()));
        } catch (SourceException e) {
            return dead(balancer.name(), balancer.endpoint(), change ? false : null, e);
        }
    }

    private static Optional<String> refusal(
            Adapters adapters, Config config, BalancerConfig balancer) {
        return switch (balancer) {
            case BalancerConfig.RuntimeApi api -> {
                try (HaproxyControl control = adapters.control(config, api)) {
                    yield refusal(config, api.name(), control::obstacle);
                }
            }
            case BalancerConfig.Httpd httpd -> {
                try (HttpdControl control = adapters.control(httpd)) {
                    yield refusal(config, httpd.name(), control::obstacle);
                }
            }
            case BalancerConfig.StatsPage _ -> Optional.empty();
        };
    }

    /// Asks a control what stands in the way at one backend.
    private interface Asking {
        Optional<String> obstacle(String backend) throws ControlException;
    }

    private static Optional<String> refusal(Config config, String balancer, Asking asking) {
        try {
            for (Pool pool : config.pools()) {
                Optional<String> obstacle =
                        pool.balancers().contains(balancer)
                                ? asking.obstacle(pool.backend())
                                : Optional.empty();
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            return Optional.empty();
        } catch (ControlException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Pools of which the balancer holds no server.
    private static List<String> missing(
            Config config, String balancer, @Nullable BalancerState state) {
        List<String> missing = new ArrayList<>();
        for (Pool pool : config.pools()) {
            boolean found =
                    state != null
                            && state.slots().stream()
                                    .anyMatch(s -> s.backend().equals(pool.backend()));
            if (pool.balancers().contains(balancer) && !found) {
                missing.add(
                        "it has no backend '%s' with servers for pool %s: name the right `backend`, or leave it out of the pool's `balancers`"
                                .formatted(pool.backend(), pool.name()));
            }
        }
        return missing;
    }

    private static EndpointReport engine(
            Adapters adapters,
            Config config,
            SourceConfig.Engine source,
            Instant now,
            Map<String, SourceReport> balancers) {
        try (PrometheusSource engine = adapters.prometheus(source)) {
            SourceReport answer = engine.poll(now);
            FleetState fleet = TrialJoin.of(config.pools(), balancers, answer, now);
            List<String> missing = unjoined(fleet);
            Duration skew = engine.clockSkew();
            double seconds = skew == null ? Double.NaN : skew.toMillis() / 1000.0;
            if (Math.abs(seconds) > OK_SKEW_SECONDS) {
                missing.add(
                        "its clock is %.0f s off ours: run NTP on both machines"
                                .formatted(seconds));
            }
            return new EndpointReport(
                    source.name(),
                    source.endpoint(),
                    true,
                    true,
                    null,
                    balancers.isEmpty() ? null : unjoined(fleet).isEmpty(),
                    seconds,
                    sentences(missing, answer.message()));
        } catch (SourceException e) {
            return dead(source.name(), source.endpoint(), null, e);
        }
    }

    private static EndpointReport log(Adapters adapters, SourceConfig.Log source, Instant now) {
        try (LogSource log = adapters.log(source)) {
            String message = log.check(now);
            return new EndpointReport(
                    source.name(),
                    source.endpoint(),
                    true,
                    message.isEmpty(),
                    null,
                    null,
                    Double.NaN,
                    message);
        } catch (SourceException e) {
            return dead(source.name(), source.endpoint(), null, e);
        }
    }

    /// That alerts may be silenced there cannot be tried without silencing one.
    private static EndpointReport alerts(
            Adapters adapters, SourceConfig.Alertmanager source, Instant now) {
        try (MetricSource alerts = adapters.alertmanager(source)) {
            String message = alerts.poll(now).message();
            return new EndpointReport(
                    source.name(), source.endpoint(), true, true, null, null, Double.NaN, message);
        } catch (SourceException e) {
            return dead(source.name(), source.endpoint(), null, e);
        }
    }

    /// Pools of whose servers the engine knows no CPU.
    private static List<String> unjoined(FleetState fleet) {
        List<String> missing = new ArrayList<>();
        for (Pool pool : fleet.pools()) {
            int servers = 0;
            int found = 0;
            for (int i = 0; i < fleet.servers().size(); i++) {
                if (fleet.servers().get(i).pool().equals(pool.name())) {
                    servers++;
                    found += fleet.quality(Metric.CPU, i).hasValue() ? 1 : 0;
                }
            }
            if (found < servers) {
                missing.add(
                        "CPU was found for %d of %d servers of pool %s: look at the pool's `match` and at the scrape targets' labels"
                                .formatted(found, servers, pool.name()));
            }
        }
        return missing;
    }

    private static String sentences(List<String> some, String... others) {
        List<String> all = new ArrayList<>(some);
        for (String other : others) {
            if (!other.isEmpty()) {
                all.add(other);
            }
        }
        return String.join("; ", all);
    }

    private static EndpointReport dead(
            String name, String address, @Nullable Boolean writable, SourceException e) {
        return new EndpointReport(
                name,
                address,
                false,
                false,
                writable,
                null,
                Double.NaN,
                String.valueOf(e.getMessage()));
    }
}
