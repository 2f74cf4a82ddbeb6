package io.spillway.app.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A recorded series: a CSV file with a header line, whose first column is the time. For one
/// thread.
final class SeriesFile {
    /// The end of the year 9999, in seconds: what lies beyond is milliseconds, or no time.
    private static final double LATEST = 253_402_300_799.0;

    private static final String NO_CSV =
            "%s cannot be read as CSV: give a text file with a header line, its first column being"
                    + " the time";

    private final Path file;

    SeriesFile(Path file) {
        this.file = file;
    }

    /// A series in the order of time, without lines that hold no time or no number.
    ///
    /// @param times epoch milliseconds, never falling
    /// @param values in the column's unit
    /// @param skipped lines that were left out
    record Series(long[] times, double[] values, int skipped) {}

    private record Point(long time, double value) {}

    /// Reads one column.
    ///
    /// @param column its name in the header; empty means the second column
    /// @throws Misused if there is no such file or column
    Series read(String column) {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file)) {
            Iterator<CsvRecord> records = lines.iterator();
            if (!records.hasNext()) {
                throw new Misused("%s is empty: give a file with a header line".formatted(file));
            }
            List<String> header = records.next().getFields();
            int index = index(header, column);
            Series series = points(records, index);
            if (series.times().length == 0) {
                throw new Misused(
                        "%s has no line with a time and a number in the column '%s': %s"
                                .formatted(
                                        file,
                                        header.get(index).strip(),
                                        "see if the first column is the time, or name another"
                                                + " with --column"));
            }
            return series;
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new Misused(NO_CSV.formatted(file), e);
        }
    }

    /// True if the file is there and may be read.
    ///
    /// @throws Misused otherwise
    void mustExist() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Misused("%s cannot be read: check its name and its rights".formatted(file));
        }
    }

    private int index(List<String> header, String column) {
        if (header.stream().anyMatch(SeriesFile::isBinary)) {
            throw new Misused(NO_CSV.formatted(file));
        }
        if (header.size() < 2) {
            throw new Misused(
                    "the header of %s has one column: give time and at least one value, with commas"
                            .formatted(file));
        }
        List<String> names = header.stream().map(String::strip).toList();
        if (isReading(names)) {
            throw new Misused(
                    "the first line of %s is a reading: put a header above it, for example time,load"
                            .formatted(file));
        }
        int index = column.isEmpty() ? 1 : names.indexOf(column);
        if (index < 1) {
            String known = String.join(", ", names.subList(1, names.size()));
            throw new Misused(
                    "%s has no column '%s' of values: take one of %s"
                            .formatted(file, column, known));
        }
        return index;
    }

    private static boolean isBinary(String name) {
        return name.chars()
                .anyMatch(c -> c == '\uFFFD' || (c != '\t' && Character.isISOControl(c)));
    }

    private static boolean isReading(List<String> line) {
        try {
            time(line.getFirst());
            number(line.get(1));
            return true;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    private static Series points(Iterator<CsvRecord> lines, int index) {
        List<Point> points = new ArrayList<>();
        int skipped = 0;
        while (lines.hasNext()) {
            CsvRecord line = lines.next();
            try {
                points.add(new Point(time(line.getField(0).strip()), number(line.getField(index))));
            } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                skipped++;
            }
        }
        points.sort((a, b) -> Long.compare(a.time(), b.time()));
        return new Series(
                points.stream().mapToLong(Point::time).toArray(),
                points.stream().mapToDouble(Point::value).toArray(),
                skipped);
    }

    private static double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /// ISO 8601, `YYYY-MM-DD HH:MM:SS` or seconds since 1970; UTC where no zone is given.
    static long time(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?([eE]\\+?\\d+)?")) {
            double seconds = Double.parseDouble(text);
            if (Math.abs(seconds) > LATEST) {
                throw new DateTimeException(text + " s is beyond the year 9999");
            }
            return Math.round(seconds * 1000);
        }
        String iso = text.replace(' ', 'T');
        int clock = iso.indexOf('T');
        if (clock < 0) {
            return Instant.parse(iso + "T00:00:00Z").toEpochMilli();
        }
        boolean zoned = iso.endsWith("Z") || iso.substring(clock).matches(".*[+-]\\d\\d.*");
        return zoned
                ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
