package io.spillway.practice;

/// A value over time, given by points and straight lines between them; flat before the first and
/// after the last point.
final class Curve {
    private final double[] seconds;
    private final double[] values;

    private Curve(double[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    /// Points as time, value, time, value …: times in seconds, rising.
    static Curve of(double... points) {
        double[] seconds = new double[points.length / 2];
        double[] values = new double[points.length / 2];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = points[2 * i];
            values[i] = points[2 * i + 1];
        }
        return new Curve(seconds, values);
    }

    double at(double second) {
        int next = 0;
        while (next < seconds.length && seconds[next] <= second) {
            next++;
        }
        if (next == 0) {
            return values[0];
        }
        if (next == seconds.length) {
            return values[next - 1];
        }
        double x = (second - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
        return values[next - 1] + x * (values[next] - values[next - 1]);
    }
}
