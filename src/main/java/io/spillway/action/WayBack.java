package io.spillway.action;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way that an act in force is given back in: weights through the steps that they came by,
/// gates opened by [#RELEASE] at a time, the most critical class first.
final class WayBack {
    /// Share of a class that is let in again at once, in thousandths.
    static final int RELEASE = 100;

    private WayBack() {}

    /// What to send one after another; the last is what was before the act, as far as one map can
    /// say it. One entry if it is given back at once.
    static List<Map<Knob, Integer>> of(Act act) {
        Map<Knob, Integer> now = act.now().intended();
        List<Knob> sheds =
                now.keySet().stream()
                        .filter(k -> k.kind() == Kind.SHED)
                        .sorted(Comparator.comparingInt(k -> Integer.parseInt(k.name())))
                        .toList();
        return sheds.isEmpty() ? steps(act) : releases(act, now, sheds);
    }

    private static List<Map<Knob, Integer>> steps(Act act) {
        List<Map<Knob, Integer>> way = new ArrayList<>();
        int held = act.begun().preparation() + Math.max(0, act.now().step() - 1);
        for (int stage = held - 1; stage >= act.begun().preparation(); stage--) {
            way.add(act.begun().stages().get(stage));
        }
        way.add(before(act));
        return way;
    }

    private static List<Map<Knob, Integer>> releases(
            Act act, Map<Knob, Integer> now, List<Knob> sheds) {
        Map<Knob, Integer> before = before(act);
        Map<Knob, Integer> at = new LinkedHashMap<>(now);
        List<Map<Knob, Integer>> way = new ArrayList<>();
        for (Knob knob : sheds) {
            int goal = before.getOrDefault(knob, 0);
            while (at.getOrDefault(knob, 0) > goal) {
                at.put(knob, Math.max(goal, at.getOrDefault(knob, 0) - RELEASE));
                way.add(new LinkedHashMap<>(at));
            }
        }
        if (!way.isEmpty()) {
            way.removeLast();
        }
        way.add(before);
        return way;
    }

    private static Map<Knob, Integer> before(Act act) {
        return act.begun().before().getOrDefault(act.balancers().getFirst(), Map.of());
    }
}
