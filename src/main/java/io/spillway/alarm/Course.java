package io.spillway.alarm;

import static io.spillway.alarm.AlarmState.NORMAL;
import static io.spillway.alarm.AlarmState.OUT_OF_SERVICE;
import static io.spillway.alarm.AlarmState.RETURNED_UNACKNOWLEDGED;
import static io.spillway.alarm.AlarmState.SHELVED;
import static io.spillway.alarm.AlarmState.SUPPRESSED;
import static io.spillway.alarm.AlarmState.UNKNOWN;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Signal;
import org.jspecify.annotations.Nullable;

/// One alarm on its way through a step: what is kept of it goes in, and comes out again. Finds out
/// what happens; [Transitions] says what comes of it.
final class Course {
    private final String id;
    private final Rule rule;
    private final Round round;
    private Look look;
    private Stage stage;
    private Chatter chatter;

    /// @param rule with the limits that hold for the subject
    Course(Kept kept, Rule rule, Round round) {
        this.id = kept.id();
        this.rule = rule;
        this.round = round;
        this.look = kept.look();
        this.stage = kept.stage();
        this.chatter = kept.chatter();
    }

    /// One that was not followed so far.
    static Course first(Signal signal, Rule rule, Round round) {
        Look look = new Look(Seen.of(signal, Double.NaN), Standing.WELL, 0);
        Stage stage = Stage.first(rule.priority());
        return new Course(new Kept(signal.id(), look, stage, Chatter.NONE), rule, round);
    }

    Kept keep() {
        return new Kept(id, look, stage, chatter);
    }

    /// True if there is nothing left to remember.
    boolean over() {
        return stage.state() == NORMAL
                && look.standing().phase() == Standing.Phase.WELL
                && chatter.rises().isEmpty();
    }

    Stage stage() {
        return stage;
    }

    boolean active() {
        return look.standing().active();
    }

    /// A step.
    ///
    /// @param signal null if there is none, which says that all is well
    void step(@Nullable Signal signal) {
        boolean was = look.standing().active();
        look = look.next(signal, rule.limits(), round.time());
        boolean returned = was && !look.standing().active();
        if (returned && covered()) {
            happen(Happening.RETURNED, "", "");
        }
        endShelf(returned);
        settle();
        if (!was && look.standing().active() && covered()) {
            happen(Happening.RAISED, "", "");
        }
        rise();
        reAlarm();
        chatter = chatter.at(round.time());
    }

    private boolean covered() {
        AlarmState state = stage.state();
        return state == SHELVED
                || state == SUPPRESSED
                || state == OUT_OF_SERVICE
                || state == UNKNOWN;
    }

    private void endShelf(boolean returned) {
        Alarm.Shelf shelf = stage.shelf();
        if (shelf == null) {
            return;
        }
        if (shelf.until() == 0 && returned) {
            happen(Happening.UNSHELVED, "", "it returned to normal");
        } else if (shelf.until() != 0 && round.time() >= shelf.until()) {
            happen(Happening.UNSHELVED, "", "its time on the shelf is over");
        }
    }

    /// Brings the state into line with what is seen.
    void settle() {
        if (stage.state() == SHELVED || stage.state() == OUT_OF_SERVICE) {
            return;
        }
        if (!look.seen().known()) {
            if (stage.state() != UNKNOWN) {
                happen(Happening.LOST, "", cause("not known"));
            }
            return;
        }
        boolean active = look.standing().active();
        boolean below = stage.state() == SUPPRESSED && stage.beneath() != NORMAL;
        if (!look.seen().parent().isEmpty() && (active || below)) {
            if (stage.state() != SUPPRESSED) {
                happen(Happening.SUPPRESSED, "", cause("suppressed"));
            }
            return;
        }
        if (covered()) {
            happen(Happening.freed(stage.beneath()), "", "");
        }
        if (stage.state() == NORMAL) {
            stage = stage.with(priority());
        }
        if (active && (stage.state() == NORMAL || stage.state() == RETURNED_UNACKNOWLEDGED)) {
            happen(Happening.RAISED, "", "");
        } else if (!active && stage.state().active()) {
            happen(Happening.RETURNED, "", "");
        }
    }

    private String cause(String what) {
        return look.seen().parent().isEmpty() ? what : what + " by " + look.seen().parent();
    }

    private void rise() {
        if (look.standing().active() && look.seen().known() && priority().above(stage.priority())) {
            stage = stage.with(priority());
            happen(Happening.ROSE, "", "now " + stage.priority().word());
        }
    }

    private void reAlarm() {
        Alarm.Acknowledged by = stage.acknowledged();
        long after = rule.reAlarm().toMillis();
        boolean due =
                stage.state() == AlarmState.ACTIVE_ACKNOWLEDGED
                        && by != null
                        && after > 0
                        && round.time() - by.time() >= after;
        if (due) {
            happen(Happening.REALARMED, "", "still active");
        }
    }

    private Priority priority() {
        return look.priority(rule, round.time());
    }

    /// Something happens.
    ///
    /// @param author empty for the engine itself
    /// @param why what else there is to say, may be empty
    void happen(Happening what, String author, String why) {
        AlarmState from = stage.state();
        AlarmState to = Transitions.next(from, what);
        stage = stage.at(to, Beneath.after(stage, to, what), round.time());
        if (what == Happening.RAISED) {
            raised(from);
        }
        // Ten thousand values that are not known are no ten thousand events.
        boolean quiet = (from == NORMAL && to == UNKNOWN) || (from == UNKNOWN && to == NORMAL);
        if (!quiet) {
            tell(what.kind(from), from, author, why);
        }
        if (what == Happening.RAISED || what == Happening.ROSE || what == Happening.REALARMED) {
            ring();
        }
        if (what == Happening.RETURNED) {
            chatter();
        }
    }

    private void raised(AlarmState from) {
        stage = stage.raised(round.time());
        // What was more urgent and nobody has seen stays so.
        boolean more = priority().above(stage.priority());
        // On the shelf, a higher priority is a rise: it takes the alarm off.
        if (from != SHELVED && (more || from != RETURNED_UNACKNOWLEDGED)) {
            stage = stage.with(priority());
        }
        chatter = chatter.raised(round.time());
    }

    /// What chatters rings no more, unless it is of high priority; it is listed all the same.
    private void ring() {
        boolean hushed = chatter.marked() && stage.priority() != Priority.HIGH;
        stage = stage.silenced(hushed);
        if (stage.state() == AlarmState.ACTIVE_UNACKNOWLEDGED && !hushed) {
            round.rings(Sound.pattern(look.seen().rule(), stage.priority()));
        }
    }

    private void chatter() {
        boolean before = chatter.marked();
        chatter = chatter.returned(round.time());
        if (chatter.marked() && !before) {
            tell(
                    AlarmEvent.Kind.CHATTERS,
                    stage.state(),
                    "",
                    "it came and went 3 times in a minute; a longer on-delay or a shelf would"
                            + " quiet it");
        }
    }

    private void tell(AlarmEvent.Kind kind, AlarmState from, String author, String why) {
        round.add(
                new AlarmEvent(
                        round.time(),
                        kind,
                        id,
                        from,
                        stage.state(),
                        stage.priority(),
                        look.seen().known() ? look.seen().value() : Double.NaN,
                        author,
                        Texts.event(rule, look.seen(), why)));
    }

    /// An operator has it. Tells nothing if there is nothing to acknowledge.
    void acknowledge(String operator) {
        boolean owed = stage.state().unacknowledged() || stage.beneath().unacknowledged();
        if (owed) {
            stage = stage.with(new Alarm.Acknowledged(operator, round.time()));
            happen(Happening.ACKNOWLEDGED, operator, "");
        }
    }

    /// An operator puts it aside.
    void shelve(Alarm.Shelf shelf) {
        stage = stage.with(shelf);
        happen(Happening.SHELVED, shelf.operator(), Texts.shelf(shelf));
    }
}
