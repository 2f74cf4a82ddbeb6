package io.spillway.alarm.signal;

import io.spillway.fleet.Condition;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.SourceHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which source is to blame for a value that is not known.
final class Blindness {
    private static final Set<String> BALANCERS = Set.of("haproxy", "httpd");

    private final List<String> blind;
    private final Map<String, String> kinds = new HashMap<>();

    Blindness(Scene scene) {
        blind = scene.all(Condition.Kind.BLIND).stream().map(Condition::subject).toList();
        if (!blind.isEmpty()) {
            for (SourceHealth source : scene.sources()) {
                kinds.put(source.name(), source.kind());
            }
        }
    }

    /// The parent of a pool's or a server's value that is not known, empty if no source is blind
    /// that could have told it. CPU comes from metrics engines, everything else from balancers and
    /// from engines.
    ///
    /// @param pool null for the fleet
    String parent(Metric metric, @Nullable Pool pool) {
        if (blind.isEmpty()) {
            return "";
        }
        String balancer = metric == Metric.CPU ? "" : balancer(pool);
        return balancer.isEmpty() ? first(name -> !balances(name)) : balancer;
    }

    /// The parent of what only balancers tell.
    String balancer(@Nullable Pool pool) {
        return first(name -> pool == null ? balances(name) : pool.balancers().contains(name));
    }

    private boolean balances(String name) {
        return BALANCERS.contains(kinds.getOrDefault(name, ""));
    }

    private String first(Predicate<String> which) {
        return blind.stream().filter(which).findFirst().map(name -> "BLIND " + name).orElse("");
    }
}
