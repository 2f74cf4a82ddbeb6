package io.spillway.evaluate;

import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Planted capacities: how near the estimates come, how often they promise far too much, whether
/// every hog is found and none invented.
final class CapacitySection implements Section {
    private static final int HOUR = 240;
    private static final int BLACKOUT = 40;
    private static final int FLEETS = 6;

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        List<Row> rows = new ArrayList<>();
        planted(seed, FLEETS, 60, rows);
        int invented = 0;
        for (int i = 0; i < (full ? 3 : 1); i++) {
            invented += quiet(seed + i, full ? 100 : 20, (full ? 24 : 3) * HOUR);
        }
        String quiet = full ? "3 x 24 quiet hours of 100 servers" : "3 quiet hours of 20 servers";
        rows.add(Row.atMost(name(), "hogs invented, " + quiet, invented, 0, ""));
        if (Files.exists(data.resolve("reference-outage.csv"))) {
            rows.addAll(ReferenceCapacity.rows(name(), data));
        }
        return rows;
    }

    private void planted(long seed, int fleets, int size, List<Row> rows) {
        int samples = 4 * HOUR;
        Errors quiet = new Errors();
        Errors minute = new Errors();
        Errors five = new Errors();
        Errors end = new Errors();
        int[] over = new int[samples];
        int missed = 0;
        int hogs = 0;
        for (int f = 0; f < fleets; f++) {
            SyntheticFleet fleet = new SyntheticFleet(size, samples, true, 1000 * seed + f);
            ServerEstimator estimator = new ServerEstimator();
            boolean[] found = new boolean[size];
            for (int t = 0; t < samples; t++) {
                estimator.add(fleet.next(t));
                float[] claimed = estimator.capacities().atLimit();
                for (Finding finding : estimator.findings()) {
                    int i = Integer.parseInt(finding.server().substring(1));
                    found[i] |= t >= fleet.hogAt(i) && t <= fleet.hogAt(i) + 4;
                }
                for (int i = 0; i < size; i++) {
                    double error = claimed[i] / fleet.capacity(i, t) - 1;
                    over[t] += t >= BLACKOUT && error > 0.2 ? 1 : 0;
                    quiet.addIf(t == 2 * HOUR, error);
                    minute.addIf(t - 4 == fleet.hogAt(i), error);
                    five.addIf(t - 20 == fleet.hogAt(i), error);
                    end.addIf(t == samples - 1, error);
                }
            }
            for (int i = 0; i < size; i++) {
                // On a machine that is full already no hog can be seen.
                boolean visible = fleet.shown(i) >= 0.15;
                hogs += visible ? 1 : 0;
                missed += visible && !found[i] ? 1 : 0;
            }
        }
        double all = fleets * size;
        rows.add(Row.atMost(name(), "median error, 2 quiet hours", quiet.median(), 3.5, "%"));
        rows.add(Row.shown(name(), "p90 error, 2 quiet hours", quiet.high(), "%"));
        rows.add(Row.atMost(name(), "median error, 60 s after a hog", minute.median(), 4.5, "%"));
        rows.add(Row.shown(name(), "p90 error, 60 s after a hog", minute.high(), "%"));
        rows.add(Row.shown(name(), "median error, 5 min after a hog", five.median(), "%"));
        rows.add(Row.shown(name(), "median error, end of the surge", end.median(), "%"));
        rows.add(Row.shown(name(), "p90 error, end of the surge", end.high(), "%"));
        double worst = 100 * Arrays.stream(over).max().orElse(0) / all;
        double mean = 100 * Arrays.stream(over).sum() / all / (samples - BLACKOUT);
        rows.add(Row.atMost(name(), "over-estimated by 20 %, worst moment", worst, 1, "%"));
        rows.add(Row.shown(name(), "over-estimated by 20 %, mean of moments", mean, "%"));
        rows.add(Row.atMost(name(), "hogs not found within 60 s", missed, 0, "of " + hogs));
    }

    private static int quiet(long seed, int size, int samples) {
        SyntheticFleet fleet = new SyntheticFleet(size, samples, false, -seed);
        ServerEstimator estimator = new ServerEstimator();
        int invented = 0;
        int before = 0;
        for (int t = 0; t < samples; t++) {
            estimator.add(fleet.next(t));
            invented += Math.max(0, estimator.findings().size() - before);
            before = estimator.findings().size();
        }
        return invented;
    }

    /// Relative errors at one kind of moment.
    private static final class Errors {
        private final List<Double> all = new ArrayList<>();

        void addIf(boolean wanted, double error) {
            if (wanted) {
                // A server of which nothing is claimed is as wrong as one thought to carry nothing.
                all.add(Double.isNaN(error) ? 1 : Math.abs(error));
            }
        }

        double median() {
            return at(0.5);
        }

        double high() {
            return at(0.9);
        }

        private double at(double share) {
            List<Double> sorted = all.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : 100 * sorted.get((int) (share * sorted.size()));
        }
    }
}
