package io.spillway.action;

import io.spillway.action.ActEvents.Said;
import io.spillway.control.ControlException;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Acts on their way there: begun, taken on step by step, stopped, finished after all.
final class Forward {
    private static final int NAMED = 3;

    private final Acting acting;
    private final SecureRandom random = new SecureRandom();

    Forward(Acting acting) {
        this.acting = acting;
    }

    ActResult apply(Plan plan, String operator, String reason, String consent) {
        if (operator.isBlank() || reason.isBlank()) {
            return Acting.refused(
                    "", "Nothing was sent: an act needs an operator's name and a reason.");
        }
        String trouble = PlanReview.alone(plan, acting.controls().keySet());
        return trouble.isEmpty()
                ? acting.guarded(() -> applyLocked(plan, operator.strip(), reason.strip(), consent))
                : Acting.refused("", trouble);
    }

    private ActResult applyLocked(Plan plan, String operator, String reason, String consent)
            throws JournalException {
        List<Act> acts = acting.acts();
        Act act =
                Draft.of(
                        plan,
                        operator,
                        reason,
                        consent,
                        acting.now(),
                        Actuator.LEASE,
                        acts,
                        random);
        List<Arm> arms = acting.arms(act);
        String trouble = PlanReview.beneath(act, acts);
        for (Arm arm : arms) {
            trouble = trouble.isEmpty() ? moved(plan, arm) : trouble;
            trouble = trouble.isEmpty() ? missing(act, arm) : trouble;
        }
        if (!trouble.isEmpty()) {
            return Acting.refused("", trouble);
        }
        acting.ours().add(act.id());
        return acting.run(act.id(), () -> new Applying(acting.log(), act, arms).begin());
    }

    /// Sends the next step of an act that this process began.
    ActResult proceed(String id) {
        return acting.guarded(() -> {
            Act act = acting.find(id);
            if (act == null
                    || act.status() != Act.Status.STEPPING
                    || !acting.ours().contains(act.id())) {
                return Acting.refused(id, "Act %s has no step to go on with.".formatted(id));
            }
            return forward(act);
        });
    }

    /// Sends what is still to come of an act that was stopped half-way.
    ActResult finish(String id, String operator) {
        if (operator.isBlank()) {
            return Acting.refused(id, "Nothing was sent: an act needs an operator's name.");
        }
        return acting.guarded(() -> {
            Act act = acting.find(id);
            if (act == null || !act.inForce()) {
                return Acting.notInForce(id, act);
            } else if (!LeaseView.of(act, false, acting.ours().contains(act.id())).stuck()) {
                return Acting.refused(
                        act.id(), "Act %s is not stuck half-way.".formatted(act.id()));
            }
            acting.log().write(operator.strip(), ActEvents.RESUMED, act.id(), new Said(""));
            acting.ours().add(act.id());
            return forward(act);
        });
    }

    /// A sentence on what some stage would take away, empty if none does.
    private String missing(Act act, Arm arm) {
        return act.begun().stages().stream()
                .map(stage -> acting.beneathFloor(act, arm, act.without(stage, arm.name())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private ActResult forward(Act act) throws JournalException {
        String newer = Acting.beneathNewer(act, acting.acts());
        if (!newer.isEmpty()) {
            return stop(act, newer);
        }
        List<Arm> arms = acting.arms(act);
        List<String> foreign = new ArrayList<>();
        for (Arm arm : arms) {
            try {
                Map<Knob, Integer> now = arm.read();
                act.passage(arm.name(), List.of())
                        .foreign(now)
                        .forEach(k -> foreign.add("%s on %s".formatted(Words.the(k), arm.name())));
                String missing = missing(act, arm);
                if (!missing.isEmpty()) {
                    return stop(act, missing);
                }
            } catch (ControlException e) {
                return stop(act, "A balancer cannot be read: %s.".formatted(arm.message(e)));
            }
        }
        if (arms.size() < act.balancers().size()) {
            return stop(act, "A balancer of it is not configured any more.");
        } else if (!foreign.isEmpty()) {
            return stop(act, "Somebody else changed %s.".formatted(Words.some(foreign, NAMED)));
        }
        int step = Math.min(act.now().step(), act.steps() - 1);
        return acting.run(act.id(), () -> new Applying(acting.log(), act, arms).step(step));
    }

    /// Sends no further step of an act for now: an operator is to finish it or take it back.
    ///
    /// @param why a sentence
    ActResult halt(String id, String why) {
        return acting.guarded(() -> {
            Act act = acting.find(id);
            return act == null || act.status() != Act.Status.STEPPING
                    ? Acting.refused(id, "Act %s has no step to stop at.".formatted(id))
                    : stop(act, why);
        });
    }

    private ActResult stop(Act act, String why) throws JournalException {
        acting.ours().remove(act.id());
        String text =
                "Stopped after step %d of %d. %s Finish %s or undo it."
                        .formatted(act.now().step(), act.steps(), why, act.id());
        acting.log().write(Acting.ITSELF, ActEvents.HALTED, act.id(), new Said(text));
        return Acting.refused(act.id(), text);
    }

    private static String moved(Plan plan, Arm arm) {
        try {
            Map<Knob, Integer> planned = plan.balancers().getOrDefault(arm.name(), Map.of());
            return PlanReview.moved(arm.name(), planned, arm.read());
        } catch (ControlException e) {
            return "Nothing was sent, because a balancer cannot be read: %s."
                    .formatted(arm.message(e));
        }
    }
}
