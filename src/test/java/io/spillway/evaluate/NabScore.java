package io.spillway.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The scoring rules of the Numenta Anomaly Benchmark, standard profile: the earliest alarm in a
/// window earns up to 1, more the earlier it comes; a window without alarm costs 1; an alarm
/// outside costs up to 0.11, less close behind a window. The first 15 % of a file, at most 750
/// rows, do not count. 0 is what a detector gets that never alarms, 100 a perfect one.
final class NabScore {
    private static final double FALSE_POSITIVE = 0.11;
    private static final double FALSE_NEGATIVE = 1;
    private static final double PROBATION = 0.15;
    private static final int PROBATION_ROWS = 5000;

    /// What an alarm at each row is worth, and the window it is in, -1 outside.
    ///
    /// @param worth of an alarm, one a row
    /// @param window index, one a row
    /// @param windows how many there are
    /// @param probation rows that do not count
    record Worth(double[] worth, int[] window, int windows, int probation) {}

    /// A threshold and the score it brings.
    record Best(double threshold, double score) {}

    private NabScore() {}

    /// What alarms are worth in one file.
    ///
    /// @param rows of the file
    /// @param windows first and last row of each, in order, not overlapping
    static Worth worth(int rows, int[][] windows) {
        double[] worth = new double[rows];
        int[] window = new int[rows];
        Arrays.fill(window, -1);
        Arrays.fill(worth, -FALSE_POSITIVE);
        for (int w = 0; w < windows.length; w++) {
            int last = windows[w][1];
            double width = last - windows[w][0] + 1.0;
            for (int row = windows[w][0]; row <= last; row++) {
                worth[row] = sigmoid(-(last - row + 1) / width) / sigmoid(-1);
                window[row] = w;
            }
            int next = w + 1 < windows.length ? windows[w + 1][0] : rows;
            for (int row = last + 1; row < next; row++) {
                worth[row] = FALSE_POSITIVE * sigmoid((row - last) / (width - 1));
            }
        }
        int probation =
                (int) Math.ceil(Math.min(Math.floor(PROBATION * rows), PROBATION * PROBATION_ROWS));
        return new Worth(worth, window, windows.length, probation);
    }

    /// 1 far before, 0 at the right edge of a window, -1 from three widths behind it.
    static double sigmoid(double position) {
        return position >= 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }

    /// The score of one threshold for all files: a row alarms if its score is at least that.
    static double at(List<Worth> files, List<double[]> scores, double threshold) {
        double raw = 0;
        for (int file = 0; file < files.size(); file++) {
            Worth worth = files.get(file);
            double[] found = missed(worth);
            for (int row = worth.probation; row < worth.worth.length; row++) {
                if (scores.get(file)[row] >= threshold) {
                    raw += take(worth, row, found);
                }
            }
        }
        return normal(files, raw);
    }

    /// The best threshold for all files, among all scores that occur.
    static Best best(List<Worth> files, List<double[]> scores) {
        record Point(double score, int file, int row) {}
        List<Point> points =
                IntStream.range(0, files.size())
                        .boxed()
                        .flatMap(file ->
                                IntStream.range(
                                                files.get(file).probation,
                                                files.get(file).worth.length)
                                        .mapToObj(
                                                row -> new Point(scores.get(file)[row], file, row)))
                        .sorted(Comparator.comparingDouble(Point::score).reversed())
                        .toList();
        double[][] found = files.stream().map(NabScore::missed).toArray(double[][]::new);
        double raw = 0;
        Best best = new Best(Double.POSITIVE_INFINITY, 0);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            raw += take(files.get(point.file), point.row, found[point.file]);
            boolean together = i + 1 < points.size() && points.get(i + 1).score == point.score;
            if (!together && normal(files, raw) > best.score) {
                best = new Best(point.score, normal(files, raw));
            }
        }
        return best;
    }

    private static double[] missed(Worth worth) {
        double[] found = new double[worth.windows];
        Arrays.fill(found, -FALSE_NEGATIVE);
        return found;
    }

    /// What an alarm adds to the raw score, which is 0 without any.
    private static double take(Worth worth, int row, double[] found) {
        int window = worth.window[row];
        if (window < 0) {
            return worth.worth[row];
        }
        double more = Math.max(0, worth.worth[row] - found[window]);
        found[window] += more;
        return more;
    }

    private static double normal(List<Worth> files, double raw) {
        double windows = files.stream().mapToInt(Worth::windows).sum();
        return 100 * raw / (windows * (1 + FALSE_NEGATIVE));
    }
}
