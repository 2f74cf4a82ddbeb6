package io.spillway.watch.forecast;

import java.util.ArrayList;
import java.util.List;

/// The ways in which load may grow that are tried: each family of curves with several paces, begun
/// at each of several moments. A shape is 0 before its onset and 1 now. Immutable.
final class Shapes {
    /// How many moments ahead shapes are known at.
    static final int HORIZONS = 72;

    /// Ratio of one horizon to the one before, as a logarithm.
    static final double STRIDE = .1;

    private static final double FIRST = .25;

    /// Minutes since growth began, longest first.
    private static final double[] ONSETS = {
        165, 140, 120, 104, 90, 79, 69, 61, 54, 48, 43, 38.5, 34.5, 31, 28, 25.5, 23, 21, 19, 17.2,
        15.6, 14.2, 12.9, 11.7, 10.6, 9.6, 8.7, 7.8, 7, 6.2, 5.4, 4.6, 3.8, 3
    };

    private static final double[] PACES = {7, 12, 20, 35, 60, 110};
    private static final double[] SETTLING = {4, 6, 9, 13, 19, 28, 41, 60, 90};
    private static final double[] WAVES = {20, 27, 36, 48, 64, 85, 112, 150, 200};
    private static final double[] CRESTS = {30, 60, 120};

    /// Beyond this multiple of the growth so far a curve is not followed.
    private static final double STEEPEST = 1e6;

    private static final int PARTS = 4;

    /// Every shape.
    static final Shapes ALL = new Shapes();

    private final double[] onset;
    private final double[] prior;
    private final double[][] past;
    private final float[][] ahead;
    private final int[] live;

    /// A curve: 0 at 0, minutes since the onset in.
    private interface Curve {
        double at(double minutes);
    }

    private record Weighted(Curve curve, double weight) {}

    private Shapes() {
        List<Weighted> curves = curves();
        int n = ONSETS.length * curves.size();
        onset = new double[n];
        prior = new double[n];
        past = new double[Past.POINTS][n];
        ahead = new float[n][HORIZONS];
        live = new int[Past.POINTS];
        int i = 0;
        for (double begun : ONSETS) {
            for (Weighted curve : curves) {
                onset[i] = begun;
                prior[i] = Math.log(curve.weight / ONSETS.length);
                fill(i++, curve.curve);
            }
        }
    }

    private static List<Weighted> curves() {
        List<Weighted> all = new ArrayList<>();
        all.add(new Weighted(t -> t, .57));
        all.add(new Weighted(t -> t * t, 2));
        for (double pace : PACES) {
            all.add(new Weighted(t -> Math.expm1(t / pace), .69 / PACES.length));
        }
        for (double pace : SETTLING) {
            all.add(new Weighted(t -> -Math.expm1(-t / pace), 1.7 / SETTLING.length));
        }
        for (double top : WAVES) {
            Curve wave = t -> t >= top ? 1 : (1 - Math.cos(Math.PI * t / top)) / 2;
            all.add(new Weighted(wave, .7 / WAVES.length));
        }
        for (double top : CRESTS) {
            Curve crest = t -> t >= top ? 1 : Math.sin(Math.PI / 2 * t / top);
            all.add(new Weighted(crest, .5 / CRESTS.length));
        }
        return all;
    }

    private void fill(int i, Curve curve) {
        double begun = onset[i];
        double now = curve.at(begun);
        for (int point = 0; point < Past.POINTS; point++) {
            double mean = 0;
            for (int part = 0; part < PARTS; part++) {
                double age = Past.start(point) + (part + .5) / PARTS * Past.span(point);
                mean += age >= begun ? 0 : curve.at(begun - age) / now / PARTS;
            }
            past[point][i] = mean;
            if (Past.start(point) < begun) {
                live[point] = i + 1;
            }
        }
        for (int h = 0; h < HORIZONS; h++) {
            ahead[i][h] = (float) Math.min(STEEPEST, curve.at(begun + minutes(h)) / now);
        }
    }

    /// Minutes ahead of a horizon, which may lie between two.
    static double minutes(double horizon) {
        return FIRST * Math.exp(STRIDE * horizon);
    }

    /// The horizon so many minutes ahead; below 0 if nearer than the first.
    static double horizon(double minutes) {
        return Math.log(minutes / FIRST) / STRIDE;
    }

    int size() {
        return onset.length;
    }

    /// Minutes since the onset of a shape; they do not grow with its number.
    double onset(int shape) {
        return onset[shape];
    }

    /// Logarithm of what a shape is worth before anything is seen.
    double prior(int shape) {
        return prior[shape];
    }

    /// What each shape is at a point of the past. Not to be written.
    double[] past(int point) {
        return past[point];
    }

    /// All shapes from this one on are 0 at a point of the past.
    int live(int point) {
        return live[point];
    }

    /// What a shape is at each horizon. Not to be written.
    float[] ahead(int shape) {
        return ahead[shape];
    }
}
