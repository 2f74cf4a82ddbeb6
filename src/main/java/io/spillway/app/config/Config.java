package io.spillway.app.config;

import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.watch.detect.Campaign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A checked configuration: every name it mentions exists, every file was there, every secret was
/// found.
///
/// @param file where it was read from
/// @param site the site's name
/// @param language that of the screens; null for the system's
/// @param look of the windows
/// @param poll the polling interval
/// @param metricsPort where Spillway tells its own metrics on loopback; 0 for nowhere
/// @param sources metrics engines, logs and Alertmanagers, may be none
/// @param balancers at least one
/// @param pools at least one; `minInService` 0 means half of the servers, at least one
/// @param classes of requests, most critical first; may be none
/// @param gates where the balancers' gates are set, present if there are any
/// @param campaigns surges that are announced
/// @param alarms their rules
/// @param relief operators, guards, and what starts more servers
/// @param practice present if the endpoints are a practice fleet
public record Config(
        Path file,
        String site,
        @Nullable Locale language,
        LookConfig look,
        Duration poll,
        int metricsPort,
        List<SourceConfig> sources,
        List<BalancerConfig> balancers,
        List<Pool> pools,
        List<RequestClass> classes,
        @Nullable GatesConfig gates,
        List<Campaign> campaigns,
        AlarmConfig alarms,
        ReliefConfig relief,
        @Nullable PracticeConfig practice) {
    public Config {
        sources = List.copyOf(sources);
        balancers = List.copyOf(balancers);
        pools = List.copyOf(pools);
        classes = List.copyOf(classes);
        campaigns = List.copyOf(campaigns);
    }

    Config withAlarms(AlarmConfig others) {
        return new Config(
                file,
                site,
                language,
                look,
                poll,
                metricsPort,
                sources,
                balancers,
                pools,
                classes,
                gates,
                campaigns,
                others,
                relief,
                practice);
    }
}
