package io.spillway.app.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// How long something is to last: `90s`, `30m` or `2h`.
record Span(Duration duration) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])");

    static Span parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new TypeConversionException(
                    "'%s' is no span of time: write a number and s, m or h, for instance 30m"
                            .formatted(text));
        }
        long count = Long.parseLong(m.group(1));
        return new Span(
                switch (m.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }
}
