package io.spillway.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way that an act goes through the weights of one balancer, and the way back.
///
/// Weights are set one by one, so that for a moment some are new and some old. To keep every server
/// below twice its share at every moment, neighbouring stages differ by at most a doubling, the way
/// back goes through the same stages, and at each stage the weights that rise are set first.
///
/// @param before the weights before the act
/// @param stages the weights of each stage, the last being the goal
/// @param older the weights before the acts beneath this one that are still in force: a balancer
///   that was reloaded holds those
record Passage(
        Map<String, Integer> before,
        List<Map<String, Integer>> stages,
        List<Map<String, Integer>> older) {
    private static final int NOWHERE = -1;

    /// What to send to come from one set of weights to another: only what differs, raises first.
    /// Servers that are not there any more are left out.
    static Map<String, Integer> step(Map<String, Integer> now, Map<String, Integer> target) {
        Map<String, Integer> raises = new LinkedHashMap<>();
        Map<String, Integer> rest = new LinkedHashMap<>();
        target.forEach((server, weight) -> {
            Integer present = now.get(server);
            if (present != null && present < weight) {
                raises.put(server, weight);
            } else if (present != null && present > weight) {
                rest.put(server, weight);
            }
        });
        raises.putAll(rest);
        return raises;
    }

    /// The servers whose weight is neither from before nor from the act: somebody else's.
    List<String> foreign(Map<String, Integer> now) {
        List<String> names = new ArrayList<>();
        for (String server : before.keySet()) {
            Integer weight = now.get(server);
            if (weight != null && position(server, weight) == NOWHERE && !beneath(server, weight)) {
                names.add(server);
            }
        }
        return names;
    }

    /// Targets to set one after another to come back to the weights before; foreign weights and
    /// those from beneath stay.
    List<Map<String, Integer>> back(Map<String, Integer> now) {
        Map<String, Integer> positions = positions(now);
        List<Map<String, Integer>> steps = new ArrayList<>();
        for (int target = stages.size() - 1; target >= 0; target--) {
            Map<String, Integer> step = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> entry : positions.entrySet()) {
                if (entry.getValue() > target) {
                    step.put(entry.getKey(), weight(entry.getKey(), target));
                }
            }
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }

    /// How far each server that is ours has come: 0 before the act, then one more for each stage.
    private Map<String, Integer> positions(Map<String, Integer> now) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String server : before.keySet()) {
            Integer weight = now.get(server);
            if (weight != null && position(server, weight) != NOWHERE) {
                positions.put(server, position(server, weight));
            }
        }
        // The same weight can occur in more than one stage. Stages are sent one after another, so
        // the stage that was being sent is one that explains every weight.
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

    private boolean at(String server, int position, Map<String, Integer> now) {
        return Integer.valueOf(weight(server, position)).equals(now.get(server));
    }

    /// The servers that are not back although they are there.
    List<String> astray(Map<String, Integer> now) {
        List<String> names = new ArrayList<>();
        before.forEach((server, weight) -> {
            Integer present = now.get(server);
            if (present != null && !present.equals(weight) && !beneath(server, present)) {
                names.add(server);
            }
        });
        return names;
    }

    private boolean beneath(String server, int weight) {
        return older.stream().anyMatch(w -> Integer.valueOf(weight).equals(w.get(server)));
    }

    /// The first stage in which a server has this weight, 0 for before the act.
    private int position(String server, int weight) {
        for (int i = 0; i <= stages.size(); i++) {
            if (weight(server, i) == weight) {
                return i;
            }
        }
        return NOWHERE;
    }

    private int weight(String server, int position) {
        Map<String, Integer> weights = position == 0 ? before : stages.get(position - 1);
        return weights.getOrDefault(server, NOWHERE);
    }
}
