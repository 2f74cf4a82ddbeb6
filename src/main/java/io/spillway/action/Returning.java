package io.spillway.action;

import io.spillway.action.ActEvents.Stepped;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.control.ControlException;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One step of the way back of one act, but the last, which is an undo. A step that fails leaves
/// the act where it is: it can be tried again, or undone.
final class Returning {
    private static final int NAMED = 3;

    private final Acting acting;
    private final Act act;

    Returning(Acting acting, Act act) {
        this.acting = acting;
        this.act = act;
    }

    ActResult step() throws JournalException {
        Map<Knob, Integer> target = act.now().way().getFirst();
        List<BalancerResult> results = new ArrayList<>();
        List<Arm> arms = acting.arms(act);
        if (arms.size() < act.balancers().size()) {
            String gone = "A balancer of act %s is not configured any more.".formatted(act.id());
            return Acting.refused(act.id(), gone);
        }
        for (Arm arm : arms) {
            String trouble = send(arm, act.without(target, arm.name()), results);
            if (!trouble.isEmpty()) {
                return new ActResult(act.id(), Outcome.REFUSED, trouble, results);
            }
        }
        int done = act.now().step() + 1;
        acting.log().write(act.operator(), ActEvents.STEPPED, act.id(), new Stepped(done, target));
        int of = act.now().step() + act.now().way().size();
        String message = "Step %d of %d on the way back is read back.".formatted(done, of);
        return new ActResult(act.id(), Outcome.APPLYING, message, results);
    }

    private String send(Arm arm, Map<Knob, Integer> target, List<BalancerResult> results) {
        try {
            List<String> foreign =
                    act.passage(arm.name(), List.of()).foreign(arm.read()).stream()
                            .map(Words::the)
                            .toList();
            if (!foreign.isEmpty()) {
                return "Somebody else changed %s on %s: it is not given back any further."
                        .formatted(Words.some(foreign, NAMED), arm.name());
            }
            String missing = acting.beneathFloor(act, arm, target);
            if (!missing.isEmpty()) {
                return missing;
            }
            arm.step(target);
        } catch (ControlException e) {
            return "%s: it will be tried again.".formatted(Words.open(arm.message(e)));
        }
        BalancerResult result = arm.verify(target);
        results.add(result);
        return result.message();
    }
}
