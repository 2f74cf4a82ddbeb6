package io.spillway.action;

import io.spillway.action.ActEvents.ReadBack;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.journal.JournalException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One undo of one act. It never sends over values that somebody else set; it takes back the
/// balancers that it reaches, and says which it did not. An act is only over once every balancer
/// that it changed reads back as before, also those that are not configured any more.
final class Undoing {
    private static final int NAMED = 3;

    private final Acting acting;
    private final Act act;
    private final List<Act> beneath;
    private final List<Arm> reached = new ArrayList<>();
    private final List<BalancerResult> results = new ArrayList<>();
    private final List<String> unconfigured = new ArrayList<>();

    /// @param acts all that are in force, oldest first
    Undoing(Acting acting, Act act, List<Act> acts) {
        this.acting = acting;
        this.act = act;
        this.beneath =
                acts.stream()
                        .takeWhile(a -> !a.id().equals(act.id()))
                        .filter(act::overlaps)
                        .toList();
    }

    /// @param author who asks
    /// @param kind of the event that ends the act
    ActResult run(String author, String kind) {
        read(acting.controls());
        String trouble = reached.isEmpty() ? unreachable() : foreign();
        trouble = trouble.isEmpty() ? missing() : trouble;
        if (!trouble.isEmpty()) {
            return new ActResult(act.id(), Outcome.REFUSED, trouble, results);
        }
        String unwritten = begin(author);
        for (Arm arm : reached) {
            results.add(arm.giveBack(passage(arm)));
        }
        return end(author, kind, unwritten);
    }

    private void read(Map<String, TrafficControl> controls) {
        for (String balancer : act.balancers()) {
            TrafficControl control = controls.get(balancer);
            if (control == null) {
                unconfigured.add(balancer);
                String gone = balancer + " is not configured any more";
                results.add(new BalancerResult(balancer, false, gone, Map.of()));
                continue;
            }
            Arm arm = new Arm(balancer, control, act.begun().backend());
            try {
                arm.read();
                reached.add(arm);
            } catch (ControlException e) {
                results.add(new BalancerResult(balancer, false, arm.message(e), Map.of()));
            }
        }
    }

    private Passage passage(Arm arm) {
        return act.passage(arm.name(), beneath);
    }

    private String unreachable() {
        return "Nothing was undone, because no balancer could be read: %s. %s"
                .formatted(
                        String.join("; ", results.stream().map(BalancerResult::message).toList()),
                        advice("it answers"));
    }

    /// What to do about the balancers that were not set back.
    private String advice(String once) {
        return unconfigured.isEmpty()
                ? "Undo %s again once %s.".formatted(act.id(), once)
                : "Add %s to the configuration again, then undo %s again."
                        .formatted(Words.join(unconfigured), act.id());
    }

    private String foreign() {
        List<String> found = new ArrayList<>();
        for (Arm arm : reached) {
            for (Knob knob : passage(arm).foreign(arm.now())) {
                found.add(
                        "%s on %s has %s %s now, the act wrote %s, before it was %s"
                                .formatted(
                                        knob.name(),
                                        arm.name(),
                                        knob.kind().noun(),
                                        Words.now(knob, arm.now()),
                                        Words.now(knob, act.begun().goal()),
                                        Words.now(knob, act.before(arm.name()))));
            }
        }
        return found.isEmpty()
                ? ""
                : ("Nothing was undone, because somebody else changed %s since: %s."
                                + " Set them to what the act wrote or to what was before,"
                                + " then undo again.")
                        .formatted(
                                Words.plural(act.begun().goal().keySet()),
                                Words.some(found, NAMED));
    }

    private String missing() {
        for (Arm arm : reached) {
            List<Map<Knob, Integer>> steps = passage(arm).back(arm.now());
            String missing = steps.isEmpty() ? "" : acting.beneathFloor(act, arm, steps.getLast());
            if (!missing.isEmpty()) {
                return "Nothing was undone: " + missing;
            }
        }
        return "";
    }

    /// Giving back is the safe direction: a journal that fails does not hold it up.
    private String begin(String author) {
        Map<String, Map<Knob, Integer>> found = new LinkedHashMap<>();
        reached.forEach(arm -> found.put(arm.name(), arm.now()));
        try {
            acting.log().write(author, ActEvents.UNDOING, act.id(), new ReadBack("", found));
            return "";
        } catch (JournalException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private ActResult end(String author, String kind, String unwritten) {
        boolean whole = results.stream().allMatch(BalancerResult::ok);
        List<String> said = new ArrayList<>();
        for (BalancerResult result : results) {
            said.add(
                    result.ok()
                            ? result.message()
                            : "%s could not be set back (%s)"
                                    .formatted(result.name(), result.message()));
        }
        String message =
                whole
                        ? "Undone: %s.".formatted(String.join("; ", said))
                        : "Not wholly undone: %s. %s"
                                .formatted(
                                        String.join("; ", said),
                                        advice("that balancer can be changed"));
        String event = whole ? kind : ActEvents.INTERRUPTED;
        String unclosed = acting.log().close(author, event, act.id(), message, results);
        Outcome outcome = whole ? Outcome.UNDONE : Outcome.INTERRUPTED;
        String trouble = unclosed.isEmpty() ? unwritten : unclosed;
        return new ActResult(
                act.id(),
                outcome,
                trouble.isEmpty() ? message : message + " But " + trouble,
                results);
    }
}
