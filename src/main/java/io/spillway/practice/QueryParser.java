package io.spillway.practice;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the small part of the query language that the default queries are written in.
final class QueryParser {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<name>[A-Za-z_:][\\w:]*)"
                            + "|(?<window>\\[[^\\]]*])"
                            + "|(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)"
                            + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
                            + "|(?<sign>[=!<>]=|=~|!~|[-+*/%^(){},=<>]))");
    private static final Set<String> AGGREGATES = Set.of("sum", "avg", "min", "max", "count");
    private static final Set<String> FUNCTIONS = Set.of("rate", "irate", "timestamp");

    /// Operators from the loosest to the tightest.
    private static final List<Set<String>> LEVELS =
            List.of(Set.of("<", ">", "<=", ">=", "==", "!="), Set.of("+", "-"), Set.of("*", "/"));

    private final String text;
    private final Matcher matcher;
    private int at;
    private String token = "";
    private String kind = "end";
    private long window;

    QueryParser(String text) throws QueryException {
        this.text = text.strip();
        matcher = TOKEN.matcher(this.text);
        advance();
    }

    Query parse() throws QueryException {
        Expr expr = binary(0);
        if (!kind.equals("end")) {
            throw unexpected();
        }
        return new Query(expr, window);
    }

    private Expr binary(int level) throws QueryException {
        if (level == LEVELS.size()) {
            return primary();
        }
        Expr left = binary(level + 1);
        while (kind.equals("sign") && LEVELS.get(level).contains(token)) {
            String operator = take();
            left = new Expr.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private Expr primary() throws QueryException {
        if (kind.equals("number")) {
            return new Expr.Num(Double.parseDouble(take()));
        }
        if (token.equals("(")) {
            return parenthesised();
        }
        if (!kind.equals("name")) {
            throw unexpected();
        }
        String name = take();
        if (AGGREGATES.contains(name)) {
            return aggregate(name);
        }
        if (token.equals("(")) {
            if (!FUNCTIONS.contains(name)) {
                throw QueryException.noEngine("it does not know " + name + "()");
            }
            return new Expr.Call(name, parenthesised());
        }
        return selector(name);
    }

    private Expr parenthesised() throws QueryException {
        expect("(");
        Expr inner = binary(0);
        expect(")");
        return inner;
    }

    private Expr aggregate(String operator) throws QueryException {
        if (token.equals("by")) {
            SortedSet<String> by = labels();
            return new Expr.Aggregate(operator, by, parenthesised());
        }
        Expr inner = parenthesised();
        SortedSet<String> by = token.equals("by") ? labels() : new TreeSet<>();
        return new Expr.Aggregate(operator, by, inner);
    }

    private SortedSet<String> labels() throws QueryException {
        expect("by");
        expect("(");
        SortedSet<String> names = new TreeSet<>();
        while (kind.equals("name")) {
            names.add(take());
            if (token.equals(",")) {
                advance();
            }
        }
        expect(")");
        return Collections.unmodifiableSortedSet(names);
    }

    private Expr selector(String name) throws QueryException {
        SortedMap<String, String> equal = new TreeMap<>();
        if (token.equals("{")) {
            advance();
            while (kind.equals("name")) {
                String label = take();
                expect("=");
                equal.put(label, unquoted());
                if (token.equals(",")) {
                    advance();
                }
            }
            expect("}");
        }
        boolean ranged = kind.equals("window");
        if (ranged) {
            String inside = take();
            window = Math.max(window, Spans.millis(inside.substring(1, inside.length() - 1)));
        }
        return new Expr.Selector(name, Collections.unmodifiableSortedMap(equal), ranged);
    }

    private String unquoted() throws QueryException {
        if (!kind.equals("text")) {
            throw unexpected();
        }
        String quoted = take();
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private void expect(String wanted) throws QueryException {
        if (!token.equals(wanted)) {
            throw unexpected();
        }
        advance();
    }

    private String take() throws QueryException {
        String taken = token;
        advance();
        return taken;
    }

    private void advance() throws QueryException {
        if (at >= text.length()) {
            kind = "end";
            token = "";
            return;
        }
        if (!matcher.find(at) || matcher.start() != at) {
            token = text.substring(at, at + 1);
            throw unexpected();
        }
        at = matcher.end();
        for (String candidate : List.of("name", "window", "number", "text", "sign")) {
            String found = matcher.group(candidate);
            if (found != null) {
                kind = candidate;
                token = found;
            }
        }
    }

    private QueryException unexpected() {
        String what = kind.equals("end") ? "the end" : "\"" + token + "\"";
        return QueryException.noEngine("it does not understand " + what + " in this query");
    }
}
