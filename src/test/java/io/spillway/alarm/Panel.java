package io.spillway.alarm;

import io.spillway.alarm.rule.Guidance;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Unit;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Signal;
import io.spillway.alarm.signal.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An engine on a clock of its own, with signals that stay as they are set.
final class Panel {
    static final long START = 1_790_000_400_000L;
    static final String OPS = "ops-1";

    /// 20 s in, 60 s out, high.
    static final Rule CPU = rule("server-cpu", Priority.HIGH, limits(.9, .82, 20, 60));

    /// At once in and out, low.
    static final Rule PEAK = rule("peak", Priority.LOW, limits(1, 1, 0, 0));

    /// At once in and out, medium; high from 10.
    static final Rule ERRORS =
            rule("errors", Priority.MEDIUM, new Limits(1, 1, 10, Duration.ZERO, Duration.ZERO));

    static final Rule BLIND = rule("blind", Priority.HIGH, limits(1, 1, 0, 0));

    static final Rules RULES = new Rules(List.of(CPU, ERRORS, PEAK, BLIND), List.of());

    private final Map<String, Signal> signals = new LinkedHashMap<>();
    private final Rules rules;
    private final AlarmEngine engine;
    private Memory memory = Memory.none();
    private long time = START;
    private Outcome last = new Outcome(memory, List.of(), "");
    final List<AlarmEvent> events = new ArrayList<>();

    Panel() {
        this(RULES);
    }

    Panel(Rules rules) {
        this.rules = rules;
        engine = new AlarmEngine(rules);
    }

    static Limits limits(double set, double clear, int on, int off) {
        return new Limits(set, clear, Double.NaN, Duration.ofSeconds(on), Duration.ofSeconds(off));
    }

    static Rule rule(String name, Priority priority, Limits limits) {
        Guidance why = new Guidance("Cause.", "Consequence.", "Response.", Duration.ofMinutes(2));
        return new Rule(
                name,
                "Title of " + name,
                priority,
                why,
                limits,
                Unit.SHARE,
                Duration.ofMinutes(15));
    }

    static Signal signal(Rule rule, String server, double value, String parent) {
        return signal(rule, Subject.server("web", server), value, parent, null);
    }

    static Signal signal(
            Rule rule, Subject about, double value, String parent, @Nullable Priority priority) {
        return new Signal(rule.name(), about, value, 1_000, priority, "", parent, Origin.OWN);
    }

    static String id(Rule rule, String server) {
        return rule.name() + "@web/" + server;
    }

    Panel set(Rule rule, String server, double value) {
        return set(signal(rule, server, value, ""));
    }

    Panel set(Signal signal) {
        signals.put(signal.id(), signal);
        return this;
    }

    Panel clear(Rule rule, String server) {
        signals.remove(id(rule, server));
        return this;
    }

    Panel wellAgain() {
        signals.clear();
        return this;
    }

    /// Seconds go by, a step each.
    Panel run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            time += 1_000;
            took(engine.step(memory, List.copyOf(signals.values()), time));
        }
        return this;
    }

    /// Minutes go by, a step each.
    Panel minutes(int minutes) {
        for (int i = 0; i < minutes; i++) {
            time += 59_000;
            run(1);
        }
        return this;
    }

    /// A value for one second.
    Panel peak(Rule rule, String server) {
        return set(rule, server, 1).run(1).clear(rule, server).run(1);
    }

    String act(OperatorAct act) {
        took(engine.act(memory, act, time));
        return last.refusal();
    }

    String acknowledge(String... ids) {
        return act(new OperatorAct.Acknowledge(List.of(ids), OPS));
    }

    String shelve(String id, Duration time) {
        return act(new OperatorAct.Shelve(List.of(id), time.toMillis(), "Known.", OPS));
    }

    private void took(Outcome outcome) {
        last = outcome;
        memory = outcome.memory();
        events.addAll(outcome.events());
    }

    /// As after a kill: all there is is what was written.
    Panel restart() {
        memory = MemoryJson.read(MemoryJson.write(memory));
        return this;
    }

    Memory memory() {
        return memory;
    }

    long time() {
        return time;
    }

    Ring ring() {
        return memory.ring();
    }

    AlarmState state(String id) {
        Kept kept = memory.kept().get(id);
        return kept == null ? AlarmState.NORMAL : kept.stage().state();
    }

    Alarms alarms() {
        return AlarmList.of(memory, rules, Figures.none(), List.of(), time);
    }

    Alarm alarm(String id) {
        Alarms all = alarms();
        List<Alarm> every = new ArrayList<>(all.listed());
        every.addAll(all.aside());
        every.addAll(all.pending());
        return every.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    List<AlarmEvent.Kind> kinds(String id) {
        return events.stream().filter(e -> e.id().equals(id)).map(AlarmEvent::kind).toList();
    }

    long count(AlarmEvent.Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).count();
    }
}
