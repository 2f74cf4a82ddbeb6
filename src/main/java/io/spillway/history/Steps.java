package io.spillway.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every aggregate in even steps. A step is counted from the epoch, holds its end and not its
/// begin, and is known when it is over.
final class Steps {
    private static final long NONE = Long.MIN_VALUE;

    private final Resolution resolution;
    private final long step;
    private final int length;
    private final List<@Nullable Line> lines = new ArrayList<>();
    private final NavigableSet<Long> unsaved = new TreeSet<>();
    private Mean mean = new Mean(0);

    /// The step under way, and the newest that is over.
    private long current = NONE;

    private long newest = NONE;

    Steps(Resolution resolution) {
        this.resolution = resolution;
        this.step = resolution.step();
        this.length = resolution.length();
    }

    /// The number of a stretch that changed since it was last given out, null if there is none.
    @Nullable Long nextUnsaved() {
        return unsaved.pollFirst();
    }

    /// A stretch is to be given out again, unless it is gone by now.
    void unsaved(long number) {
        if ((number + 1) * resolution.segment() > newest - length + 1) {
            unsaved.add(number);
        }
    }

    /// The newest step that is over; only where [#known].
    long newest() {
        return newest;
    }

    boolean known() {
        return newest != NONE;
    }

    private long number(long time) {
        return Math.floorDiv(time - 1, step);
    }

    /// Takes a tick in. Its values stand for the time since the tick before it.
    ///
    /// @param since the tick before it if none was missed in between, else `time`
    void add(long time, long since, float[] row, int columns) {
        long now = number(time);
        if (now < current || now <= newest) {
            forgetFrom(now);
        }
        if (mean.columns() < columns) {
            mean = mean.wider(columns);
        }
        if (now > current) {
            finish();
            for (long b = Math.max(current, number(since)) + 1; b < now; b++) {
                mean.add(row, columns);
                write(b);
            }
            current = now;
        }
        mean.add(row, columns);
    }

    private void finish() {
        if (current != NONE) {
            write(current);
        }
    }

    private void write(long number) {
        advance(number);
        int place = Ring.place(number, length);
        for (int c = 0; c < mean.columns(); c++) {
            float value = mean.value(c);
            if (!Float.isNaN(value)) {
                line(c).set(place, value);
            }
        }
        mean.clear();
        unsaved.add(Math.floorDiv(number, resolution.segment()));
    }

    private Line line(int column) {
        while (lines.size() <= column) {
            lines.add(null);
        }
        Line line = lines.get(column);
        if (line == null) {
            line = new Line(length);
            lines.set(column, line);
        }
        return line;
    }

    /// Makes room up to a step: what stood there a whole ring ago is gone.
    private void advance(long number) {
        if (newest == NONE || number - newest >= length) {
            lines.replaceAll(line -> null);
        } else {
            for (long b = newest + 1; b <= number; b++) {
                clear(b);
            }
        }
        newest = Math.max(newest, number);
        long oldest = Math.floorDiv(newest - length + 1, resolution.segment());
        unsaved.headSet(oldest).clear();
    }

    private void clear(long number) {
        int place = Ring.place(number, length);
        for (Line line : lines) {
            if (line != null) {
                line.set(place, Float.NaN);
            }
        }
    }

    /// The clock was set back: what lies ahead of it never was.
    private void forgetFrom(long number) {
        mean.clear();
        current = NONE;
        if (newest != NONE && number <= newest) {
            if (newest - number >= length) {
                lines.replaceAll(line -> null);
            } else {
                for (long b = number; b <= newest; b++) {
                    clear(b);
                }
            }
            newest = number - 1;
            unsaved.tailSet(Math.floorDiv(number, resolution.segment()), false).clear();
            unsaved.add(Math.floorDiv(number, resolution.segment()));
        }
    }

    /// Takes in what is not known better.
    ///
    /// @param saved true if it comes from what was saved
    /// @return true if anything was new
    boolean fill(int column, long start, float[] values, boolean saved) {
        long first = Math.floorDiv(start, step);
        long end = first + values.length;
        while (end > first && Float.isNaN(values[(int) (end - first - 1)])) {
            end--;
        }
        if (current != NONE) {
            end = Math.min(end, current);
        }
        if (end <= first) {
            return false;
        }
        if (newest == NONE || end - 1 > newest) {
            advance(end - 1);
        }
        boolean changed = false;
        for (long b = Math.max(first, newest - length + 1); b < end; b++) {
            float value = values[(int) (b - first)];
            int place = Ring.place(b, length);
            if (!Float.isNaN(value) && Float.isNaN(line(column).get(place))) {
                line(column).set(place, value);
                changed = true;
                if (!saved) {
                    unsaved.add(Math.floorDiv(b, resolution.segment()));
                }
            }
        }
        return changed;
    }

    /// The first step kept whose end is not before a time; the one after the newest if none is.
    long from(long time) {
        long oldest = newest - length + 1;
        long shift = Math.clamp(time, oldest * step, (newest + 2) * step);
        return Math.clamp(Math.floorDiv(shift - 1, step), oldest, newest + 1);
    }

    /// Values of steps from number `from` to `to`, NaN where nothing is kept.
    float[] copy(int column, long from, long to) {
        float[] copy = new float[(int) (to - from)];
        long first = Math.max(from, newest - length + 1);
        long end = Math.min(to, newest + 1);
        Line line = column < lines.size() ? lines.get(column) : null;
        if (line == null || newest == NONE || end <= first) {
            Arrays.fill(copy, Float.NaN);
            return copy;
        }
        Arrays.fill(copy, 0, (int) (first - from), Float.NaN);
        Ring.copy(line.values(), first, copy, (int) (first - from), (int) (end - first));
        Arrays.fill(copy, (int) (end - from), copy.length, Float.NaN);
        return copy;
    }

    /// The least, or the greatest, of the steps from number `from` to `to`.
    float extreme(int column, long from, long to, boolean greatest) {
        Line line = column < lines.size() ? lines.get(column) : null;
        long first = Math.max(from, newest - length + 1);
        long end = Math.min(to, newest + 1);
        return line == null || newest == NONE || end <= first
                ? Float.NaN
                : line.extreme(Ring.place(first, length), (int) (end - first), greatest);
    }
}
