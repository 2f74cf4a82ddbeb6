package io.spillway.action;

import io.spillway.action.ActEvents.Extended;
import io.spillway.action.ActEvents.Kept;
import io.spillway.action.ActEvents.Released;
import io.spillway.action.ActEvents.Said;
import io.spillway.action.ActEvents.Values;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.control.ControlException;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What operators decide about an act in force, and what it may do by itself.
final class Terms {
    private static final int NAMED = 3;

    private final Acting acting;

    Terms(Acting acting) {
        this.acting = acting;
    }

    ActResult extend(String id, String operator, Duration more) {
        return decided(
                id,
                operator,
                act -> {
                    Instant now = acting.now();
                    Instant end = act.now().endsAt();
                    Instant from = end == null || end.isBefore(now) ? now : end;
                    Instant until = from.plus(more);
                    acting.log()
                            .write(
                                    operator.strip(),
                                    ActEvents.EXTENDED,
                                    act.id(),
                                    new Extended(until, ""));
                    return noted(
                            act, "Act %s goes on until %s.".formatted(act.id(), Words.time(until)));
                });
    }

    ActResult keep(String id, String operator, boolean permanent) {
        return decided(
                id,
                operator,
                act -> {
                    if (act.unfinished() || act.status() == Act.Status.STEPPING) {
                        return Acting.refused(
                                act.id(),
                                "Act %s is not whole: finish it or undo it first."
                                        .formatted(act.id()));
                    }
                    acting.log()
                            .write(operator.strip(), ActEvents.KEPT, act.id(), new Kept(permanent));
                    return noted(act, "Act %s stays until somebody undoes it.".formatted(act.id()));
                });
    }

    private interface Decision {
        ActResult of(Act act) throws JournalException;
    }

    private ActResult decided(String id, String operator, Decision decision) {
        if (operator.isBlank()) {
            return Acting.refused(id, "Nothing was changed: this needs an operator's name.");
        }
        return acting.guarded(() -> {
            Act act = acting.find(id);
            if (act == null || !act.inForce()) {
                return Acting.notInForce(id, act);
            } else if (act.status() == Act.Status.RAMPING) {
                return Acting.refused(
                        act.id(),
                        "Act %s is being given back: undo it, or let it end.".formatted(act.id()));
            }
            return decision.of(act);
        });
    }

    private static ActResult noted(Act act, String message) {
        return new ActResult(act.id(), Outcome.NOTED, message, List.of());
    }

    ActResult trim(String id, Map<Knob, Integer> values, String why) {
        return acting.guarded(() -> {
            Act act = acting.find(id);
            if (act == null || act.status() != Act.Status.APPLIED || !allowed(act, values)) {
                return Acting.refused(id, "Act %s does not allow that.".formatted(id));
            }
            String newer = Acting.beneathNewer(act, acting.acts());
            String trouble = newer.isEmpty() ? foreign(act) : newer;
            if (!trouble.isEmpty()) {
                return Acting.refused(act.id(), trouble);
            }
            // Written first: a balancer may hold it before the next line is reached.
            acting.log().write(Acting.ITSELF, ActEvents.TRIMMED, act.id(), new Values(values));
            return acting.run(act.id(), () -> send(act, values, why));
        });
    }

    /// A sentence on what somebody else set, empty if nobody did: that is not written over.
    private String foreign(Act act) {
        List<String> found = new ArrayList<>();
        for (Arm arm : acting.arms(act)) {
            try {
                act.passage(arm.name(), List.of())
                        .foreign(arm.read())
                        .forEach(k -> found.add("%s on %s".formatted(Words.the(k), arm.name())));
            } catch (ControlException e) {
                return arm.message(e) + ".";
            }
        }
        return found.isEmpty()
                ? ""
                : "Somebody else changed %s.".formatted(Words.some(found, NAMED));
    }

    private static boolean allowed(Act act, Map<Knob, Integer> values) {
        return values.entrySet().stream()
                .allMatch(e -> {
                    Plan.Range range = act.begun().allows().get(e.getKey());
                    return range != null
                            && e.getValue() >= range.low()
                            && e.getValue() <= range.high();
                });
    }

    ActResult reapply(String id, String operator) {
        return decided(
                id,
                operator,
                act -> {
                    if (act.unfinished()) {
                        return Acting.refused(
                                act.id(), "Act %s is not whole: finish it.".formatted(act.id()));
                    }
                    Map<Knob, Integer> own = own(act);
                    String missing = missing(act, own);
                    if (!missing.isEmpty()) {
                        return Acting.refused(act.id(), "Nothing was sent: " + missing);
                    }
                    String author = operator.strip();
                    acting.log().write(author, ActEvents.REAPPLIED, act.id(), new Said(""));
                    return acting.run(act.id(), () -> send(act, own, "Sent again:"));
                });
    }

    /// What it intends and no later act in force decides.
    private Map<Knob, Integer> own(Act act) throws JournalException {
        Map<Knob, Integer> own = new LinkedHashMap<>(act.now().intended());
        for (Act newer : Acting.over(act, acting.acts())) {
            own.keySet().removeAll(newer.begun().goal().keySet());
        }
        return own;
    }

    private String missing(Act act, Map<Knob, Integer> values) {
        for (Arm arm : acting.arms(act)) {
            try {
                arm.read();
            } catch (ControlException e) {
                return arm.message(e) + ".";
            }
            String missing = acting.beneathFloor(act, arm, act.without(values, arm.name()));
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        return "";
    }

    private ActResult send(Act act, Map<Knob, Integer> values, String why) throws JournalException {
        List<BalancerResult> results = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Arm arm : acting.arms(act)) {
            BalancerResult result = arm.bring(act.without(values, arm.name()));
            results.add(result);
            if (!result.ok()) {
                failed.add(result.message());
            }
        }
        if (failed.isEmpty()) {
            return new ActResult(
                    act.id(),
                    Outcome.APPLIED,
                    "%s %s on %s and read back."
                            .formatted(
                                    why, Words.count(values.keySet()), Words.join(act.balancers())),
                    results);
        }
        String message = "Not everything was set: %s.".formatted(Words.some(failed, NAMED));
        return new ActResult(act.id(), Outcome.INTERRUPTED, message, results);
    }

    ActResult accept(String id, String operator) {
        return decided(
                id,
                operator,
                act -> {
                    Map<String, Set<Knob>> others = new LinkedHashMap<>();
                    List<String> said = new ArrayList<>();
                    Map<Knob, Integer> own = own(act);
                    for (Arm arm : acting.arms(act)) {
                        try {
                            others.put(arm.name(), strange(act, own, arm, said));
                        } catch (ControlException e) {
                            return Acting.refused(act.id(), arm.message(e) + ".");
                        }
                    }
                    if (said.isEmpty()) {
                        return Acting.refused(
                                act.id(), "Every balancer holds what this act wants.");
                    }
                    acting.log()
                            .write(
                                    operator.strip(),
                                    ActEvents.ACCEPTED,
                                    act.id(),
                                    new Released(others));
                    return noted(act, "Left as found: %s.".formatted(Words.some(said, NAMED)));
                });
    }

    private static Set<Knob> strange(Act act, Map<Knob, Integer> own, Arm arm, List<String> said)
            throws ControlException {
        Map<Knob, Integer> found = arm.read();
        Set<Knob> strange = new HashSet<>();
        act.without(own, arm.name())
                .forEach((knob, value) -> {
                    if (!value.equals(knob.among(found))) {
                        strange.add(knob);
                        said.add(
                                "%s on %s (%s)"
                                        .formatted(
                                                Words.the(knob),
                                                arm.name(),
                                                Words.now(knob, found)));
                    }
                });
        return strange;
    }

    void judge(String id, String verdict) throws JournalException {
        acting.log().write(Acting.ITSELF, ActEvents.JUDGED, id, new Said(verdict));
    }
}
