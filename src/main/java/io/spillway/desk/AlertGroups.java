package io.spillway.desk;

import io.spillway.fleet.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts together what several systems tell of the same alert.
///
/// Alertmanager holds the alerts that Prometheus sent it, with labels added on the way: two are one
/// if all labels of Prometheus's are Alertmanager's too. Of several that would do, the one with the
/// fewest labels more is taken.
final class AlertGroups {
    private final List<List<Alert>> all = new ArrayList<>();
    private final Map<Map<String, String>, List<Alert>> byLabels = new HashMap<>();
    private final Map<String, List<List<Alert>>> byName = new HashMap<>();

    /// Labels that were added on the way. Nearly all alerts get the same, which saves searching.
    private final Set<Map<String, String>> added = new LinkedHashSet<>();

    /// Adds an alert to its group; Alertmanager's must come first.
    void add(Alert alert) {
        Optional<List<Alert>> group = equal(alert);
        if (group.isEmpty() && alert.teller() == Alert.Teller.PROMETHEUS) {
            group = byAdded(alert).or(() -> searched(alert));
        }
        group.orElseGet(() -> begun(alert)).add(alert);
    }

    /// Every group, each in the order of adding.
    List<List<Alert>> all() {
        return all;
    }

    private List<Alert> begun(Alert alert) {
        List<Alert> group = new ArrayList<>();
        all.add(group);
        byLabels.put(alert.labels(), group);
        byName.computeIfAbsent(alert.name(), _ -> new ArrayList<>()).add(group);
        return group;
    }

    private Optional<List<Alert>> equal(Alert alert) {
        return Optional.ofNullable(byLabels.get(alert.labels())).filter(g -> free(g, alert));
    }

    private Optional<List<Alert>> byAdded(Alert alert) {
        for (Map<String, String> more : added) {
            Map<String, String> labels = new HashMap<>(more);
            labels.putAll(alert.labels());
            List<Alert> group = byLabels.get(labels);
            if (group != null && free(group, alert)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    private Optional<List<Alert>> searched(Alert alert) {
        Set<Map.Entry<String, String>> labels = alert.labels().entrySet();
        Optional<List<Alert>> found =
                byName.getOrDefault(alert.name(), List.of()).stream()
                        .filter(g -> g.getFirst().teller() == Alert.Teller.ALERTMANAGER)
                        .filter(g -> g.getFirst().labels().entrySet().containsAll(labels))
                        .filter(g -> free(g, alert))
                        .min(Comparator.comparingInt(g -> g.getFirst().labels().size()));
        found.ifPresent(g -> {
            Map<String, String> more = new HashMap<>(g.getFirst().labels());
            more.keySet().removeAll(alert.labels().keySet());
            added.add(more);
        });
        return found;
    }

    /// No system tells of one alert twice.
    private static boolean free(List<Alert> group, Alert alert) {
        return group.stream().noneMatch(a -> a.source().equals(alert.source()));
    }
}
