package io.spillway.evaluate;

import io.spillway.watch.forecast.LoadForecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The surges of the World Cup file: the mean of five minutes reaches twice the least such mean of
/// the last 90 min, which is above 500 requests/min; for three hours after one, none is counted.
/// That doubling is the capacity.
final class NaturalSurges {
    private final List<String> lines;
    private final long[] times;
    private final double[] counts;
    private final double[] means;

    private NaturalSurges(List<String> lines) {
        this.lines = lines;
        int n = lines.size() - 1;
        times = new long[n];
        counts = new double[n];
        means = new double[n];
    }

    /// Every forecast made before the surges of the file, and how many surges there are.
    record Found(int surges, List<Trial> trials) {}

    static Found of(Path data) throws IOException {
        Path file = data.resolve("worldcup98/requests-per-minute.csv");
        var surges = new NaturalSurges(Files.readAllLines(file));
        surges.read();
        return surges.find();
    }

    private void read() {
        for (int i = 0; i < times.length; i++) {
            String line = lines.get(i + 1);
            int comma = line.indexOf(',');
            var at = LocalDateTime.parse(line.substring(0, comma).replace(' ', 'T'));
            times[i] = at.toEpochSecond(ZoneOffset.UTC) * 1000;
            counts[i] = Double.parseDouble(line.substring(comma + 1));
            for (int k = Math.max(0, i - 4); k <= i; k++) {
                means[i] += counts[k] / 5;
            }
        }
    }

    private Found find() {
        List<Trial> trials = new ArrayList<>();
        int surges = 0;
        for (int i = 100; i < times.length; i++) {
            double least = Arrays.stream(means, i - 90, i + 1).min().orElseThrow();
            if (least > 500 && means[i] >= 2 * least) {
                surges++;
                for (double lead : ForecastSection.LEADS) {
                    trials.addAll(before(i, (int) lead, 2 * least));
                }
                i += 179;
            }
        }
        return new Found(surges, trials);
    }

    private List<Trial> before(int surge, int lead, double capacity) {
        int at = surge - lead;
        if (means[at] >= capacity) {
            return List.of();
        }
        LoadForecast forecast = new LoadForecast();
        for (int i = Math.max(0, at - 200); i <= at; i++) {
            forecast.add(times[i], counts[i]);
        }
        double truth = (times[surge] - times[at]) / 1000.;
        double[] fixed = FixedFactors.at(counts, at + 1, capacity);
        return List.of(new Trial("natural", lead, truth, forecast.at(times[at], capacity), fixed));
    }
}
