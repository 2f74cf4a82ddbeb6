package io.spillway.app.doctor;

import io.spillway.app.secret.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of text: the values of those that a configuration names, hashes of operators'
/// secrets, what stands in an address before the `@`, and words after `password`, `token` or
/// `secret`, wherever they came from.
public final class Redaction {
    private static final String MASK = "***";
    private static final Pattern VARIABLE =
            Pattern.compile("\\benv[\"']?\\s*:\\s*[\"']?([A-Za-z_]\\w*)");
    private static final Pattern HASH = Pattern.compile("\\$argon2[^\\s'\"]*");
    private static final Pattern IN_ADDRESS = Pattern.compile("(\\w://)[^/\\s@]+@");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)\\b((?:password|passwd|token|secret|bearer|authorization)[\"']?\\s*"
                            + "(?:[:=]\\s*(?:bearer|basic)?|\\s(?:bearer|basic)?)\\s*[\"']?)"
                            + "([^\\s{}\"',;]+)");

    private final List<String> values = new ArrayList<>();

    /// @param configuration its text, empty for none
    /// @param environment gives the secret of a name, null where there is none
    public Redaction(String configuration, Function<String, @Nullable String> environment) {
        variables(configuration).forEach(name -> hide(name, environment));
        // One may begin with another, whose mask would let the rest of it stand.
        values.sort(Comparator.comparingInt(String::length).reversed());
    }

    /// The names of secrets in the text of a configuration.
    public static SortedSet<String> variables(String configuration) {
        SortedSet<String> names = new TreeSet<>();
        VARIABLE.matcher(configuration).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private void hide(String name, Function<String, @Nullable String> environment) {
        try {
            String value = environment.apply(name);
            if (value != null && !value.isEmpty()) {
                values.add(value);
            }
        } catch (StoreException e) {
            // What cannot be read was not used either, and so is nowhere in the text.
            return;
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
