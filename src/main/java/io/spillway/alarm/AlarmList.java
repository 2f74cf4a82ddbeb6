package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What screens list, made of what the engine remembers.
public final class AlarmList {
    private static final int MOST_RECENT = 200;

    private static final Comparator<Alarm> URGENT_FIRST =
            Comparator.comparing((Alarm a) -> !a.state().unacknowledged())
                    .thenComparing(Alarm::priority)
                    .thenComparing(Comparator.comparingLong(Alarm::since).reversed())
                    .thenComparing(Alarm::id);

    private AlarmList() {}

    /// Every alarm at one tick.
    ///
    /// @param recent what happened last, newest first
    /// @param time epoch milliseconds
    public static Alarms of(
            Memory memory, Rules rules, Figures figures, List<AlarmEvent> recent, long time) {
        RuleBook book = new RuleBook(rules);
        List<Alarm> listed = new ArrayList<>();
        List<Alarm> aside = new ArrayList<>();
        List<Alarm> pending = new ArrayList<>();
        for (Kept kept : memory.kept().values()) {
            Rule rule = book.rule(kept.seen().rule(), kept.seen().subject());
            if (rule == null) {
                continue;
            }
            Alarm alarm = kept.alarm(rule);
            switch (alarm.state()) {
                case NORMAL -> {
                    if (alarm.standing().phase() == Standing.Phase.PENDING) {
                        pending.add(alarm);
                    }
                }
                case ACTIVE_UNACKNOWLEDGED, ACTIVE_ACKNOWLEDGED, RETURNED_UNACKNOWLEDGED ->
                        listed.add(alarm);
                case SHELVED, SUPPRESSED, OUT_OF_SERVICE, UNKNOWN -> aside.add(alarm);
            }
        }
        return new Alarms(
                lines(listed, memory.flood().on()),
                memory.flood().on(),
                aside,
                pending,
                recent.subList(0, Math.min(MOST_RECENT, recent.size())),
                figures,
                memory.ring(),
                rules.rules());
    }

    private static List<Line> lines(List<Alarm> listed, boolean flood) {
        if (flood) {
            return Folding.fold(listed);
        }
        return listed.stream()
                .sorted(URGENT_FIRST)
                .map(a -> new Line(a, List.of(), a.rule().title()))
                .toList();
    }
}
