package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.history.History;
import io.spillway.source.PastSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Edited rules are tried on a week of metrics. The source is scripted: each server's CPU stands at
/// 95 % for 45 s at every full hour of the last three days, of which the first is known from its
/// second sample on and the last but for its first.
class BackTestsTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = 497_000 * HOUR;
    private static final long KNOWN = 72 * HOUR;

    private static final Pool POOL =
            new Pool(
                    "web", "be_web", .9, 0, List.of("lb-1"), new Match(Match.By.LABEL, "name", ""));

    private static FleetState fleet() {
        List<Slot> slots = List.of(slot("web-01"), slot("web-02"));
        FleetState empty = FleetState.empty(NOW, List.of(POOL));
        return new FleetState(
                NOW,
                empty.pools(),
                empty.servers(),
                empty.values(),
                empty.sampleTimes(),
                empty.quality(),
                List.of(new BalancerState("lb-1", "2.6", 1, 1, NOW, slots)));
    }

    private static Slot slot(String name) {
        return new Slot("be_web", name, "", 1, 1, AdminState.READY, OperState.UP);
    }

    private static BackTests tests(List<PastSource> sources) {
        return new BackTests(List.of(POOL), sources, new History(1_000));
    }

    private static final class Metrics implements PastSource {
        @Override
        public String name() {
            return "metrics";
        }

        @Override
        public void past(Question question, Sink sink) {
            for (String server : List.of("web-01", "web-02")) {
                float[] values = new float[question.points()];
                for (int i = 0; i < values.length; i++) {
                    long time = question.start() + i * question.step();
                    values[i] = time % HOUR < 45_000 ? .95f : .4f;
                    values[i] = time <= NOW - KNOWN ? Float.NaN : values[i];
                }
                sink.take(Map.of("name", server), values);
            }
        }
    }

    private static Rules with(String name, long onDelay) {
        List<Rule> rules =
                DefaultRules.rules().rules().stream()
                        .map(rule -> rule.name().equals(name) ? delayed(rule, onDelay) : rule)
                        .toList();
        return new Rules(rules, List.of());
    }

    private static Rule delayed(Rule rule, long onDelay) {
        Limits old = rule.limits();
        Duration on = Duration.ofSeconds(onDelay);
        return new Rule(
                rule.name(),
                rule.title(),
                rule.priority(),
                rule.guidance(),
                new Limits(old.set(), old.clear(), old.high(), on, old.offDelay()),
                rule.unit(),
                rule.reAlarm());
    }

    @Test
    void everyServerOfTheWeekIsCounted() {
        BackTests.Result result =
                tests(List.of(new Metrics()))
                        .run("server-cpu", with("server-cpu", 0), with("server-cpu", 60), fleet());
        assertThat(result.sentence())
                .isEqualTo(
                        "CPU overload would have rung 146 times; with 1 min on-delay never"
                                + " (seen: 2 d 23 h of the last 7 d, by metrics).");
    }

    @Test
    void aPoolIsItsMean() {
        BackTests.Result result =
                tests(List.of(new Metrics()))
                        .run("pool-cpu", with("pool-cpu", 0), with("pool-cpu", 20), fleet());
        assertThat(result.sentence())
                .startsWith("Pool overload would have rung 73 times; with 20 s on-delay 71 times");
    }

    @Test
    void whatCannotBeTestedSaysSo() {
        Rules rules = DefaultRules.rules();
        assertThat(tests(List.of()).run("blind", rules, rules, fleet()).sentence())
                .startsWith("No past is kept");
        assertThat(tests(List.of()).run("pool-cpu", rules, rules, fleet()).sentence())
                .startsWith("Nothing is known of the past yet");
    }
}
