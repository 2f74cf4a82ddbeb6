package io.spillway.app.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Rows of text in columns as wide as they need to be.
final class Table {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final List<String[]> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(heads);
    }

    /// Adds a row with as many cells as there are heads. What a terminal would obey, such as a line
    /// end in a name that somebody gave, becomes a question mark.
    Table row(String... cells) {
        rows.add(
                Arrays.stream(cells)
                        .map(cell -> CONTROL.matcher(cell).replaceAll("?"))
                        .toArray(String[]::new));
        return this;
    }

    /// One line a row, no trailing spaces, a newline at the end.
    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row[i].length()));
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).repeat(' ', widths[i] - row[i].length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
