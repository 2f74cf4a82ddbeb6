package io.spillway.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The manual's table of rules says what the default rules are.
class RulesInManualTest {
    private static final Path MANUAL = Path.of("docs/alarms.md");
    private static final Path WHAT_TO_DO = Path.of("docs/alarms-what-to-do.md");
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

    /// Each entry begins with what the rule itself says, under the rule's name.
    @Test
    void everyRuleHasItsEntry() throws IOException {
        String page = Files.readString(WHAT_TO_DO);
        String wanted = page;
        for (Rule rule : DefaultRules.rules().rules()) {
            String entry = entry(rule);
            assertThat(wanted).contains("\n## " + rule.name() + "\n");
            Matcher said =
                    Pattern.compile("(?s)\n## " + rule.name() + "\n.*?(?=- \\*\\*Look at:)")
                            .matcher(wanted);
            wanted = said.replaceFirst(Matcher.quoteReplacement(entry));
        }
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(WHAT_TO_DO, wanted);
            return;
        }
        assertThat(page)
                .as("%s is old; write it anew with -Dspillway.write=true", WHAT_TO_DO)
                .isEqualTo(wanted);
        assertThat(page.split("\n## ")).hasSize(1 + DefaultRules.rules().rules().size());
        assertThat(page.split("\\*\\*Leave it alone"))
                .hasSize(1 + DefaultRules.rules().rules().size());
    }

    private static String entry(Rule rule) {
        Guidance guidance = rule.guidance();
        return """

        ## %s

        **%s**: %s priority, answer within %s.

        - **It means:** %s %s
        - **Do:** %s
        """
                .formatted(
                        rule.name(),
                        rule.title(),
                        rule.priority().word(),
                        LimitsText.span(guidance.timeToRespond().toMillis()),
                        guidance.cause(),
                        guidance.consequence(),
                        guidance.response());
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
