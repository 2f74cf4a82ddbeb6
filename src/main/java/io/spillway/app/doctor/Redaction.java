package io.spillway.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of text: the values of environment variables that a configuration names,
/// hashes of operators' secrets, what stands in an address before the `@`, and words after
/// `password`, `token` or `secret`, wherever they came from.
public final class Redaction {
    private static final String MASK = "***";
    private static final Pattern VARIABLE = Pattern.compile("\\benv:\\s*[\"']?([A-Za-z_]\\w*)");
    private static final Pattern HASH = Pattern.compile("\\$argon2[^\\s'\"]*");
    private static final Pattern IN_ADDRESS = Pattern.compile("(\\w://)[^/\\s@]+@");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)\\b((?:password|passwd|token|secret|bearer|authorization)[\"']?\\s*"
                            + "(?:[:=]\\s*(?:bearer|basic)?|\\s(?:bearer|basic)?)\\s*[\"']?)"
                            + "([^\\s{}\"',;]+)");

    private final List<String> values = new ArrayList<>();

    /// @param configuration its text, empty for none
    /// @param environment gives the value of an environment variable, null where it is not set
    public Redaction(String configuration, Function<String, @Nullable String> environment) {
        VARIABLE.matcher(configuration)
                .results()
                .map(found -> environment.apply(found.group(1)))
                .forEach(this::hide);
    }

    private void hide(@Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.add(value);
        }
    }

    /// The text without secrets.
    public String of(String text) {
        String clean = text;
        for (String value : values) {
            clean = clean.replace(value, MASK);
        }
        clean = HASH.matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
        clean = IN_ADDRESS.matcher(clean).replaceAll("$1" + MASK + "@");
        return NAMED.matcher(clean).replaceAll("$1" + MASK);
    }
}
