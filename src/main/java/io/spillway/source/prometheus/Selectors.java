package io.spillway.source.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the series that a PromQL expression reads, without understanding the expression. Names
/// that only look like series (labels after `by`) are found too; asking for them finds nothing.
final class Selectors {
    private static final Set<String> WORDS =
            Set.of(
                    "sum",
                    "avg",
                    "min",
                    "max",
                    "count",
                    "group",
                    "stddev",
                    "stdvar",
                    "topk",
                    "bottomk",
                    "quantile",
                    "count_values",
                    "by",
                    "without",
                    "on",
                    "ignoring",
                    "group_left",
                    "group_right",
                    "and",
                    "or",
                    "unless",
                    "offset",
                    "bool",
                    "atan2",
                    "start",
                    "end",
                    "inf",
                    "nan");

    private final String text;
    private final List<String> found = new ArrayList<>();
    private int at;

    private Selectors(String text) {
        this.text = text;
    }

    /// The selectors in `query`, each once, in order.
    static List<String> in(String query) {
        Selectors selectors = new Selectors(query);
        selectors.scan();
        return selectors.found.stream().distinct().toList();
    }

    /// True if `query` is nothing but one selector.
    static boolean isPlain(String query) {
        return in(query).equals(List.of(query.strip()));
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                skipString();
            } else if (c == '{') {
                add(at);
            } else if (Character.isDigit(c)) {
                skipName();
            } else if (isName(c)) {
                name();
            } else if (c == '[') {
                skipTo(']');
            } else {
                at++;
            }
        }
    }

    private void name() {
        int start = at;
        skipName();
        String name = text.substring(start, at);
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        char follows = next < text.length() ? text.charAt(next) : ' ';
        if (follows != '(' && !WORDS.contains(name.toLowerCase(Locale.ROOT))) {
            at = follows == '{' ? next : at;
            add(start);
        }
    }

    private void add(int start) {
        if (at < text.length() && text.charAt(at) == '{') {
            skipTo('}');
        }
        found.add(text.substring(start, at));
    }

    private void skipTo(char close) {
        while (at < text.length() && text.charAt(at) != close) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                skipString();
            } else {
                at++;
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipString() {
        char quote = text.charAt(at++);
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipName() {
        while (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
    }

    private static boolean isName(char c) {
        return c == '_' || c == ':' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
