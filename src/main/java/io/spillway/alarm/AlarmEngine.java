package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.signal.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The alarms' state machine as a pure step: memory, signals and time in; memory and events out.
/// Holds nothing that changes; safe from any thread.
public final class AlarmEngine {
    private final RuleBook rules;

    public AlarmEngine(Rules rules) {
        this.rules = new RuleBook(rules);
    }

    /// A tick.
    ///
    /// @param signals of all that is not well or not known, and of all that is tracked; one of a
    ///   rule that there is none of is left out, and where two have one id the last one counts
    /// @param time epoch milliseconds, not before the last step's
    public Outcome step(Memory memory, List<Signal> signals, long time) {
        Round round = new Round(time);
        Map<String, Signal> news = new LinkedHashMap<>(signals.size() * 2);
        signals.forEach(s -> news.put(s.id(), s));
        Map<String, Kept> next = new LinkedHashMap<>(memory.kept().size() * 2);
        for (Kept kept : memory.kept().values()) {
            Signal signal = news.remove(kept.id());
            Optional<Course> course = course(kept, round);
            if (course.isEmpty()) {
                gone(kept, round);
                continue;
            }
            course.get().step(signal);
            keep(course.get(), next);
        }
        for (Signal signal : news.values()) {
            Rule rule = rules.rule(signal.rule(), signal.subject());
            if (rule != null) {
                Course course = Course.first(signal, rule, round);
                course.step(signal);
                keep(course, next);
            }
        }
        return finish(memory, next, round, "");
    }

    /// An operator's act: on the ids it names and no others.
    ///
    /// @param time epoch milliseconds
    public Outcome act(Memory memory, OperatorAct act, long time) {
        Round round = new Round(time);
        Map<String, Kept> next = new LinkedHashMap<>(memory.kept());
        Acting acting = new Acting(next, kept -> course(kept, round), round);
        String refusal = acting.act(act);
        return finish(memory, next, round, refusal);
    }

    private Optional<Course> course(Kept kept, Round round) {
        return Optional.ofNullable(rules.rule(kept.seen().rule(), kept.seen().subject()))
                .map(r -> new Course(kept, r, round));
    }

    private static void keep(Course course, Map<String, Kept> next) {
        Kept kept = course.keep();
        if (course.over()) {
            next.remove(kept.id());
        } else {
            next.put(kept.id(), kept);
        }
    }

    /// Nobody can say any more what it was about.
    private static void gone(Kept kept, Round round) {
        Stage stage = kept.stage();
        if (stage.state() != AlarmState.NORMAL) {
            round.add(
                    new AlarmEvent(
                            round.time(),
                            AlarmEvent.Kind.RETURNED,
                            kept.id(),
                            stage.state(),
                            AlarmState.NORMAL,
                            stage.priority(),
                            Double.NaN,
                            "",
                            kept.id() + ": there is no such rule any more"));
        }
    }

    private static Outcome finish(
            Memory before, Map<String, Kept> next, Round round, String refusal) {
        Flood flood = before.flood().next(round.raised(), round.time());
        List<AlarmEvent> events = new ArrayList<>(round.events());
        if (flood.on() != before.flood().on()) {
            events.add(flood(flood, round.time()));
        }
        Sound sound =
                before.sound()
                        .next(Sound.wanted(next.values()), round.news(), flood.on(), round.time());
        return new Outcome(new Memory(next, flood, sound), events, refusal);
    }

    private static AlarmEvent flood(Flood flood, long time) {
        return new AlarmEvent(
                time,
                flood.on() ? AlarmEvent.Kind.FLOOD_BEGAN : AlarmEvent.Kind.FLOOD_ENDED,
                "",
                AlarmState.NORMAL,
                AlarmState.NORMAL,
                Priority.LOW,
                Double.NaN,
                "",
                flood.on()
                        ? "Flood: more than 10 alarms within 10 minutes; the list is folded"
                        : "Flood over: fewer than 5 alarms within 10 minutes");
    }
}
