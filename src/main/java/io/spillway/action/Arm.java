package io.spillway.action;

import io.spillway.action.ActResult.BalancerResult;
import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
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
    private Map<Knob, Integer> now = Map.of();
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

    /// The values as last read or answered.
    Map<Knob, Integer> now() {
        return now;
    }

    /// Asks the balancer for every value of the backend, or of its gates.
    Map<Knob, Integer> read() throws ControlException {
        now = Map.copyOf(guarded(() -> control.read(backend)));
        return now;
    }

    /// Sends what is missing to hold these values.
    ///
    /// @throws ControlException if the connection failed or a value was refused
    void step(Map<Knob, Integer> target) throws ControlException {
        Map<Knob, Integer> send = Passage.step(now, target);
        if (send.isEmpty()) {
            return;
        }
        touched = true;
        Map<Knob, String> refused = guarded(() -> control.write(backend, send));
        if (!refused.isEmpty()) {
            throw new ControlException(refusal(refused));
        }
        Map<Knob, Integer> after = new HashMap<>(now);
        after.putAll(send);
        now = Map.copyOf(after);
    }

    /// Most often all are refused for one reason, which is said once.
    private String refusal(Map<Knob, String> refused) {
        Map<String, List<Knob>> knobs = new LinkedHashMap<>();
        refused.forEach(
                (knob, why) -> knobs.computeIfAbsent(why, w -> new ArrayList<>()).add(knob));
        List<String> words = new ArrayList<>();
        knobs.forEach(
                (why, of) -> words.add("%s (%s)".formatted(Words.the(of, NAMED), Words.open(why))));
        return "%s refused %s".formatted(name, Words.some(words, NAMED));
    }

    /// Reads, sends what is missing to hold these values, and reads back.
    BalancerResult bring(Map<Knob, Integer> wanted) {
        try {
            read();
            step(wanted);
        } catch (ControlException e) {
            return failed(message(e), Map.of());
        }
        return verify(wanted);
    }

    /// Reads back whether it holds these values.
    BalancerResult verify(Map<Knob, Integer> wanted) {
        try {
            read();
        } catch (ControlException e) {
            return failed(message(e), Map.of());
        }
        List<String> wrong = new ArrayList<>();
        wanted.forEach((knob, value) -> {
            if (!value.equals(knob.among(now))) {
                wrong.add(
                        "%s %s instead of %s"
                                .formatted(Words.has(knob), Words.now(knob, now), knob.say(value)));
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
            Map<Knob, Integer> found = read();
            List<Knob> foreign = passage.foreign(found);
            List<Map<Knob, Integer>> steps = passage.back(found);
            for (Map<Knob, Integer> target : steps) {
                step(target);
            }
            List<Knob> astray = passage.astray(read());
            if (!astray.isEmpty()) {
                return failed(stuck(astray, foreign), now);
            }
            int set = steps.isEmpty() ? 0 : steps.getLast().size();
            String done =
                    set == 0
                            ? name + " already was as before"
                            : Words.count(steps.getLast().keySet()) + " set back on " + name;
            return new BalancerResult(name, true, done, now);
        } catch (ControlException e) {
            return failed(message(e), Map.of());
        }
    }

    private String stuck(List<Knob> astray, List<Knob> foreign) {
        List<String> words = new ArrayList<>();
        astray.forEach(k -> words.add("%s (%s)".formatted(Words.the(k), Words.now(k, now))));
        return foreign.isEmpty()
                ? "%s did not take back %s".formatted(name, Words.some(words, NAMED))
                : "somebody else changed %s on %s meanwhile, which was left as it is"
                        .formatted(Words.some(words, NAMED), name);
    }

    private BalancerResult failed(String message, Map<Knob, Integer> values) {
        return new BalancerResult(name, false, message, values);
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
