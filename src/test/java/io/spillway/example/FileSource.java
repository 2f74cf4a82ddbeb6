package io.spillway.example;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.source.MetricSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A source of one's own: CPU from a file that something else writes, a line a server: its name,
/// and its CPU in percent. What it reads is as old as the file.
final class FileSource implements MetricSource {
    private final String name;
    private final Path file;

    FileSource(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        List<Sample> samples = new ArrayList<>();
        int strange = 0;
        try {
            long time = Files.getLastModifiedTime(file).toMillis();
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split("\\s+");
                float share = words.length == 2 ? share(words[1]) : Float.NaN;
                boolean valid = share >= 0 && share <= 1;
                strange += valid ? 0 : 1;
                samples.add(
                        new Sample(
                                Metric.CPU,
                                Map.of("host", words[0]),
                                valid ? share : Float.NaN,
                                time,
                                0,
                                valid ? Quality.LIVE : Quality.INVALID));
            }
        } catch (IOException e) {
            throw new SourceException(
                    "%s cannot be read: see whether what writes it still runs.".formatted(file), e);
        }
        String message = strange == 0 ? "" : strange + " lines of %s are no CPU.".formatted(file);
        return new SourceReport(samples, null, message);
    }

    private static float share(String percent) {
        try {
            return Float.parseFloat(percent) / 100;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
