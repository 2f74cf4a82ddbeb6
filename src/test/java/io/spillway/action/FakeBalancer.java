package io.spillway.action;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A balancer in memory that can fail at any command, before, within or after it. Only for the
/// state transitions: what a real one does is tested against HAProxy.
final class FakeBalancer implements TrafficControl {
    enum Failure {
        /// Nothing of the command took effect.
        BEFORE,
        /// The first half of its weights were set.
        WITHIN,
        /// All of it took effect, and the answer was lost.
        AFTER
    }

    private final String name;
    private final Map<String, Integer> initial;
    private final Map<String, Integer> weights;
    private final Map<String, String> refusals = new HashMap<>();
    private final Map<Knob, Integer> gates = new HashMap<>();

    /// Every weight in the order it was set, as the whole table after it.
    final List<Map<String, Integer>> moments = new ArrayList<>();

    private int calls;
    private int failAt = -1;
    private Failure failure = Failure.BEFORE;
    private boolean diesThen;
    private boolean dead;
    private Runnable onFirstCommand = () -> {};

    FakeBalancer(String name, Map<String, Integer> weights) {
        this.name = name;
        this.initial = Map.copyOf(weights);
        this.weights = new LinkedHashMap<>(weights);
    }

    /// Fails at the call with this index, counted from now, and stays dead from then on if so told.
    void failAt(int call, Failure how, boolean dies) {
        calls = 0;
        failAt = call;
        failure = how;
        diesThen = dies;
    }

    void refuse(String server, String why) {
        refusals.put(server, why);
    }

    void onFirstCommand(Runnable then) {
        onFirstCommand = then;
    }

    void set(String server, int weight) {
        weights.put(server, weight);
    }

    void gate(Knob knob, int value) {
        gates.put(knob, value);
    }

    Map<Knob, Integer> gates() {
        return Map.copyOf(gates);
    }

    void remove(String server) {
        weights.remove(server);
    }

    void die() {
        dead = true;
    }

    void revive() {
        dead = false;
        failAt = -1;
    }

    void reload() {
        revive();
        weights.putAll(initial);
    }

    Map<String, Integer> weights() {
        return Map.copyOf(weights);
    }

    int calls() {
        return calls;
    }

    BalancerState state(long pid, long startedAt, long time) {
        return new BalancerState(name, "2.6", pid, startedAt, time, slots());
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        weights.forEach((s, w) ->
                slots.add(
                        new Slot(
                                "be_web",
                                s,
                                "",
                                w,
                                initial.getOrDefault(s, w),
                                AdminState.READY,
                                OperState.UP)));
        return slots;
    }

    @Override
    public String balancer() {
        return name;
    }

    @Override
    public Map<Knob, Integer> read(String backend) throws ControlException {
        if (fails() || dead) {
            throw silent();
        }
        return backend.isEmpty() ? gates() : state(0, 0, 0).values("be_web");
    }

    @Override
    public Map<Knob, String> write(String backend, Map<Knob, Integer> wanted)
            throws ControlException {
        onFirstCommand.run();
        onFirstCommand = () -> {};
        boolean wasDead = dead;
        boolean fails = fails();
        Map<Knob, String> refused = new LinkedHashMap<>();
        int limit =
                wasDead || (fails && failure == Failure.BEFORE)
                        ? 0
                        : fails && failure == Failure.WITHIN ? wanted.size() / 2 : wanted.size();
        for (Map.Entry<Knob, Integer> entry : wanted.entrySet()) {
            if (limit-- <= 0) {
                break;
            }
            String refusal = refusals.get(entry.getKey().name());
            if (refusal != null) {
                refused.put(entry.getKey(), refusal);
            } else if (entry.getKey().kind().gate()) {
                gates.put(entry.getKey(), entry.getValue());
            } else {
                weights.put(entry.getKey().name(), entry.getValue());
                moments.add(weights());
            }
        }
        if (fails || wasDead) {
            throw silent();
        }
        return refused;
    }

    private boolean fails() {
        boolean now = calls++ == failAt;
        dead |= now && diesThen;
        return now;
    }

    private ControlException silent() {
        return new ControlException(name + " did not answer within 2 s.");
    }

    @Override
    public void close() {}
}
