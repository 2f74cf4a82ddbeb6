package io.spillway.evaluate;

import io.spillway.watch.usual.Usual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Holds a scorer against a series into which surges are multiplied: its threshold is set to a
/// number of false alarms, then the delay to every surge is taken. An alarm lasts until the score
/// has stayed below half of the threshold for 30 minutes.
final class Sweep {
    /// A surge that is not found within so many minutes is missed.
    static final int LIMIT = 120;

    private static final int BEFORE = 1440;
    private static final int CALM = 30;

    private final MinuteSeries series;
    private final int from;
    private final int to;
    private final double[] usual;

    /// @param from first index that counts; what lies before is for learning
    /// @param to index after the last that counts
    Sweep(MinuteSeries series, int from, int to) {
        this.series = series;
        this.from = from;
        this.to = to;
        this.usual = usual(series);
    }

    /// Random starts of surges.
    int[] starts(long seed, int count) {
        return new Random(seed).ints(count, from, to - LIMIT - 60).sorted().toArray();
    }

    /// What is usual at each value, from those before it.
    static double[] usual(MinuteSeries series) {
        Usual learnt = new Usual();
        double[] usual = new double[series.times().length];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = learnt.mid(series.times()[i]);
            learnt.add(series.times()[i], series.values()[i]);
        }
        return usual;
    }

    double[] usual() {
        return usual;
    }

    /// The smallest threshold above which there are no more than so many alarms.
    double threshold(Supplier<Scorer> scorer, int alarms) {
        Scorer one = scorer.get();
        double[] scores = scores(one, 0, -1, Shape.STEP, to);
        double highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, Double.isNaN(scores[i]) ? 0 : scores[i]);
        }
        double threshold = highest;
        while (threshold > highest / 100
                && alarms(scores, threshold * 0.99, from, to, one.onDelay()).size() <= alarms) {
            threshold *= 0.99;
        }
        return threshold;
    }

    /// How many alarms there are at a threshold without any surge.
    int alarms(Supplier<Scorer> scorer, double threshold) {
        Scorer one = scorer.get();
        double[] scores = scores(one, 0, -1, Shape.STEP, to);
        return alarms(scores, threshold, from, to, one.onDelay()).size();
    }

    /// Delay to every surge in minutes from its start, rising; infinite where it was missed.
    double[] delays(Supplier<Scorer> scorer, double threshold, int[] starts, Shape shape) {
        return Arrays.stream(starts)
                .parallel()
                .mapToDouble(start -> delay(scorer.get(), threshold, start, shape))
                .sorted()
                .toArray();
    }

    private double delay(Scorer scorer, double threshold, int start, Shape shape) {
        double[] scores = scores(scorer, 0, start, shape, start + LIMIT);
        List<Integer> alarms =
                alarms(scores, threshold, start - BEFORE, start + LIMIT, scorer.onDelay());
        return alarms.stream()
                .filter(at -> at >= start)
                .mapToDouble(at -> (series.times()[at] - series.times()[start]) / 60_000.0)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double[] scores(Scorer scorer, int begin, int start, Shape shape, int end) {
        double[] scores = new double[end];
        for (int i = begin; i < end; i++) {
            long time = series.times()[i];
            double factor = start < 0 ? 1 : shape.at((time - series.times()[start]) / 60_000.0);
            scores[i] = scorer.add(time, series.values()[i] * factor, usual[i]);
        }
        return scores;
    }

    private static List<Integer> alarms(
            double[] scores, double threshold, int from, int to, int onDelay) {
        List<Integer> alarms = new ArrayList<>();
        int above = 0;
        int calm = CALM;
        for (int i = from; i < to; i++) {
            boolean lasting = calm < CALM;
            above = scores[i] > threshold ? above + 1 : 0;
            if (lasting) {
                calm = scores[i] < threshold / 2 ? calm + 1 : 0;
                above = calm < CALM ? above : 0;
            } else if (above >= onDelay) {
                alarms.add(i);
                calm = 0;
            }
        }
        return alarms;
    }

    /// The value that a share of the sorted values does not exceed.
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        double low = sorted[(int) Math.floor(at)];
        double high = sorted[(int) Math.ceil(at)];
        return low == high ? low : low + (at - Math.floor(at)) * (high - low);
    }
}
