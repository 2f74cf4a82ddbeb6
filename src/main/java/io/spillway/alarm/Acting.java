package io.spillway.alarm;

import io.spillway.alarm.rule.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One act of an operator, alarm by alarm.
final class Acting {
    private static final long MINUTE = 60_000;

    private final Map<String, Kept> kept;
    private final Function<Kept, Optional<Course>> courses;
    private final Round round;
    private final List<String> unknown = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /// @param kept is changed
    Acting(Map<String, Kept> kept, Function<Kept, Optional<Course>> courses, Round round) {
        this.kept = kept;
        this.courses = courses;
        this.round = round;
    }

    /// Does it.
    ///
    /// @return sentences on what was not done; empty if all was
    String act(OperatorAct act) {
        switch (act) {
            case OperatorAct.Acknowledge a -> each(a.ids(), c -> c.acknowledge(a.operator()));
            case OperatorAct.Shelve a -> shelve(a);
            case OperatorAct.Unshelve a ->
                    each(
                            a.ids(),
                            c -> from(c, AlarmState.SHELVED, Happening.UNSHELVED, a.operator()));
            case OperatorAct.Silence a -> silence(a.operator());
            case OperatorAct.TakeOut a -> takeOut(a);
            case OperatorAct.PutBack a ->
                    each(
                            a.ids(),
                            c ->
                                    from(
                                            c,
                                            AlarmState.OUT_OF_SERVICE,
                                            Happening.PUT_BACK,
                                            a.operator()));
        }
        if (!unknown.isEmpty()) {
            refusals.add(
                    "No alarm "
                            + String.join(", ", unknown)
                            + " is followed now: it has gone, or was never there; the list shows"
                            + " what is.");
        }
        return String.join(" ", refusals);
    }

    private void each(List<String> ids, Consumer<Course> what) {
        for (String id : ids.stream().distinct().toList()) {
            Optional<Course> course = Optional.ofNullable(kept.get(id)).flatMap(courses);
            if (course.isEmpty()) {
                unknown.add(id);
                continue;
            }
            what.accept(course.get());
            if (course.get().over()) {
                kept.remove(id);
            } else {
                kept.put(id, course.get().keep());
            }
        }
    }

    private static void from(Course course, AlarmState state, Happening what, String operator) {
        if (course.stage().state() == state) {
            course.happen(what, operator, "");
            course.settle();
        }
    }

    private void shelve(OperatorAct.Shelve act) {
        if (act.reason().isBlank()) {
            refusals.add("Nothing was shelved: give a reason, others will ask for it.");
            return;
        }
        if (act.millis() < 0) {
            refusals.add("Nothing was shelved: the shelf must end after it begins.");
            return;
        }
        each(act.ids(), course -> shelve(course, act));
    }

    private void shelve(Course course, OperatorAct.Shelve act) {
        String id = course.keep().id();
        Priority priority = course.stage().priority();
        if (course.stage().state() == AlarmState.OUT_OF_SERVICE) {
            refusals.add(id + " was not shelved: it is out of service; put it back first.");
        } else if (act.millis() > longest(priority)) {
            refusals.add(
                    id
                            + " was not shelved: an alarm of "
                            + priority.word()
                            + " priority can be shelved for "
                            + Texts.span(longest(priority))
                            + " at most; choose a shorter time.");
        } else if (act.millis() == 0 && !course.active()) {
            refusals.add(
                    id
                            + " was not shelved: it is not active, so there is no return to wait"
                            + " for; give a time instead.");
        } else {
            long until = act.millis() == 0 ? 0 : round.time() + act.millis();
            course.shelve(
                    new Alarm.Shelf(act.operator(), round.time(), until, act.reason().strip()));
        }
    }

    /// How long an alarm may be put aside, milliseconds.
    static long longest(Priority priority) {
        return switch (priority) {
            case HIGH -> 30 * MINUTE;
            case MEDIUM -> 120 * MINUTE;
            case LOW -> 480 * MINUTE;
        };
    }

    private void takeOut(OperatorAct.TakeOut act) {
        if (act.reason().isBlank()) {
            refusals.add(
                    "Nothing was taken out of service: give a reason, others will ask for it.");
            return;
        }
        each(
                act.ids(),
                c -> {
                    if (c.stage().state() != AlarmState.OUT_OF_SERVICE) {
                        c.happen(Happening.TAKEN_OUT, act.operator(), act.reason().strip());
                    }
                });
    }

    private void silence(String operator) {
        int silenced = 0;
        for (Map.Entry<String, Kept> entry : kept.entrySet()) {
            Kept k = entry.getValue();
            Stage stage = k.stage();
            if (stage.state() == AlarmState.ACTIVE_UNACKNOWLEDGED && !stage.silenced()) {
                silenced++;
                entry.setValue(k.with(stage.silenced(true)));
            }
        }
        if (silenced > 0) {
            round.add(
                    new AlarmEvent(
                            round.time(),
                            AlarmEvent.Kind.SILENCED,
                            "",
                            AlarmState.NORMAL,
                            AlarmState.NORMAL,
                            Priority.LOW,
                            silenced,
                            operator,
                            "Sound silenced, alarms that rang: " + silenced));
        }
    }
}
