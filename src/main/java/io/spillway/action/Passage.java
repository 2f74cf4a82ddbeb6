package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.relief.Plan.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way that an act goes through the values of one balancer's knobs, and the way back.
///
/// Weights are set one by one, so that for a moment some are new and some old. To keep every server
/// below twice its share at every moment, neighbouring stages differ by at most a doubling, the way
/// back goes through the same stages, and at each stage the weights that rise are set first.
///
/// @param before the values before the act
/// @param stages the values of each stage, the last being the goal
/// @param allows where the act itself may move a knob to after the last stage
/// @param older the values before the acts beneath this one that are still in force: a balancer
///   that was reloaded holds those
record Passage(
        Map<Knob, Integer> before,
        List<Map<Knob, Integer>> stages,
        Map<Knob, Range> allows,
        List<Map<Knob, Integer>> older) {
    private static final int NOWHERE = Integer.MIN_VALUE;

    /// What to send to come from one set of values to another: only what differs, raises first.
    /// Knobs that are not there any more are left out.
    static Map<Knob, Integer> step(Map<Knob, Integer> now, Map<Knob, Integer> target) {
        Map<Knob, Integer> raises = new LinkedHashMap<>();
        Map<Knob, Integer> rest = new LinkedHashMap<>();
        target.forEach((knob, value) -> {
            Integer present = knob.among(now);
            if (present != null && present < value) {
                raises.put(knob, value);
            } else if (present != null && present > value) {
                rest.put(knob, value);
            }
        });
        raises.putAll(rest);
        return raises;
    }

    /// The knobs whose value is neither from before nor from the act: somebody else's.
    List<Knob> foreign(Map<Knob, Integer> now) {
        List<Knob> knobs = new ArrayList<>();
        for (Knob knob : before.keySet()) {
            Integer value = knob.among(now);
            if (value != null && position(knob, value) == NOWHERE && !beneath(knob, value)) {
                knobs.add(knob);
            }
        }
        return knobs;
    }

    /// Targets to set one after another to come back to the values before; foreign ones and those
    /// from beneath stay.
    List<Map<Knob, Integer>> back(Map<Knob, Integer> now) {
        Map<Knob, Integer> positions = positions(now);
        List<Map<Knob, Integer>> steps = new ArrayList<>();
        for (int target = stages.size() - 1; target >= 0; target--) {
            Map<Knob, Integer> step = new LinkedHashMap<>();
            for (Map.Entry<Knob, Integer> entry : positions.entrySet()) {
                if (entry.getValue() > target) {
                    step.put(entry.getKey(), value(entry.getKey(), target));
                }
            }
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }

    /// How far each knob that is ours has come: 0 before the act, then one more for each stage.
    private Map<Knob, Integer> positions(Map<Knob, Integer> now) {
        Map<Knob, Integer> positions = new LinkedHashMap<>();
        for (Knob knob : before.keySet()) {
            Integer value = knob.among(now);
            if (value != null && position(knob, value) != NOWHERE) {
                positions.put(knob, position(knob, value));
            }
        }
        // The same value can occur in more than one stage. Stages are sent one after another, so
        // the stage that was being sent is one that explains every value.
        for (int stage = 0; stage <= stages.size(); stage++) {
            int reached = stage;
            int passed = Math.max(0, stage - 1);
            if (positions.keySet().stream()
                    .allMatch(s -> at(s, reached, now) || at(s, passed, now))) {
                positions.replaceAll((s, p) -> at(s, passed, now) ? passed : reached);
                break;
            }
        }
        return positions;
    }

    private boolean at(Knob knob, int position, Map<Knob, Integer> now) {
        Integer value = knob.among(now);
        return value != null
                && (value == value(knob, position)
                        || (position == stages.size() && moved(knob, value)));
    }

    /// The knobs that are not back although they are there.
    List<Knob> astray(Map<Knob, Integer> now) {
        List<Knob> knobs = new ArrayList<>();
        before.forEach((knob, value) -> {
            Integer present = knob.among(now);
            if (present != null && !present.equals(value) && !beneath(knob, present)) {
                knobs.add(knob);
            }
        });
        return knobs;
    }

    private boolean beneath(Knob knob, int value) {
        return older.stream().anyMatch(w -> Integer.valueOf(value).equals(knob.among(w)));
    }

    /// The first stage in which a knob has this value, 0 for before the act.
    private int position(Knob knob, int value) {
        for (int i = 0; i <= stages.size(); i++) {
            if (value(knob, i) == value) {
                return i;
            }
        }
        return moved(knob, value) ? stages.size() : NOWHERE;
    }

    /// True if the act itself, by what it allows or on its way back, may have set this. Weights go
    /// back through their stages, everything else in a straight line.
    private boolean moved(Knob knob, int value) {
        Range allowed = allows.get(knob);
        if (allowed != null && value >= allowed.low() && value <= allowed.high()) {
            return true;
        }
        int one = value(knob, 0);
        int other = value(knob, stages.size());
        return knob.kind().gate() && value >= Math.min(one, other) && value <= Math.max(one, other);
    }

    private int value(Knob knob, int position) {
        Map<Knob, Integer> values = position == 0 ? before : stages.get(position - 1);
        return values.getOrDefault(knob, NOWHERE);
    }
}
