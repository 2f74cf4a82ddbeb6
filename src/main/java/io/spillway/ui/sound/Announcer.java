package io.spillway.ui.sound;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.rule.Priority;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Announces, while nobody looks at the window, the high alarms that begin to wait for an answer.
/// It names rule and source only: what else an alarm says may not be meant for everybody who sees
/// the desktop. For one thread.
public final class Announcer {
    private static final int NAMED = 3;

    private final Notifier notifier;
    private Set<String> before = Set.of();

    public Announcer(Notifier notifier) {
        this.notifier = notifier;
    }

    /// To be called with the alarms of each Picture.
    ///
    /// @param looked true while the window has the focus
    public void show(Alarms alarms, boolean looked) {
        List<Alarm> waiting =
                alarms.listed().stream()
                        .filter(a -> a.state() == AlarmState.ACTIVE_UNACKNOWLEDGED)
                        .filter(Announcer::urgent)
                        .toList();
        List<Alarm> fresh = waiting.stream().filter(a -> !before.contains(a.id())).toList();
        before = new HashSet<>(waiting.stream().map(Alarm::id).toList());
        if (!looked && !fresh.isEmpty()) {
            notifier.say(title(fresh), text(fresh));
        }
    }

    private static boolean urgent(Alarm alarm) {
        return alarm.priority() == Priority.HIGH || alarm.rule().name().equals("blind");
    }

    private static String title(List<Alarm> fresh) {
        return fresh.size() == 1
                ? Words.of("sound.high-alarm")
                : Words.of("sound.high-alarms", fresh.size());
    }

    private static String text(List<Alarm> fresh) {
        String named = String.join("\n", fresh.stream().limit(NAMED).map(Announcer::line).toList());
        int more = fresh.size() - NAMED;
        return more > 0 ? named + "\n" + Words.of("kit.and-more", more) : named;
    }

    private static String line(Alarm alarm) {
        String name = alarm.subject().name();
        return RuleWords.title(alarm.rule()) + (name.isEmpty() ? "" : ": " + name);
    }
}
