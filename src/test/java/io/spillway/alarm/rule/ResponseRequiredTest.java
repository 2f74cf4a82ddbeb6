package io.spillway.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An alarm needs an answer: a rule that does not say which is refused.
class ResponseRequiredTest {
    private static final Rule QUEUE = DefaultRules.rules().rule("queue").orElseThrow();
    private static final Rule SATURATION = DefaultRules.rules().rule("saturation").orElseThrow();
    private static final Guidance SAID = QUEUE.guidance();

    /// A part that what was read from outside lacks.
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        @Nullable T nothing = null;
        return nothing;
    }

    private static Rule rule(String name, Priority priority, Guidance guidance, Limits limits) {
        return new Rule(name, "Title", priority, guidance, limits, QUEUE.unit(), QUEUE.reAlarm());
    }

    private static Rule saying(String cause, String consequence, String response, Duration time) {
        Guidance guidance = new Guidance(cause, consequence, response, time);
        return rule("queue", Priority.LOW, guidance, QUEUE.limits());
    }

    private static Rule held(Rule rule, double set, double clear, double high, long on, long off) {
        Limits limits =
                new Limits(set, clear, high, Duration.ofSeconds(on), Duration.ofSeconds(off));
        return rule(rule.name(), Priority.LOW, SAID, limits);
    }

    record Case(String part, Rule rule) {
        @Override
        public String toString() {
            return part;
        }
    }

    static List<Case> cases() {
        Duration time = SAID.timeToRespond();
        double never = Double.NaN;
        return List.of(
                new Case("no cause", saying("", "b", "c", time)),
                new Case("no cause", saying(none(), "b", "c", time)),
                new Case("no consequence", saying("a", "  ", "c", time)),
                new Case("no consequence", saying("a", none(), "c", time)),
                new Case("no response", saying("a", "b", "", time)),
                new Case("no response", saying("a", "b", none(), time)),
                new Case("no time to respond", saying("a", "b", "c", Duration.ZERO)),
                new Case("no time to respond", saying("a", "b", "c", none())),
                new Case("no priority", rule("queue", none(), SAID, QUEUE.limits())),
                new Case("unknown", rule("queues", Priority.LOW, SAID, QUEUE.limits())),
                new Case("wrong side", held(QUEUE, 3, 4, never, 0, 0)),
                new Case("wrong side", held(SATURATION, 60, 59, never, 0, 0)),
                new Case("clears where it is set", held(SATURATION, 60, 60, never, 0, 0)),
                new Case("before it is an alarm", held(QUEUE, 3, 1, 2, 0, 0)),
                new Case("before it is an alarm", held(SATURATION, 60, 90, 61, 0, 0)),
                new Case("no number", held(QUEUE, never, 1, never, 0, 0)),
                new Case("no number", held(QUEUE, 3, -1, never, 0, 0)),
                new Case("on-delay below 0", held(QUEUE, 3, 1, never, -1, 0)),
                new Case("off-delay below 0", held(QUEUE, 3, 1, never, 0, -1)),
                new Case("off-delay above 24 h", held(QUEUE, 3, 1, never, 0, 86_401)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleThatLacksItIsRefusedWithOneSentence(Case c) {
        assertThat(RuleCheck.of(c.rule())).hasSize(1);
        String sentence = RuleCheck.of(c.rule()).getFirst();
        assertThat(sentence)
                .startsWith("The rule \"" + c.rule().name() + "\" ")
                .contains(c.part())
                .contains("; ")
                .endsWith(".");
    }

    @Test
    void everyDefaultRuleIsComplete() {
        assertThat(RuleCheck.of(DefaultRules.rules())).isEmpty();
        assertThat(DefaultRules.rules().rules())
                .hasSize(19)
                .allSatisfy(rule -> {
                    assertThat(rule.name()).isEqualTo(rule.name().toLowerCase(Locale.ROOT));
                    assertThat(rule.guidance().response()).endsWith(".");
                });
    }

    @Test
    void limitsOfPoolsAndServersAreHeldAgainstTheSame() {
        Limits wrong = new Limits(1, 2, Double.NaN, Duration.ZERO, Duration.ZERO);
        Rules rules =
                new Rules(
                        DefaultRules.rules().rules(),
                        List.of(
                                new Rules.Own("queue", "web", "", QUEUE.limits()),
                                new Rules.Own("queue", "web", "web-01", wrong),
                                new Rules.Own("queues", "web", "", wrong)));
        assertThat(RuleCheck.of(rules))
                .hasSize(2)
                .anyMatch(s -> s.contains("for web/web-01 clears on the wrong side"))
                .anyMatch(s -> s.contains("\"queues\" for web is unknown"));
    }
}
