package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.Line;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.rule.Unit;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything said of one alarm at one tick.
final class AlarmDetail {
    private final Alarm alarm;
    private final Picture picture;
    private final long now;

    AlarmDetail(Alarm alarm, Picture picture) {
        this.alarm = alarm;
        this.picture = picture;
        this.now = picture.time().toEpochMilli();
    }

    /// A fact: what it is about, and in words.
    record Fact(String what, String words) {}

    String title() {
        return AlarmWords.source(alarm.subject()) + ": " + RuleWords.title(alarm.rule());
    }

    /// Where it stands, since when.
    String sub() {
        if (alarm.standing().phase() == Standing.Phase.PENDING && alarm.since() == 0) {
            return Words.of("alarms.not-yet", AlarmWords.pending(alarm, now));
        }
        String state = AlarmWords.state(alarm);
        String head = state.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + state.substring(1);
        return alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED
                ? Words.of("alarms.since-for", head, AlarmWords.clock(alarm.since()), age())
                : head;
    }

    private String age() {
        return Format.span(Duration.ofMillis(now - alarm.since()));
    }

    /// Value, limits, delays, timers, rule, who was first, who has it.
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Words.of("alarms.value"), value()));
        facts.add(new Fact(Words.of("alarms.limit"), limit()));
        facts.add(new Fact(Words.of("alarms.delays"), delays()));
        facts.add(new Fact(Words.of("alarms.timers"), timers()));
        facts.add(new Fact(Words.of("alarms.first-out"), firstOut()));
        facts.add(
                new Fact(
                        Words.of("alarms.rule"),
                        alarm.rule().name() + ", " + AlarmWords.priority(alarm.rule().priority())));
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf != null) {
            String since = ", " + shelf.operator() + " " + AlarmWords.clock(shelf.from());
            facts.add(new Fact(Words.of("alarms.shelved"), shelf.reason() + since));
        }
        if (alarm.chatters()) {
            facts.add(new Fact(Words.of("alarms.chatter"), Words.of("alarms.chatter-help")));
        }
        return facts;
    }

    private String value() {
        Unit unit = alarm.rule().unit();
        if (unit == Unit.NONE) {
            return alarm.detail().isEmpty() ? RuleWords.title(alarm.rule()) : alarm.detail();
        }
        String known = AlarmWords.value(alarm.value(), unit);
        String value = Double.isFinite(alarm.value()) ? known : Words.of("alarms.not-known-now");
        return value + (alarm.detail().isEmpty() ? "" : ", " + alarm.detail());
    }

    private String limit() {
        Limits limits = alarm.rule().limits();
        Unit unit = alarm.rule().unit();
        if (unit == Unit.NONE) {
            return Words.of("alarms.no-level");
        }
        String words =
                Words.of(
                        limits.low() ? "alarms.limit-low" : "alarms.limit-high",
                        AlarmWords.value(limits.set(), unit),
                        AlarmWords.value(limits.clear(), unit));
        return Double.isNaN(limits.high()) || limits.high() == limits.set()
                ? words
                : Words.of("alarms.limit-and-high", words, AlarmWords.value(limits.high(), unit));
    }

    private String delays() {
        return Words.of(
                "alarms.delays-both",
                AlarmWords.delay(AlarmWords.onDelay(alarm)),
                AlarmWords.delay(AlarmWords.offDelay(alarm)));
    }

    private String timers() {
        List<String> parts = new ArrayList<>();
        switch (alarm.standing().phase()) {
            case PENDING ->
                    parts.add(Words.of("alarms.pending-for", AlarmWords.pending(alarm, now)));
            case CLEARING -> parts.add(AlarmWords.clearing(alarm, now));
            case BAD -> parts.add(Words.of("alarms.raised-after", full()));
            case WELL -> parts.add(Words.of("alarms.back-to-normal"));
        }
        Alarm.Acknowledged who = alarm.acknowledged();
        if (alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED && who != null) {
            long left = who.time() + alarm.rule().reAlarm().toMillis() - now;
            parts.add(Words.of("alarms.re-alarm-in", Format.span(Duration.ofMillis(left))));
        } else if (alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED) {
            parts.add(Words.of("alarms.re-alarm-after", Format.age(alarm.rule().reAlarm())));
        }
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf != null && shelf.until() > 0) {
            parts.add(Words.of("alarms.back-in", AlarmWords.minutes(shelf.until() - now)));
        }
        return String.join("; ", parts);
    }

    private String full() {
        String delay = AlarmWords.delay(AlarmWords.onDelay(alarm));
        return AlarmWords.onDelay(alarm) < 120_000
                ? Words.of("alarms.of", AlarmWords.onDelay(alarm) / 1000, delay)
                : delay;
    }

    private String firstOut() {
        List<Alarm> kin = kin(picture.alarms());
        Alarm first = kin.getFirst();
        if (!first.id().equals(alarm.id())) {
            String name = AlarmWords.source(first.subject());
            return Words.of("alarms.first-other", name, AlarmWords.clock(first.since()));
        }
        int more = kin.size() - 1;
        if (more == 0) {
            return Words.of("alarms.first-alone");
        }
        String other = AlarmWords.source(kin.get(1).subject());
        return more == 1
                ? Words.of("alarms.first-of-two", other)
                : Words.of("alarms.first-of-many", more);
    }

    /// Those of one cause, the one raised first in front; this alarm itself is among them.
    private List<Alarm> kin(Alarms alarms) {
        for (Line line : alarms.lines()) {
            List<Alarm> all = new ArrayList<>(List.of(line.first()));
            all.addAll(line.others());
            if (all.size() > 1 && all.stream().anyMatch(a -> a.id().equals(alarm.id()))) {
                return all;
            }
        }
        List<Alarm> all =
                alarms.listed().stream()
                        .filter(a -> a.state().active() && !a.id().equals(alarm.id()))
                        .filter(a -> a.rule().name().equals(alarm.rule().name()))
                        .filter(a -> a.subject().pool().equals(alarm.subject().pool()))
                        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        all.addFirst(alarm);
        all.sort(Comparator.comparingLong(Alarm::since));
        return all;
    }

    /// Why it matters.
    String guidance() {
        String time = Format.age(alarm.rule().guidance().timeToRespond());
        return RuleWords.why(alarm.rule()) + " " + Words.of("alarms.time-to-respond", time);
    }

    /// What to do.
    String response() {
        return RuleWords.response(alarm.rule());
    }

    /// The plans that would help: those of its pool, for the fleet all.
    List<Plan> relief() {
        boolean all = alarm.subject().kind() == Subject.Kind.FLEET;
        return picture.plans().stream()
                .filter(p -> all || p.pool().equals(alarm.subject().pool()))
                .limit(2)
                .toList();
    }
}
