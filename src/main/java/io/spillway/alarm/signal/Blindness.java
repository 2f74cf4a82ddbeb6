package io.spillway.alarm.signal;

import io.spillway.fleet.Condition;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.SourceHealth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which source is to blame for a value that is not known.
final class Blindness {
    private final List<String> blind;
    private final Set<String> balancers;

    Blindness(Scene scene) {
        blind = scene.all(Condition.Kind.BLIND).stream().map(Condition::subject).toList();
        balancers =
                scene.sources().stream()
                        .filter(SourceHealth::balancer)
                        .map(SourceHealth::name)
                        .collect(Collectors.toSet());
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
        return balancer.isEmpty() ? first(name -> !balancers.contains(name)) : balancer;
    }

    /// The parent of what only balancers tell.
    String balancer(@Nullable Pool pool) {
        return first(
                name -> pool == null ? balancers.contains(name) : pool.balancers().contains(name));
    }

    private String first(Predicate<String> which) {
        return blind.stream().filter(which).findFirst().map(name -> "BLIND " + name).orElse("");
    }
}
