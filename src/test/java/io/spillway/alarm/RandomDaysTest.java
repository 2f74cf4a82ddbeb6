package io.spillway.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Signal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Over days by chance: nothing is lost, nothing rings without cause, and a restart at any step
/// changes nothing. More and longer ones with `-Dspillway.long=alarms`.
class RandomDaysTest {
    private static final boolean LONG = "alarms".equals(System.getProperty("spillway.long"));
    private static final int DAYS = LONG ? 1_000 : 100;
    private static final int STEPS = LONG ? 500 : 200;

    private final AlarmEngine engine = new AlarmEngine(Panel.RULES);

    /// Since when each value has been bad without a known one that was not; what was not seen
    /// begins it anew.
    private final Map<String, Long> badSince = new HashMap<>();

    /// What was raised and did not return yet, by the history alone.
    private final Map<String, AlarmState> told = new HashMap<>();

    private final Set<String> activeBefore = new HashSet<>();

    @Test
    void whateverHappens() {
        int raised = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            raised += day(seed);
        }
        assertThat(raised).as("the days are eventful").isGreaterThan(DAYS * 10);
    }

    private int day(long seed) {
        RandomDay day = new RandomDay(seed);
        badSince.clear();
        told.clear();
        activeBefore.clear();
        Memory memory = Memory.none();
        Memory restarted = memory;
        long time = Panel.START;
        int raised = 0;
        for (int step = 0; step < STEPS; step++) {
            String at = "seed " + seed + ", step " + step;
            time += day.pause();
            List<Signal> signals = day.signals();
            note(signals, time);
            Outcome one = engine.step(memory, signals, time);
            Outcome two = engine.step(restarted, signals, time);
            same(at, one, two);
            raised += check(at, one, time);
            memory = one.memory();
            restarted = two.memory();
            OperatorAct act = day.act();
            if (act != null) {
                one = engine.act(memory, act, time);
                two = engine.act(restarted, act, time);
                same(at, one, two);
                raised += check(at, one, time);
                memory = one.memory();
                restarted = two.memory();
            }
            if (day.restarts()) {
                restarted = MemoryJson.read(MemoryJson.write(restarted));
            }
        }
        return raised;
    }

    private static void same(String at, Outcome one, Outcome two) {
        assertThat(two.memory()).as(at).isEqualTo(one.memory());
        assertThat(two.events()).as(at).isEqualTo(one.events());
    }

    private void note(List<Signal> signals, long time) {
        Map<String, Signal> byId =
                signals.stream().collect(Collectors.toMap(Signal::id, Function.identity()));
        badSince.keySet().retainAll(byId.keySet());
        for (Signal s : signals) {
            if (!limits(s.rule()).bad(s.value())) {
                badSince.remove(s.id());
            } else {
                badSince.putIfAbsent(s.id(), time);
            }
        }
    }

    private static Limits limits(String rule) {
        return Panel.RULES.rule(rule).map(Rule::limits).orElseThrow();
    }

    /// Holds what came of a step against the history and the values.
    private int check(String at, Outcome outcome, long time) {
        int raised = 0;
        for (AlarmEvent e : outcome.events()) {
            if (e.id().isEmpty()) {
                continue;
            }
            AlarmState before = told.getOrDefault(e.id(), AlarmState.NORMAL);
            boolean quiet =
                    e.from() == AlarmState.UNKNOWN
                            || (before == AlarmState.UNKNOWN && e.from() == AlarmState.NORMAL);
            assertThat(quiet || e.from() == before).as("%s: no gap before %s", at, e).isTrue();
            told.put(e.id(), e.to());
            raised += e.kind() == AlarmEvent.Kind.RAISED ? 1 : 0;
        }
        for (Kept kept : outcome.memory().kept().values()) {
            AlarmState state = kept.stage().state();
            if (state.active() || state == AlarmState.RETURNED_UNACKNOWLEDGED) {
                assertThat(told).as(at).containsEntry(kept.id(), state);
            }
            cause(at, kept, time);
        }
        told.forEach((id, state) -> {
            boolean listed = state.active() || state == AlarmState.RETURNED_UNACKNOWLEDGED;
            assertThat(!listed || outcome.memory().tracked().contains(id))
                    .as("%s: %s is not forgotten while %s", at, id, state)
                    .isTrue();
        });
        return raised;
    }

    /// An alarm becomes active only where its value has been bad for the whole of its on-delay.
    private void cause(String at, Kept kept, long time) {
        boolean active = kept.look().standing().active();
        if (!active) {
            activeBefore.remove(kept.id());
        } else if (activeBefore.add(kept.id())) {
            Limits limits = limits(kept.seen().rule());
            long delay = Standing.delay(limits.onDelay().toMillis(), 1_000);
            Long since = badSince.get(kept.id());
            assertThat(since).as("%s: %s is bad", at, kept.id()).isNotNull();
            assertThat(time - (since == null ? 0 : since))
                    .as("%s: %s was bad for long enough", at, kept.id())
                    .isGreaterThanOrEqualTo(delay);
        }
        if (kept.stage().state().active()) {
            assertThat(active).as("%s: %s", at, kept.id()).isTrue();
        }
    }
}
