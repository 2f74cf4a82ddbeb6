package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// A recorded series: times in epoch milliseconds, rising, and values.
record MinuteSeries(long[] times, double[] values) {
    /// Reads two columns of a file with a header line.
    ///
    /// @param column index of the value, from 0
    static MinuteSeries read(Path file, int column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int size = lines.size() - 1;
        long[] times = new long[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            String[] cells = lines.get(i + 1).replace("\"", "").split(",", -1);
            times[i] = time(cells[0]);
            values[i] = Double.parseDouble(cells[column]);
        }
        return new MinuteSeries(times, values);
    }

    /// Epoch milliseconds of an ISO time, UTC.
    static long time(String text) {
        String plain = text.strip().replace(' ', 'T').replace("Z", "");
        return LocalDateTime.parse(plain).toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    /// Index of the first value at or after a time.
    int index(String time) {
        long wanted = time(time);
        int at = 0;
        while (at < times.length && times[at] < wanted) {
            at++;
        }
        return at;
    }

    /// The values from one index to before another.
    MinuteSeries part(int from, int to) {
        return new MinuteSeries(
                Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
    }
}
