package io.spillway.action;

import io.spillway.action.ActResult.BalancerResult;
import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One balancer in the course of one act: what it holds, and the only hand on it.
final class Arm {
    private static final int NAMED = 3;

    private final String name;
    private final TrafficControl control;
    private final String backend;
    private Map<String, Integer> now = Map.of();
    private boolean touched;

    Arm(String name, TrafficControl control, String backend) {
        this.name = name;
        this.control = control;
        this.backend = backend;
    }

    String name() {
        return name;
    }

    /// True once a command was sent, whether or not it was answered.
    boolean touched() {
        return touched;
    }

    /// The weights as last read or answered.
    Map<String, Integer> now() {
        return now;
    }

    /// Asks the balancer for every weight of the backend.
    Map<String, Integer> read() throws ControlException {
        Map<String, Integer> weights = new HashMap<>();
        for (Slot slot : guarded(() -> control.read(backend))) {
            weights.put(slot.server(), slot.weight());
        }
        now = Map.copyOf(weights);
        return now;
    }

    /// Sends what is missing to hold these weights.
    ///
    /// @throws ControlException if the connection failed or a weight was refused
    void step(Map<String, Integer> target) throws ControlException {
        Map<String, Integer> send = Passage.step(now, target);
        if (send.isEmpty()) {
            return;
        }
        touched = true;
        Map<String, String> refused = guarded(() -> control.setWeights(backend, send));
        if (!refused.isEmpty()) {
            throw new ControlException(refusal(refused));
        }
        Map<String, Integer> after = new HashMap<>(now);
        after.putAll(send);
        now = Map.copyOf(after);
    }

    /// Most often all are refused for one reason, which is said once.
    private String refusal(Map<String, String> refused) {
        Map<String, List<String>> servers = new LinkedHashMap<>();
        refused.forEach(
                (server, why) -> servers.computeIfAbsent(why, w -> new ArrayList<>()).add(server));
        List<String> words = new ArrayList<>();
        servers.forEach((why, names) ->
                words.add("%s (%s)".formatted(Words.some(names, NAMED), Words.open(why))));
        return "%s refused the weight of %s".formatted(name, Words.some(words, NAMED));
    }

    /// Reads back whether it holds these weights.
    BalancerResult verify(Map<String, Integer> wanted) {
        try {
            read();
        } catch (ControlException e) {
            return failed(message(e), Map.of());
        }
        List<String> wrong = new ArrayList<>();
        wanted.forEach((server, weight) -> {
            if (!weight.equals(now.get(server))) {
                wrong.add(
                        "%s has weight %s instead of %d"
                                .formatted(server, now.get(server), weight));
            }
        });
        return wrong.isEmpty()
                ? new BalancerResult(name, true, "", now)
                : failed("on " + name + " " + Words.some(wrong, NAMED), now);
    }

    /// Takes the balancer back to where it was before the act, whatever part of it was done, and
    /// reads back.
    BalancerResult giveBack(Passage passage) {
        try {
            Map<String, Integer> found = read();
            List<String> foreign = passage.foreign(found);
            List<Map<String, Integer>> steps = passage.back(found);
            for (Map<String, Integer> target : steps) {
                step(target);
            }
            List<String> astray = passage.astray(read());
            if (!astray.isEmpty()) {
                return failed(stuck(astray, foreign), now);
            }
            int set = steps.isEmpty() ? 0 : steps.getLast().size();
            String done =
                    set == 0
                            ? name + " already was as before"
                            : Words.count(set, "weight") + " set back on " + name;
            return new BalancerResult(name, true, done, now);
        } catch (ControlException e) {
            return failed(message(e), Map.of());
        }
    }

    private String stuck(List<String> astray, List<String> foreign) {
        List<String> words = new ArrayList<>();
        astray.forEach(s -> words.add(s + " (weight " + now.get(s) + ")"));
        return foreign.isEmpty()
                ? "%s did not take back %s".formatted(name, Words.some(words, NAMED))
                : "somebody else changed %s on %s meanwhile, which was left as it is"
                        .formatted(Words.some(words, NAMED), name);
    }

    private BalancerResult failed(String message, Map<String, Integer> weights) {
        return new BalancerResult(name, false, message, weights);
    }

    /// The failure as part of a sentence that names the balancer.
    String message(ControlException e) {
        String text = Words.open(String.valueOf(e.getMessage()));
        return text.contains(name) ? text : name + ": " + text;
    }

    private interface Call<T> {
        T run() throws ControlException;
    }

    /// A bug below must not keep what was changed from being restored.
    private static <T> T guarded(Call<T> call) throws ControlException {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw new ControlException("something unexpected went wrong (" + e + ")", e);
        }
    }
}
