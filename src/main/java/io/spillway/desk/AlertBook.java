package io.spillway.desk;

import io.spillway.fleet.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every system of alerts told last, each alert once however many of them told it. Used by one
/// thread at a time.
final class AlertBook {
    private final Map<String, List<Alert>> told = new LinkedHashMap<>();
    private final Map<Key, String> names = new HashMap<>();
    private @Nullable List<Entry> entries;

    /// One system's own name for an alert.
    private record Key(String source, String fingerprint) {
        static Key of(Alert alert) {
            return new Key(alert.source(), alert.fingerprint());
        }
    }

    /// One alert, by all who told of it.
    ///
    /// @param name by which operators know it; it keeps it for as long as anybody tells of it
    /// @param tellings not empty, Alertmanager's first
    record Entry(String name, List<Alert> tellings) {
        /// The telling that counts.
        Alert first() {
            return tellings.getFirst();
        }
    }

    /// Notes what a system told; it replaces what that system told before.
    void take(String source, List<Alert> alerts) {
        if (!alerts.equals(told.put(source, alerts))) {
            entries = null;
        }
    }

    /// Every alert that is pending or fires, as far as told last.
    ///
    /// @param known whether a name was in use before this book was begun
    List<Entry> entries(Predicate<String> known) {
        List<Entry> same = entries;
        if (same != null) {
            return same;
        }
        AlertGroups groups = new AlertGroups();
        told(Alert.Teller.ALERTMANAGER).forEach(groups::add);
        told(Alert.Teller.PROMETHEUS).forEach(groups::add);
        Set<Key> alive = new HashSet<>();
        List<Entry> fresh = new ArrayList<>();
        for (List<Alert> group : groups.all()) {
            String name = name(group, known);
            for (Alert alert : group) {
                alive.add(Key.of(alert));
                names.put(Key.of(alert), name);
            }
            fresh.add(new Entry(name, List.copyOf(group)));
        }
        names.keySet().retainAll(alive);
        entries = fresh;
        return fresh;
    }

    private Stream<Alert> told(Alert.Teller teller) {
        return told.values().stream().flatMap(List::stream).filter(a -> a.teller() == teller);
    }

    /// The name it has; else one that was in use; else by the fewest labels, which are those of the
    /// system that decides what is an alert.
    private String name(List<Alert> group, Predicate<String> known) {
        String fresh = "";
        for (Alert alert : group) {
            @Nullable String had = names.get(Key.of(alert));
            if (had != null) {
                return had;
            }
            fresh = AlertNames.of(alert);
        }
        return group.stream().map(AlertNames::of).filter(known).findFirst().orElse(fresh);
    }
}
