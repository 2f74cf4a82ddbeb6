package io.spillway.wire.haproxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Reads HAProxy's CSV by the names of its columns. Only the columns asked for become strings: of
/// about a hundred, a fleet of 10,000 servers needs few.
public final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /// Reads every row.
    ///
    /// @param names the columns wanted; a column that is not there is empty in every row
    /// @param row makes a row of the values, which stand in the order of `names`
    /// @throws IllegalArgumentException if there is no header
    public static <T> List<T> read(String text, List<String> names, Function<String[], T> row) {
        var csv = new Csv(text);
        csv.skipBlank();
        if (!text.startsWith("# ", csv.at)) {
            throw new IllegalArgumentException("no CSV header");
        }
        csv.at += 2;
        int[] targets = csv.header(names);
        List<T> rows = new ArrayList<>();
        for (csv.skipBlank(); csv.at < text.length(); csv.skipBlank()) {
            rows.add(row.apply(csv.row(targets, names.size())));
        }
        return rows;
    }

    private void skipBlank() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
    }

    private int[] header(List<String> names) {
        int end = text.indexOf('\n', at);
        String[] header = text.substring(at, end < 0 ? text.length() : end).split(",");
        at = end < 0 ? text.length() : end;
        return Arrays.stream(header).mapToInt(name -> names.indexOf(name.strip())).toArray();
    }

    private String[] row(int[] targets, int width) {
        String[] values = new String[width];
        Arrays.fill(values, "");
        for (int column = 0; at < text.length() && text.charAt(at) != '\n'; column++) {
            int target = column < targets.length ? targets[column] : -1;
            String value = field(target >= 0);
            if (target >= 0) {
                values[target] = value;
            }
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        return values;
    }

    private String field(boolean wanted) {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        return wanted && at > start ? text.substring(start, at).strip() : "";
    }

    /// A quote inside is doubled; commas and line ends are plain text.
    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    break;
                }
            }
            value.append(c);
        }
        return value.toString();
    }
}
