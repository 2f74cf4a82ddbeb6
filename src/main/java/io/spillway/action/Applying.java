package io.spillway.action;

import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.control.ControlException;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One act from its first command to its end. Whatever fails, every balancer that was touched is
/// taken back, and what could not be is said.
final class Applying {
    private final Log log;
    private final Act act;
    private final List<Arm> arms;

    /// @param arms every balancer of the act, each freshly read
    Applying(Log log, Act act, List<Arm> arms) {
        this.log = log;
        this.act = act;
        this.arms = arms;
    }

    ActResult run() {
        try {
            log.write(act.operator(), ActEvents.BEGUN, act.id(), act.begun());
        } catch (JournalException e) {
            return new ActResult(
                    "", Outcome.REFUSED, "Nothing was sent. " + e.getMessage(), List.of());
        }
        String trouble = send();
        List<BalancerResult> results = new ArrayList<>();
        if (trouble.isEmpty()) {
            for (Arm arm : arms) {
                BalancerResult result = arm.verify(act.begun().goal());
                results.add(result);
                trouble = trouble.isEmpty() ? result.message() : trouble;
            }
        }
        if (trouble.isEmpty()) {
            trouble = log.close(act.operator(), ActEvents.APPLIED, act.id(), "", results);
        }
        return trouble.isEmpty() ? applied(results) : restore(trouble);
    }

    private String send() {
        for (Map<Knob, Integer> stage : act.begun().stages()) {
            for (Arm arm : arms) {
                try {
                    arm.step(stage);
                } catch (ControlException e) {
                    return arm.message(e);
                }
            }
        }
        return "";
    }

    private ActResult applied(List<BalancerResult> results) {
        String message =
                "%s set on %s and read back."
                        .formatted(
                                Words.count(act.begun().goal().keySet()),
                                Words.join(act.balancers()));
        return new ActResult(act.id(), Outcome.APPLIED, message, results);
    }

    private ActResult restore(String trouble) {
        List<BalancerResult> results = new ArrayList<>();
        List<String> said = new ArrayList<>();
        boolean whole = true;
        for (Arm arm : arms) {
            if (!arm.touched()) {
                results.add(new BalancerResult(arm.name(), true, "nothing was sent", arm.now()));
                said.add("nothing was sent to " + arm.name());
                continue;
            }
            Passage passage = new Passage(act.before(arm.name()), act.begun().stages(), List.of());
            BalancerResult result = arm.giveBack(passage);
            results.add(result);
            whole &= result.ok();
            said.add(
                    result.ok()
                            ? result.message()
                            : "%s could not be set back and may hold new weights (%s)"
                                    .formatted(arm.name(), result.message()));
        }
        String message =
                "Not applied: %s. Then %s.".formatted(Words.open(trouble), String.join("; ", said));
        message +=
                whole
                        ? " Every balancer reads back as before."
                        : " Undo %s once that balancer can be changed.".formatted(act.id());
        String kind = whole ? ActEvents.RESTORED : ActEvents.INTERRUPTED;
        String unwritten = log.close(act.operator(), kind, act.id(), message, results);
        message += unwritten.isEmpty() ? "" : " But " + unwritten;
        return new ActResult(
                act.id(), whole ? Outcome.RESTORED : Outcome.INTERRUPTED, message, results);
    }
}
