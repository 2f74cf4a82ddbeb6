package io.spillway.evaluate;

import com.amazon.randomcutforest.RandomCutForest;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.SpikeDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The Numenta Anomaly Benchmark on two of its folders, one threshold for all files of a detector.
public final class NabSection implements Section {
    private static final List<String> FOLDERS = List.of("realAWSCloudwatch", "realKnownCause");

    /// Longer ones score less on these files.
    private static final int[] SHINGLES = {1, 4};

    private static final int TREES = 50;
    private static final int REST = 100;
    private static final int FEW = 4;

    @Override
    public String name() {
        return "nab";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        List<NabFile> all = NabFile.read(data.resolve("nab"), FOLDERS);
        List<NabFile> files = full ? all : all.subList(0, FEW);
        List<NabScore.Worth> worth = files.stream().map(NabFile::worth).toList();
        List<double[]> spikes = files.stream().map(file -> spikes(file.series(), false)).toList();
        List<double[]> alarms = files.stream().map(file -> spikes(file.series(), true)).toList();
        List<Row> rows = new ArrayList<>();
        NabScore.Best ours = NabScore.best(worth, spikes);
        rows.add(
                full
                        ? Row.atLeast(
                                name(), "spike detector, best threshold", ours.score(), 60, "")
                        : row("spike detector, best threshold", ours.score()));
        rows.add(row("spike detector, that threshold", ours.threshold()));
        rows.add(row("spike detector, as shipped", NabScore.at(worth, alarms, 1)));
        rows.add(
                row(
                        "spike detector, threshold of the odd files on the even",
                        half(worth, spikes, 1)));
        rows.add(
                row(
                        "spike detector, threshold of the even files on the odd",
                        half(worth, spikes, 0)));
        for (int shingle : SHINGLES) {
            List<double[]> forest =
                    files.stream().map(file -> forest(file.series(), shingle, seed)).toList();
            String peer = "random cut forest, shingle of " + shingle;
            rows.add(row(peer, NabScore.best(worth, forest).score()));
            List<double[]> peaks = forest.stream().map(NabSection::peaks).toList();
            rows.add(row(peer + ", peaks only", NabScore.best(worth, peaks).score()));
        }
        List<double[]> control = files.stream().map(file -> control(file.series())).toList();
        double measured = NabScore.best(worth, control).score();
        rows.add(row("windowed gaussian, best threshold", measured));
        if (full) {
            double off = Math.abs(measured - 24.3);
            rows.add(Row.atMost(name(), "windowed gaussian, distance from 24.3", off, 0.05, ""));
        }
        return rows;
    }

    private Row row(String measure, double value) {
        return Row.shown(name(), measure, value, "");
    }

    /// The score of every other file, by the threshold that is best for the rest.
    private static double half(List<NabScore.Worth> worth, List<double[]> scores, int learnt) {
        double threshold = NabScore.best(half(worth, learnt), half(scores, learnt)).threshold();
        return NabScore.at(half(worth, 1 - learnt), half(scores, 1 - learnt), threshold);
    }

    private static <T> List<T> half(List<T> all, int which) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == which)
                .mapToObj(all::get)
                .toList();
    }

    /// Ours: the score of each row, or 1 where an alarm begins.
    private static double[] spikes(MinuteSeries series, boolean alarms) {
        SpikeDetector detector = new SpikeDetector();
        double[] scores = new double[series.values().length];
        for (int i = 0; i < scores.length; i++) {
            @Nullable Detection change = detector.add(series.times()[i], series.values()[i]);
            boolean begins = change != null && change.until() == 0;
            scores[i] = alarms ? (begins ? 1 : 0) : detector.score();
        }
        return scores;
    }

    private static double[] control(MinuteSeries series) {
        return scores(series, new WindowedGaussian()::add);
    }

    private static double[] forest(MinuteSeries series, int shingle, long seed) {
        RandomCutForest forest =
                RandomCutForest.builder()
                        .dimensions(shingle)
                        .shingleSize(shingle)
                        .internalShinglingEnabled(true)
                        .numberOfTrees(TREES)
                        .sampleSize(256)
                        .randomSeed(seed)
                        .build();
        return scores(
                series,
                value -> {
                    float[] point = {(float) value};
                    double score = forest.getAnomalyScore(point);
                    forest.update(point);
                    return score;
                });
    }

    /// What is left if a score counts only where no row of the last hundred had as much: the peer's
    /// repeats are held back like ours.
    private static double[] peaks(double[] scores) {
        double[] peaks = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double before = 0;
            for (int k = Math.max(0, i - REST); k < i; k++) {
                before = Math.max(before, scores[k]);
            }
            peaks[i] = scores[i] > before ? scores[i] : 0;
        }
        return peaks;
    }

    private static double[] scores(MinuteSeries series, DoubleUnaryOperator detector) {
        double[] scores = new double[series.values().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = detector.applyAsDouble(series.values()[i]);
        }
        return scores;
    }
}
