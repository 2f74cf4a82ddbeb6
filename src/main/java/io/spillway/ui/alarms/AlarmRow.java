package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Line;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one row of the list says at one tick.
///
/// @param alarm the alarm, in a flood the one that came first
/// @param others those folded under it and not shown as rows of their own
/// @param look how the row is to be read
/// @param what is the matter
/// @param lasts for how long, or the timer that runs
/// @param state where it stands
record AlarmRow(
        Alarm alarm, List<Alarm> others, Look look, String what, String lasts, String state) {
    /// How a row is to be read.
    enum Look {
        /// In the list by itself.
        LISTED,
        /// Stands for others too, which are folded under it.
        FOLDED,
        /// Stands for others, which follow it.
        OPEN,
        /// One of those that follow.
        CHILD,
        /// On its way in.
        PENDING,
        /// Shelved, suppressed, unknown or out of service.
        ASIDE,
        /// Just left the list, and stays only as long as the operator points at it.
        OVER
    }

    /// A line of the list.
    ///
    /// @param open true if those under it have rows of their own
    static AlarmRow of(Line line, boolean open, long now) {
        Alarm first = line.first();
        boolean alone = line.others().isEmpty();
        Look look = alone ? Look.LISTED : open ? Look.OPEN : Look.FOLDED;
        return new AlarmRow(
                first,
                look == Look.FOLDED ? line.others() : List.of(),
                look,
                alone ? AlarmWords.what(first) : line.text(),
                AlarmWords.lasts(first, now),
                AlarmWords.state(first));
    }

    /// An alarm that is no line of its own.
    static AlarmRow of(Alarm alarm, Look look, long now) {
        String state = look == Look.PENDING ? Words.of("alarms.pending") : AlarmWords.state(alarm);
        return new AlarmRow(
                alarm,
                List.of(),
                look,
                AlarmWords.what(alarm),
                AlarmWords.lasts(alarm, now),
                state);
    }

    /// The same after it left the list.
    AlarmRow over() {
        return new AlarmRow(alarm, others, Look.OVER, what, "", Words.of("alarms.not-listed"));
    }

    String id() {
        return alarm.id();
    }

    /// Every alarm this row stands for.
    List<Alarm> all() {
        List<Alarm> all = new ArrayList<>();
        all.add(alarm);
        all.addAll(others);
        return all;
    }

    /// True if it waits for an answer.
    boolean asks() {
        return (look == Look.LISTED
                        || look == Look.FOLDED
                        || look == Look.OPEN
                        || look == Look.CHILD)
                && all().stream().anyMatch(a -> a.state().unacknowledged());
    }

    String value() {
        return AlarmWords.value(alarm.value(), alarm.rule().unit());
    }

    String limit() {
        return AlarmWords.value(alarm.rule().limits().set(), alarm.rule().unit());
    }

    /// True if every word stands somewhere in the row.
    boolean has(List<String> words) {
        String text =
                String.join(
                                " ",
                                alarm.id(),
                                AlarmWords.source(alarm.subject()),
                                alarm.subject().pool(),
                                what,
                                state)
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
