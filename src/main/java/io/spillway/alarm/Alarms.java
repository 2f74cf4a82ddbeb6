package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import java.util.List;

/// Every alarm at one tick, as screens show them. Immutable.
///
/// @param lines the list, most urgent first: unacknowledged before acknowledged, high before low,
///   newest first; in a flood at most 7 lines, first-out on top
/// @param flood true while it rains
/// @param aside shelved, suppressed, unknown and out of service
/// @param pending on their way in: bad, but not for long enough yet
/// @param recent what happened last, newest first, at most 200
/// @param figures how well the alarms serve
/// @param ring what is to be heard
/// @param rules every rule as it holds now, in the order of the configuration page
public record Alarms(
        List<Line> lines,
        boolean flood,
        List<Alarm> aside,
        List<Alarm> pending,
        List<AlarmEvent> recent,
        Figures figures,
        Ring ring,
        List<Rule> rules) {
    /// Most lines while it rains.
    public static final int MOST_LINES = 7;

    public Alarms {
        lines = List.copyOf(lines);
        aside = List.copyOf(aside);
        pending = List.copyOf(pending);
        recent = List.copyOf(recent);
        rules = List.copyOf(rules);
    }

    /// Before anything was looked at.
    public static Alarms none() {
        return new Alarms(
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Figures.none(),
                Ring.NONE,
                List.of());
    }

    /// Every alarm of the list, those folded under others too.
    public List<Alarm> listed() {
        return lines.stream()
                .flatMap(line ->
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(line.first()), line.others().stream()))
                .toList();
    }

    /// How many are active.
    public int active() {
        return (int) listed().stream().filter(a -> a.state().active()).count();
    }

    /// How many ask for an acknowledgement.
    public int unacknowledged() {
        return (int) listed().stream().filter(a -> a.state().unacknowledged()).count();
    }

    /// How many of those put aside are in a state.
    public int aside(AlarmState state) {
        return (int) aside.stream().filter(a -> a.state() == state).count();
    }
}
