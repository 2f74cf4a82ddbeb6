package io.spillway.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The manual's table of rules says what the default rules are.
class RulesInManualTest {
    private static final Path MANUAL = Path.of("docs/alarms.md");
    private static final String BEGIN = "<!-- rules: begin -->\n";
    private static final String END = "<!-- rules: end -->";

    @Test
    void theManualHasEveryRule() throws IOException {
        String manual = Files.readString(MANUAL);
        int begin = manual.indexOf(BEGIN) + BEGIN.length();
        int end = manual.indexOf(END);
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(MANUAL, manual.substring(0, begin) + table() + manual.substring(end));
            return;
        }
        assertThat(manual.substring(begin, end))
                .as("docs/alarms.md is old; write it anew with -Dspillway.write=true")
                .isEqualTo(table());
    }

    private static String table() {
        String head =
                """
                | rule | says | priority | set | clear | high from | on-delay | off-delay |
                |---|---|---|---|---|---|---|---|
                """;
        return DefaultRules.rules().rules().stream()
                .map(RulesInManualTest::row)
                .collect(Collectors.joining("", head, ""));
    }

    private static String row(Rule rule) {
        Limits limits = rule.limits();
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        rule.name(),
                        rule.title(),
                        rule.priority().word(),
                        level(limits.set(), rule.unit()),
                        level(limits.clear(), rule.unit()),
                        level(limits.high(), rule.unit()),
                        delay(limits.onDelay()),
                        delay(limits.offDelay()));
    }

    private static String level(double level, Unit unit) {
        return unit == Unit.NONE || Double.isNaN(level) ? "–" : LimitsText.level(level, unit);
    }

    private static String delay(Duration delay) {
        return delay.isZero() ? "–" : LimitsText.span(delay.toMillis());
    }
}
