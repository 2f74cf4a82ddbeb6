package io.spillway.source.log;

/// The fields of a line from left to right: words between spaces, and texts in quotes or braces. At
/// the end of the line every field is empty.
final class Fields {
    private final String line;
    private int at;

    Fields(String line, int from) {
        this.line = line;
        this.at = from;
    }

    /// The first character of the next field, 0 at the end.
    char peek() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? line.charAt(at) : 0;
    }

    /// The next word.
    String word() {
        peek();
        int from = at;
        int space = line.indexOf(' ', from);
        at = space < 0 ? line.length() : space;
        return line.substring(from, at);
    }

    /// The next text in quotes, without them; a backslash guards what follows. One that is not
    /// closed, as in a line that was cut, ends with the line.
    String quoted() {
        if (peek() != '"') {
            return "";
        }
        int from = ++at;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return upTo(from);
    }

    /// The same where quotes inside are written in another way and a backslash guards nothing.
    String plainQuoted() {
        return enclosed('"');
    }

    /// The next text in braces, without them.
    String braced() {
        return enclosed('}');
    }

    private String enclosed(char end) {
        peek();
        int from = Math.min(at + 1, line.length());
        int close = line.indexOf(end, from);
        at = close < 0 ? line.length() : close;
        return upTo(from);
    }

    private String upTo(int from) {
        int to = Math.min(at, line.length());
        at = Math.min(to + 1, line.length());
        return line.substring(from, to).stripTrailing();
    }

    /// What a format writes as `-` is empty.
    static String orEmpty(String field) {
        return field.equals("-") ? "" : field;
    }

    /// A whole number, or `otherwise`.
    static long number(String word, long otherwise) {
        int from = word.startsWith("+") ? 1 : 0;
        if (word.length() == from || word.length() > from + 18) {
            return otherwise;
        }
        long value = 0;
        for (int i = from; i < word.length(); i++) {
            int digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
