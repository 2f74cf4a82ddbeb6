package io.spillway.action;

import io.spillway.action.ActEvents.Extended;
import io.spillway.action.ActEvents.Ramping;
import io.spillway.action.ActEvents.Said;
import io.spillway.action.ActResult.Outcome;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Acts on their way back: undone, given back at their end, step by step where they are large.
final class Backward {
    private final Acting acting;

    Backward(Acting acting) {
        this.acting = acting;
    }

    /// Takes an act back on every balancer that can be reached, and reads back.
    ActResult undo(String id, String operator) {
        return operator.isBlank()
                ? Acting.refused(id, "Nothing was sent: an undo needs an operator's name.")
                : acting.guarded(() -> giveBack(id, operator.strip(), ActEvents.UNDONE));
    }

    /// Gives an act back at its end, step by step where it is large: [#rampOn] does each further
    /// one. Where that is not safe or does not work, the lease goes on for [Actuator#EXTENSION] and
    /// says why.
    ///
    /// @param obstacle a sentence on why the values of [Lease#before] are not known to be safe;
    ///   empty if they are
    ActResult expire(String id, String obstacle) {
        return acting.guarded(() -> {
            Act act = acting.find(id);
            if (act == null || !act.inForce()) {
                return Acting.notInForce(id, act);
            }
            Instant end = act.now().endsAt();
            if (end == null || acting.now().isBefore(end)) {
                return Acting.refused(
                        act.id(), "Act %s goes on: it is not at its end.".formatted(id));
            }
            ActResult result =
                    obstacle.isEmpty()
                            ? back(act, Acting.ITSELF)
                            : Acting.refused(act.id(), obstacle);
            return result.outcome().done() ? result : extend(act, result);
        });
    }

    /// Gives an act back now, step by step, on an operator's word.
    ActResult rampBack(String id, String operator) {
        if (operator.isBlank()) {
            return Acting.refused(id, "Nothing was sent: to end an act needs an operator's name.");
        }
        return acting.guarded(() -> {
            Act act = acting.find(id);
            return act == null || !act.inForce()
                    ? Acting.notInForce(id, act)
                    : back(act, operator.strip());
        });
    }

    private ActResult back(Act act, String author) throws JournalException {
        if (act.status() == Act.Status.RAMPING) {
            // To begin anew would skip the checks between two steps.
            String message =
                    "Act %s is on its way back already: the next step follows when all is well. Undo it to take it back at once."
                            .formatted(act.id());
            return new ActResult(act.id(), Outcome.APPLYING, message, List.of());
        }
        if (act.unfinished() || act.now().intended().isEmpty()) {
            return giveBack(act.id(), author, ActEvents.ENDED);
        }
        List<Map<Knob, Integer>> way = WayBack.of(act);
        if (way.size() < 2) {
            return giveBack(act.id(), author, ActEvents.ENDED);
        }
        String newer = Acting.beneathNewer(act, acting.acts());
        if (!newer.isEmpty()) {
            return Acting.refused(act.id(), newer);
        }
        acting.log().write(author, ActEvents.RAMPING, act.id(), new Ramping(way));
        return rampOn(acting.find(act.id()));
    }

    /// Sends the next step of the way back of an act that ramps, whichever process began that.
    ActResult rampOn(String id) {
        return acting.guarded(() -> rampOn(acting.find(id)));
    }

    private ActResult rampOn(@Nullable Act act) throws JournalException {
        if (act == null || act.status() != Act.Status.RAMPING) {
            return Acting.refused("", "Nothing is given back: no such act is on its way back.");
        }
        ActResult result = next(act);
        return result.outcome() == Outcome.REFUSED ? held(act, result) : result;
    }

    private ActResult next(Act act) throws JournalException {
        if (act.now().way().size() < 2) {
            return giveBack(act.id(), Acting.ITSELF, ActEvents.ENDED);
        }
        String newer = Acting.beneathNewer(act, acting.acts());
        return newer.isEmpty()
                ? acting.run(act.id(), () -> new Returning(acting, act).step())
                : Acting.refused(act.id(), newer);
    }

    /// Writes down why an act on its way back is not taken further.
    ActResult hold(String id, String why) {
        return acting.guarded(() -> {
            Act act = acting.find(id);
            ActResult refused = Acting.refused(id, why);
            return act == null || act.status() != Act.Status.RAMPING ? refused : held(act, refused);
        });
    }

    /// Once for each step: an act that stays although its end has come must say why.
    private ActResult held(Act act, ActResult result) throws JournalException {
        if (act.now().message().isEmpty()) {
            acting.log().write(Acting.ITSELF, ActEvents.HELD, act.id(), new Said(result.message()));
        }
        return result;
    }

    /// By now something may have been sent, so a journal that fails is told, not thrown.
    private ActResult extend(Act act, ActResult result) {
        Instant until = acting.now().plus(Actuator.EXTENSION);
        String why = result.message();
        String message = "Act %s goes on until %s. %s".formatted(act.id(), Words.time(until), why);
        try {
            acting.log()
                    .write(Acting.ITSELF, ActEvents.EXTENDED, act.id(), new Extended(until, why));
        } catch (JournalException e) {
            String trouble = String.valueOf(e.getMessage());
            message = why.endsWith(trouble) ? why : why + " But " + trouble;
        }
        return new ActResult(act.id(), result.outcome(), message, result.balancers());
    }

    private ActResult giveBack(String id, String author, String kind) throws JournalException {
        List<Act> acts = acting.acts();
        Act act = acting.find(id);
        if (act == null || !act.inForce()) {
            return Acting.notInForce(id, act);
        }
        String newer = Acting.beneathNewer(act, acts);
        if (!newer.isEmpty()) {
            return Acting.refused(act.id(), newer);
        }
        acting.ours().remove(act.id());
        List<Act> inForce = acts.stream().filter(Act::inForce).toList();
        return acting.run(act.id(), () -> new Undoing(acting, act, inForce).run(author, kind));
    }
}
