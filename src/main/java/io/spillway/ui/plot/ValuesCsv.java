package io.spillway.ui.plot;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The values of a plot as CSV: a line for each time at which a series has one, in order; the time
/// in UTC as ISO 8601; a column for each series, two for what lies between two values, with the
/// unit in its head. What is not known is empty.
final class ValuesCsv {
    private final Unit unit;
    private final List<Column> columns = new ArrayList<>();
    private final TreeSet<Long> times = new TreeSet<>();

    private ValuesCsv(Unit unit) {
        this.unit = unit;
    }

    private record Column(String head, long[] times, float[] values) {
        float at(long time) {
            int i = Arrays.binarySearch(times, time);
            return i < 0 ? Float.NaN : values[i];
        }
    }

    /// The values from one time to another, both included; epoch milliseconds.
    static String of(List<PlotSeries> series, Unit unit, long from, long to) {
        ValuesCsv csv = new ValuesCsv(unit);
        for (PlotSeries s : series) {
            csv.add(s);
            Arrays.stream(s.times()).filter(t -> t >= from && t <= to).forEach(csv.times::add);
        }
        return csv.text();
    }

    private void add(PlotSeries s) {
        if (s.kind().area()) {
            add(Words.of("plot.lower", s.name()), s.times(), s.low());
            add(Words.of("plot.upper", s.name()), s.times(), s.high());
        } else {
            add(s.name(), s.times(), s.low());
        }
    }

    private void add(String name, long[] at, float[] values) {
        String in = unit.exactUnit();
        columns.add(new Column(in.isEmpty() ? name : name + " (" + in + ")", at, values));
    }

    private String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>(List.of(Words.of("plot.time-utc")));
            columns.forEach(c -> head.add(c.head()));
            csv.writeRecord(head);
            for (long time : times) {
                List<String> line = new ArrayList<>(List.of(Instant.ofEpochMilli(time).toString()));
                columns.forEach(c -> line.add(unit.exact(c.at(time))));
                csv.writeRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
