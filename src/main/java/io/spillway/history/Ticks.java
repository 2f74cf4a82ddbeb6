package io.spillway.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every aggregate at every tick.
final class Ticks {
    private final TickAxis axis = new TickAxis(Resolution.TICK.length());
    private final List<@Nullable Line> lines = new ArrayList<>();

    TickAxis axis() {
        return axis;
    }

    /// Takes a tick in.
    ///
    /// @param row a value for each column, NaN where nothing is known
    /// @param columns how many of them count
    void add(long time, float[] row, int columns) {
        int place = axis.open(time);
        while (lines.size() < columns) {
            lines.add(null);
        }
        for (int c = 0; c < lines.size(); c++) {
            float value = c < columns ? row[c] : Float.NaN;
            Line line = lines.get(c);
            if (line == null && !Float.isNaN(value)) {
                line = new Line(axis.length());
                lines.set(c, line);
            }
            if (line != null) {
                line.set(place, value);
            }
        }
    }

    /// Takes a tick in at which nothing is known.
    void addGap(long time) {
        add(time, new float[0], 0);
    }

    private @Nullable Line line(int column) {
        return column < lines.size() ? lines.get(column) : null;
    }

    /// Values of ticks kept, `from` to `to`, written from `into[at]` on.
    void copy(int column, int from, int to, float[] into, int at) {
        Line line = line(column);
        if (line == null) {
            java.util.Arrays.fill(into, at, at + to - from, Float.NaN);
        } else {
            Ring.copy(line.values(), axis.count() - axis.size() + from, into, at, to - from);
        }
    }

    /// The least, or the greatest, of ticks kept, `from` to `to`.
    float extreme(int column, int from, int to, boolean greatest) {
        Line line = line(column);
        return line == null || from >= to
                ? Float.NaN
                : line.extreme(axis.place(from), to - from, greatest);
    }
}
