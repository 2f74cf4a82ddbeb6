package io.spillway.evaluate;

import io.spillway.watch.capacity.SeriesCapacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// What load and highest CPU of the reference outage alone say of capacity.
final class ReferenceCapacity {
    private static final long SURGE = Instant.parse("2023-05-15T03:19:45Z").toEpochMilli();
    private static final long COSTLY = Instant.parse("2023-05-15T03:52:05Z").toEpochMilli();

    /// Where a straight line through the quiet week is full, requests per second.
    private static final double FULL = 22_061;

    private ReferenceCapacity() {}

    static List<Row> rows(String section, Path data) throws IOException {
        SeriesCapacity capacity = new SeriesCapacity(0.9);
        double quiet = Double.NaN;
        double highest = 0;
        try (Stream<String> lines = Files.lines(data.resolve("reference-outage.csv"))) {
            for (Iterator<String> each = lines.skip(1).iterator(); each.hasNext(); ) {
                String[] cells = each.next().split(",");
                long time = Instant.parse(cells[0]).toEpochMilli();
                if (time > COSTLY) {
                    break;
                }
                capacity.add(time, Double.parseDouble(cells[1]), Double.parseDouble(cells[4]));
                if (time < SURGE) {
                    quiet = capacity.capacity().full();
                } else {
                    highest = Math.max(highest, capacity.capacity().full());
                }
            }
        }
        double off = 100 * Math.abs(quiet / FULL - 1);
        double raised = 100 * (highest / quiet - 1);
        return List.of(
                Row.atMost(section, "quiet week's full load, off 22,061", off, 3, "%"),
                Row.atMost(section, "full load raised by cheap requests", raised, 1, "%"));
    }
}
