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
        return AlarmWords.source(alarm.subject()) + ": " + alarm.rule().title();
    }

    /// Where it stands, since when.
    String sub() {
        if (alarm.standing().phase() == Standing.Phase.PENDING && alarm.since() == 0) {
            return "not an alarm yet: " + AlarmWords.pending(alarm, now);
        }
        String state = AlarmWords.state(alarm);
        String head = state.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + state.substring(1);
        return alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED
                ? head + " since " + AlarmWords.clock(alarm.since()) + " (" + age() + ")"
                : head;
    }

    private String age() {
        return Format.span(Duration.ofMillis(now - alarm.since()));
    }

    /// Value, limits, delays, timers, rule, who was first, who has it.
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Value", value()));
        facts.add(new Fact("Limit", limit()));
        facts.add(new Fact("Delays", delays()));
        facts.add(new Fact("Timers", timers()));
        facts.add(new Fact("First out", firstOut()));
        facts.add(new Fact("Rule", alarm.rule().name() + ", " + alarm.rule().priority().word()));
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf != null) {
            String since = ", " + shelf.operator() + " " + AlarmWords.clock(shelf.from());
            facts.add(new Fact("Shelved", shelf.reason() + since));
        }
        if (alarm.chatters()) {
            facts.add(new Fact("Chatter", "comes and goes: a longer on-delay or shelving helps"));
        }
        return facts;
    }

    private String value() {
        Unit unit = alarm.rule().unit();
        if (unit == Unit.NONE) {
            return alarm.detail().isEmpty() ? alarm.rule().title() : alarm.detail();
        }
        String known = AlarmWords.value(alarm.value(), unit);
        String value = Double.isFinite(alarm.value()) ? known : "not known now";
        return value + (alarm.detail().isEmpty() ? "" : ", " + alarm.detail());
    }

    private String limit() {
        Limits limits = alarm.rule().limits();
        Unit unit = alarm.rule().unit();
        if (unit == Unit.NONE) {
            return "is or is not: no level";
        }
        String side = limits.low() ? "above " : "below ";
        String words =
                "sets at "
                        + AlarmWords.value(limits.set(), unit)
                        + ", clears "
                        + side
                        + AlarmWords.value(limits.clear(), unit);
        return Double.isNaN(limits.high()) || limits.high() == limits.set()
                ? words
                : words + ", high at " + AlarmWords.value(limits.high(), unit);
    }

    private String delays() {
        return AlarmWords.delay(AlarmWords.onDelay(alarm))
                + " until it rings, "
                + AlarmWords.delay(AlarmWords.offDelay(alarm))
                + " until it clears";
    }

    private String timers() {
        List<String> parts = new ArrayList<>();
        switch (alarm.standing().phase()) {
            case PENDING -> parts.add("pending, " + AlarmWords.pending(alarm, now));
            case CLEARING -> parts.add(AlarmWords.clearing(alarm, now));
            case BAD -> parts.add("raised after " + full());
            case WELL -> parts.add("back to normal");
        }
        Alarm.Acknowledged who = alarm.acknowledged();
        if (alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED && who != null) {
            long left = who.time() + alarm.rule().reAlarm().toMillis() - now;
            parts.add("re-alarm in " + Format.span(Duration.ofMillis(left)));
        } else if (alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED) {
            parts.add("re-alarm " + Format.age(alarm.rule().reAlarm()) + " after acknowledgement");
        }
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf != null && shelf.until() > 0) {
            parts.add("back in " + AlarmWords.minutes(shelf.until() - now));
        }
        return String.join("; ", parts);
    }

    private String full() {
        String delay = AlarmWords.delay(AlarmWords.onDelay(alarm));
        return AlarmWords.onDelay(alarm) < 120_000
                ? AlarmWords.onDelay(alarm) / 1000 + " of " + delay
                : delay;
    }

    private String firstOut() {
        List<Alarm> kin = kin(picture.alarms());
        Alarm first = kin.getFirst();
        if (!first.id().equals(alarm.id())) {
            String name = AlarmWords.source(first.subject());
            return "no; " + name + " was first, " + AlarmWords.clock(first.since());
        }
        int more = kin.size() - 1;
        if (more == 0) {
            return "yes; no other followed";
        }
        String one = " (" + AlarmWords.source(kin.get(1).subject()) + ")";
        return "yes; " + more + (more == 1 ? " other followed" + one : " others followed");
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
        var g = alarm.rule().guidance();
        String time = Format.age(g.timeToRespond());
        return g.cause() + " " + g.consequence() + " Time to respond: " + time + ".";
    }

    /// What to do.
    String response() {
        return alarm.rule().guidance().response();
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
