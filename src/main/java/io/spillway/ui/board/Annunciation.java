package io.spillway.ui.board;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmEvent;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the Board's plots and cells show alarms. Colour is for what an active alarm is about.
public final class Annunciation {
    private static final Set<String> LOAD =
            Set.of("surge", "collapse", "saturation", "queue", "errors", "latency");
    private static final Set<String> CPU =
            Set.of("server-cpu", "pool-cpu", "background-cpu", "server-down", "flapping");
    private static final int MOST = 40;

    /// Alarms of one rule that are raised within so many milliseconds share a mark: side by side
    /// they would cover one another.
    private static final long TOGETHER = 60_000;

    private record Moment(String rule, long minute, String priority, boolean lasts) {}

    private final Alarms alarms;

    /// Of this Picture.
    public Annunciation(Picture picture) {
        this.alarms = picture.alarms();
    }

    /// True if rules say what is an alarm; else only watch does.
    boolean ruled() {
        return !alarms.rules().isEmpty();
    }

    /// Alarms about load, at the times they were raised.
    List<Mark> load() {
        return marks(LOAD);
    }

    /// Alarms about CPU and servers, at the times they were raised.
    List<Mark> cpu() {
        return marks(CPU);
    }

    private List<Mark> marks(Set<String> rules) {
        Map<String, Long> listed = new HashMap<>();
        Map<Moment, List<Mark>> marks = new LinkedHashMap<>();
        for (Alarm a : alarms.listed()) {
            if (rules.contains(a.rule().name())) {
                listed.put(a.id(), a.since());
                add(marks, a.rule().name(), mark(a));
            }
        }
        for (AlarmEvent e : alarms.recent()) {
            boolean raised = e.kind() == AlarmEvent.Kind.RAISED && rules.contains(rule(e.id()));
            if (raised && e.time() != listed.getOrDefault(e.id(), 0L)) {
                add(marks, rule(e.id()), new Mark(e.time(), e.text(), digit(e.priority()), false));
            }
        }
        return marks.values().stream()
                .map(Annunciation::together)
                .sorted(Comparator.comparing(Mark::lasts).thenComparingLong(Mark::time).reversed())
                .limit(MOST)
                .toList();
    }

    private static void add(Map<Moment, List<Mark>> marks, String rule, Mark mark) {
        Moment moment = new Moment(rule, mark.time() / TOGETHER, mark.priority(), mark.lasts());
        marks.computeIfAbsent(moment, m -> new ArrayList<>()).add(mark);
    }

    private static Mark together(List<Mark> marks) {
        Mark first = Collections.min(marks, Comparator.comparingLong(Mark::time));
        int more = marks.size() - 1;
        String text =
                more == 0 ? first.text() : first.text() + " " + Words.of("kit.and-more", more);
        return new Mark(first.time(), text, first.priority(), first.lasts());
    }

    private static Mark mark(Alarm a) {
        String name = a.subject().name();
        String text = RuleWords.title(a.rule()) + (name.isEmpty() ? "" : ", " + name);
        return new Mark(a.since(), text, digit(a.priority()), a.state().active());
    }

    private static String digit(Priority priority) {
        return Integer.toString(priority.digit());
    }

    private static String rule(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    /// The most urgent active alarm of these rules.
    Optional<Priority> active(String... rules) {
        Set<String> of = Set.of(rules);
        return alarms.listed().stream()
                .filter(a -> a.state().active() && of.contains(a.rule().name()))
                .map(Alarm::priority)
                .min(Comparator.naturalOrder());
    }

    /// Servers with an active alarm, by the keys of their subjects, with the most urgent priority.
    public Map<String, Priority> servers() {
        Map<String, Priority> servers = new HashMap<>();
        for (Alarm a : alarms.listed()) {
            if (a.state().active() && a.subject().kind() == Subject.Kind.SERVER) {
                servers.merge(
                        a.subject().key(), a.priority(), (one, two) -> one.above(two) ? one : two);
            }
        }
        return servers;
    }

    /// The ink of a priority.
    static Ink ink(Priority priority) {
        return switch (priority) {
            case HIGH -> Ink.P1;
            case MEDIUM -> Ink.P2;
            case LOW -> Ink.P3;
        };
    }
}
