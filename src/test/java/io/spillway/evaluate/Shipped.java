package io.spillway.evaluate;

import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.SurgeDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The shipped detector with its shipped bounds, as an operator meets it.
final class Shipped {
    private final MinuteSeries series;
    private final double[] usual;

    /// @param usual what is usual at each value
    Shipped(MinuteSeries series, double[] usual) {
        this.series = series;
        this.usual = usual;
    }

    /// Detections that begin, rise or end in a part of the series.
    List<Detection> detections(int from, int to) {
        return detections(from, to, -1, Shape.STEP);
    }

    /// Delay to every surge in minutes from its start, rising; infinite where it was missed.
    double[] delays(int[] starts, Shape shape) {
        return Arrays.stream(starts)
                .parallel()
                .mapToDouble(start -> delay(start, shape))
                .sorted()
                .toArray();
    }

    private double delay(int start, Shape shape) {
        long begin = series.times()[start];
        return detections(start, start + Sweep.LIMIT, start, shape).stream()
                .filter(detection -> detection.until() == 0 && detection.time() >= begin)
                .mapToDouble(detection -> (detection.time() - begin) / 60_000.0)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private List<Detection> detections(int from, int to, int start, Shape shape) {
        SurgeDetector detector = new SurgeDetector();
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            long time = series.times()[i];
            double factor = start < 0 ? 1 : shape.at((time - series.times()[start]) / 60_000.0);
            Detection one = detector.add(time, series.values()[i] * factor, usual[i], 1);
            if (one != null && i >= from) {
                detections.add(one);
            }
        }
        return detections;
    }
}
