package io.spillway.ui;

import io.spillway.desk.Reply;
import io.spillway.history.Series;
import io.spillway.history.Window;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// An hour of made-up past, a sample a second.
final class SampleHistory {
    private static final int LENGTH = 3600;

    private SampleHistory() {}

    static Window calm(long now) {
        return past(now, 0, List.of());
    }

    /// The last twelve minutes climb.
    static Window climbing(long now) {
        return past(now, 0.48, List.of("web-017", "web-042"));
    }

    /// Days alike, weekends calmer, a value each quarter of an hour.
    static Window weeks(long from, long to) {
        Random random = new Random(5);
        int n = (int) ((to - from) / 900_000);
        long[] times = new long[n];
        float[][] c = new float[5][n];
        for (int i = 0; i < n; i++) {
            times[i] = from + (i + 1L) * 900_000;
            double hours = times[i] / 3_600_000.0;
            double week = (hours / 24 + 4) % 7 < 2 ? 0.7 : 1;
            double day = week * (0.6 - 0.4 * Math.cos((hours - 3) / 12 * Math.PI));
            c[0][i] = (float) (42_000 * day + 900 * random.nextGaussian());
            for (int k = 1; k < 5; k++) {
                c[k][i] = (float) (0.1 + 0.4 * day + 0.07 * k + 0.01 * random.nextGaussian());
            }
        }
        return new Window(times, c[0], c[1], c[2], c[3], c[4], List.of());
    }

    /// Fourteen minutes of one server, every ten seconds.
    static Reply server(Instant now) {
        int n = 84;
        long[] times = new long[n];
        float[] cpu = new float[n];
        float[] requests = new float[n];
        for (int i = 0; i < n; i++) {
            times[i] = now.toEpochMilli() - (n - 1L - i) * 10_000;
            cpu[i] = (float) (0.4 + 0.5 * i / n + 0.02 * Math.sin(i));
            requests[i] = 250 + 2 * i;
        }
        return Reply.server(new Series(times, cpu), new Series(times, requests));
    }

    private static Window past(long now, double climb, List<String> outliers) {
        Random random = new Random(11);
        long[] times = new long[LENGTH];
        float[][] c = new float[5 + outliers.size()][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double t = Math.max(0, i - LENGTH + 720) / 720.0;
            double base = 0.34 + 0.02 * Math.sin(i / 240.0) + climb * Math.pow(t, 1.15);
            times[i] = now - (LENGTH - 1L - i) * 1000;
            c[0][i] = (float) (48_000 * (0.7 + t * climb) + 900 * random.nextGaussian());
            c[1][i] = (float) (base - 0.12 + 0.01 * random.nextGaussian());
            c[2][i] = (float) (base + 0.008 * random.nextGaussian());
            c[3][i] = (float) (base + 0.09 + 0.01 * random.nextGaussian());
            for (int k = 0; k < outliers.size(); k++) {
                double above = 0.07 + 0.05 * t + 0.015 * random.nextGaussian() - 0.01 * k;
                c[5 + k][i] = (float) Math.min(0.995, base + above);
            }
            c[4][i] = (float) Math.min(0.995, base + 0.13);
        }
        List<Window.Trace> traces =
                IntStream.range(0, outliers.size())
                        .mapToObj(k -> new Window.Trace(outliers.get(k), c[5 + k]))
                        .toList();
        return new Window(times, c[0], c[1], c[2], c[3], c[4], traces);
    }
}
