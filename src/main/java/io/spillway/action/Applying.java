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

/// One step of one act. Whatever fails, every balancer that the act has touched is taken back to
/// before the act, and what could not be is said.
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

    /// The first step, after the journal holds what it takes to undo.
    ActResult begin() {
        try {
            log.write(act.operator(), ActEvents.BEGUN, act.id(), act.begun());
        } catch (JournalException e) {
            return new ActResult(
                    "", Outcome.REFUSED, "Nothing was sent. " + e.getMessage(), List.of());
        }
        return step(0);
    }

    /// Sends the rest of the way up to a step, reads back, and journals what holds now.
    ///
    /// @param step 0 for the first
    ActResult step(int step) {
        Map<Knob, Integer> wanted = act.stages(step).getLast();
        String trouble = send(act.stages(step));
        List<BalancerResult> results = new ArrayList<>();
        if (trouble.isEmpty()) {
            for (Arm arm : arms) {
                BalancerResult result = arm.verify(act.without(wanted, arm.name()));
                results.add(result);
                trouble = trouble.isEmpty() ? result.message() : trouble;
            }
        }
        boolean last = step + 1 == act.steps();
        if (trouble.isEmpty()) {
            trouble =
                    last
                            ? log.close(act.operator(), ActEvents.APPLIED, act.id(), "", results)
                            : stepped(step + 1, wanted);
        }
        return trouble.isEmpty() ? done(step, wanted, results) : restore(trouble);
    }

    private String stepped(int done, Map<Knob, Integer> holds) {
        try {
            log.write(act.operator(), ActEvents.STEPPED, act.id(), new Stepped(done, holds));
            return "";
        } catch (JournalException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String send(List<Map<Knob, Integer>> stages) {
        for (Map<Knob, Integer> stage : stages) {
            for (Arm arm : arms) {
                try {
                    arm.step(act.without(stage, arm.name()));
                } catch (ControlException e) {
                    return arm.message(e);
                }
            }
        }
        return "";
    }

    private ActResult done(int step, Map<Knob, Integer> wanted, List<BalancerResult> results) {
        String set =
                "%s set on %s and read back."
                        .formatted(Words.count(wanted.keySet()), Words.join(act.balancers()));
        if (step + 1 == act.steps()) {
            return new ActResult(act.id(), Outcome.APPLIED, set, results);
        }
        String message =
                "Step %d of %d: %s The next follows when two new samples show that all is well."
                        .formatted(step + 1, act.steps(), set);
        return new ActResult(act.id(), Outcome.APPLYING, message, results);
    }

    private ActResult restore(String trouble) {
        List<BalancerResult> results = new ArrayList<>();
        List<String> said = new ArrayList<>();
        boolean whole = true;
        for (Arm arm : arms) {
            if (!arm.touched() && act.now().step() == 0) {
                results.add(new BalancerResult(arm.name(), true, "nothing was sent", arm.now()));
                said.add("nothing was sent to " + arm.name());
                continue;
            }
            BalancerResult result = arm.giveBack(act.passage(arm.name(), List.of()));
            results.add(result);
            whole &= result.ok();
            said.add(
                    result.ok()
                            ? result.message()
                            : "%s could not be set back and may hold new %s (%s)"
                                    .formatted(arm.name(), nouns(), result.message()));
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

    private String nouns() {
        return Words.plural(act.begun().goal().keySet());
    }
}
