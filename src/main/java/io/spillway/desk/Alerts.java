package io.spillway.desk;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Subject;
import io.spillway.fleet.Alert;
import io.spillway.fleet.SourceHealth;
import io.spillway.source.SourceReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes signals of other systems' alerts. Used by one thread at a time.
///
/// Pending alerts are no alarms yet; those that fire for ever to show that alerting works
/// (`Watchdog`, `DeadMansSwitch`) never are.
final class Alerts {
    /// The rule that all of them come under.
    static final String RULE = "alert";

    private static final Set<String> TELLERS = Set.of("prometheus", "alertmanager");
    private static final Set<String> ALWAYS = Set.of("watchdog", "deadmansswitch");

    /// About how often each system is asked, milliseconds.
    private static final long INTERVAL = 5000;

    private final AlertBook book = new AlertBook();
    private final Set<String> uncertain = new HashSet<>();
    private final Set<String> heard = new HashSet<>();
    private Map<String, AlertBook.Entry> byId = Map.of();

    /// Takes the fresh answer of any source.
    ///
    /// @param kind the source's
    void take(String source, String kind, SourceReport report) {
        if (!TELLERS.contains(kind)) {
            return;
        }
        List<Alert> alerts = report.alerts();
        if (alerts == null) {
            uncertain.add(source);
            return;
        }
        uncertain.remove(source);
        heard.add(source);
        book.take(source, alerts);
    }

    /// The signals of one tick.
    ///
    /// @param sources how every source is doing
    /// @param tracked ids of the alarms that are followed, of any rule; of an alert among them that
    ///   nobody tells of any more it is said that it is not known, while a system that could tell
    ///   is silent
    /// @param ours ids of the silences that this desk made: they suppress nothing here, because the
    ///   shelf or the acknowledgement that they belong to is shown instead
    /// @param now epoch milliseconds, the desk's time
    List<Signal> signals(
            List<SourceHealth> sources, Set<String> tracked, Set<String> ours, long now) {
        Map<String, String> silent = silent(sources);
        Map<String, AlertBook.Entry> found = new HashMap<>();
        List<Signal> signals = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (AlertBook.Entry entry : book.entries(name -> tracked.contains(id(name)))) {
            found.put(id(entry.name()), entry);
            told.add(id(entry.name()));
            if (entry.tellings().stream().anyMatch(Alerts::rings)) {
                signals.add(signal(entry, silent, ours, now));
            }
        }
        byId = Map.copyOf(found);
        if (!silent.isEmpty()) {
            String parent = silent.values().iterator().next();
            tracked.stream()
                    .filter(id -> id.startsWith(id("")) && !told.contains(id))
                    .sorted()
                    .forEach(id -> signals.add(unknown(id, parent)));
        }
        return signals;
    }

    /// The alert behind an alarm as Alertmanager holds it: what it takes to silence it there, and
    /// which silences are on it. Empty if no Alertmanager holds it, as far as the last signals
    /// know.
    Optional<Alert> held(String id) {
        AlertBook.Entry entry = byId.get(id);
        return Optional.ofNullable(entry)
                .map(AlertBook.Entry::first)
                .filter(a -> a.teller() == Alert.Teller.ALERTMANAGER);
    }

    /// Sources whose alerts are not known now, each with the alarm that says so, empty if none
    /// does.
    private Map<String, String> silent(List<SourceHealth> sources) {
        Map<String, String> silent = new LinkedHashMap<>();
        for (SourceHealth source : sources) {
            boolean dead = source.failures() >= SourceHealth.DEAD_AFTER;
            boolean unsure = uncertain.contains(source.name()) || !heard.contains(source.name());
            if (TELLERS.contains(source.kind()) && (dead || unsure)) {
                silent.put(source.name(), dead ? "BLIND " + source.name() : "");
            }
        }
        return silent;
    }

    private static boolean rings(Alert alert) {
        return alert.state() == Alert.State.FIRING
                && !ALWAYS.contains(alert.name().toLowerCase(Locale.ROOT));
    }

    private static Signal signal(
            AlertBook.Entry entry, Map<String, String> silent, Set<String> ours, long now) {
        Alert alert = entry.first();
        boolean known = entry.tellings().stream().anyMatch(a -> !silent.containsKey(a.source()));
        boolean live = !silent.containsKey(alert.source());
        List<Alert.Silence> silences =
                alert.silences().stream().filter(s -> live || s.end() > now).toList();
        Optional<Alert.Silence> own =
                silences.stream().filter(s -> ours.contains(s.id())).findFirst();
        Optional<Alert.Silence> foreign =
                silences.stream().filter(s -> !ours.contains(s.id())).findFirst();
        String parent =
                known
                        ? foreign.map(Alerts::words).orElseGet(() -> inhibited(alert))
                        : silent.getOrDefault(alert.source(), "");
        String silence = own.or(() -> foreign).map(Alert.Silence::id).orElse("");
        return new Signal(
                RULE,
                new Subject(Subject.Kind.ALERT, "", entry.name()),
                known ? 1 : Double.NaN,
                INTERVAL,
                priority(alert.severity()),
                alert.summary().isEmpty() ? alert.description() : alert.summary(),
                parent,
                new Origin(kind(alert), alert.source(), alert.fingerprint(), silence));
    }

    private static String words(Alert.Silence silence) {
        return "silence by " + silence.author() + ": " + silence.reason();
    }

    private static String inhibited(Alert alert) {
        return alert.inhibitors().isEmpty() ? "" : "alert " + String.join(", ", alert.inhibitors());
    }

    /// An alarm from before this desk began, or of a system that does not answer now.
    private static Signal unknown(String id, String parent) {
        String name = id.substring(id("").length());
        return new Signal(
                RULE,
                new Subject(Subject.Kind.ALERT, "", name),
                Double.NaN,
                INTERVAL,
                null,
                "",
                parent,
                new Origin(Origin.Kind.PROMETHEUS, "", "", ""));
    }

    private static String id(String name) {
        return RULE + "@" + name;
    }

    private static Origin.Kind kind(Alert alert) {
        return switch (alert.teller()) {
            case PROMETHEUS -> Origin.Kind.PROMETHEUS;
            case ALERTMANAGER -> Origin.Kind.ALERTMANAGER;
        };
    }

    /// How soon an alert needs its answer, by its author's word.
    static Priority priority(String severity) {
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "critical", "page", "high" -> Priority.HIGH;
            case "warning", "medium" -> Priority.MEDIUM;
            default -> Priority.LOW;
        };
    }
}
