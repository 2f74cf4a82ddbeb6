package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/// How well forecasts tell when capacity is met: random ramps, the natural surges, and runs that
/// never get there. A forecast that names no time is left out of "contains"; "of all" counts it as
/// a miss.
final class ForecastSection implements Section {
    /// Minutes before capacity.
    static final double[] LEADS = {5, 10, 20, 30};

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Trial> trials = ramps(seed, full ? 250 : 15);
        for (Ramp.Shape shape : Ramp.Shape.values()) {
            cells(rows, trials, shape.name().toLowerCase(Locale.ROOT), 60);
        }
        NaturalSurges.Found natural = NaturalSurges.of(data);
        rows.add(shown("natural surges", natural.surges(), ""));
        cells(rows, natural.trials(), "natural", Double.NaN);
        summary(rows, trials, "ramps");
        List<Trial> all = new ArrayList<>(trials);
        all.addAll(natural.trials());
        summary(rows, all, "ramps and surges");
        rows.add(
                Row.atLeast(
                        name(),
                        "runs without a clock",
                        withoutClock(seed, full ? 250 : 10),
                        97,
                        "%"));
        return rows;
    }

    /// Forecasts before capacity is met on random ramps, so many of each shape.
    static List<Trial> ramps(long seed, int each) {
        List<Trial> trials = new ArrayList<>();
        for (Ramp.Shape shape : Ramp.Shape.values()) {
            Random random = new Random(seed * 31 + shape.ordinal());
            for (int i = 0; i < each; i++) {
                Ramp ramp = Ramp.random(shape, random);
                for (double lead : LEADS) {
                    trials.add(ramp.before(lead, shape.name().toLowerCase(Locale.ROOT)));
                }
            }
        }
        trials.removeIf(trial -> Double.isNaN(trial.truth()));
        return trials;
    }

    /// Share of runs, so many of each kind, in which no time is ever told, in percent.
    static double withoutClock(long seed, int each) {
        int clean = 0;
        for (QuietRun.Kind kind : QuietRun.Kind.values()) {
            Random random = new Random(seed * 37 + kind.ordinal());
            for (int i = 0; i < each; i++) {
                clean += QuietRun.clockShown(kind, random) ? 0 : 1;
            }
        }
        return 100. * clean / each / QuietRun.Kind.values().length;
    }

    private void cells(List<Row> rows, List<Trial> trials, String group, double least) {
        for (double lead : LEADS) {
            List<Trial> cell =
                    trials.stream()
                            .filter(t -> t.group().equals(group) && t.lead() == lead)
                            .toList();
            String of = String.format(Locale.ROOT, "%s, %.0f min ahead: ", group, lead);
            double contains = share(cell.stream().filter(Trial::shown).toList(), Trial::hit);
            rows.add(shown(of + "a time is told", share(cell, Trial::shown), "%"));
            rows.add(
                    Double.isNaN(least)
                            ? shown(of + "contains", contains, "%")
                            : Row.atLeast(name(), of + "contains", contains, least, "%"));
        }
    }

    private void summary(List<Row> rows, List<Trial> trials, String of) {
        List<Trial> told = trials.stream().filter(Trial::shown).toList();
        double contains = share(told, Trial::hit);
        rows.add(Row.atLeast(name(), of + ": contains, at least", contains, 75, "%"));
        rows.add(Row.atMost(name(), of + ": contains, at most", contains, 88, "%"));
        rows.add(shown(of + ": a time is told", share(trials, Trial::shown), "%"));
        rows.add(shown(of + ": contains, of all", share(trials, Trial::hit), "%"));
        double[] widths =
                told.stream().filter(t -> t.lead() == 20).mapToDouble(Trial::width).toArray();
        rows.add(Row.atMost(name(), of + ": median width 20 min ahead", median(widths), 3.3, "x"));
        List<Trial> both = trials.stream().filter(Trial::both).toList();
        double fixed = both.stream().mapToDouble(Trial::fixedLoss).average().orElse(Double.NaN);
        double ours = both.stream().mapToDouble(Trial::loss).average().orElse(Double.NaN);
        rows.add(shown(of + ": pinball loss, fixed factors", fixed, "min"));
        rows.add(Row.atMost(name(), of + ": pinball loss", ours, fixed, "min"));
    }

    private static double share(List<Trial> trials, Predicate<Trial> that) {
        return 100. * trials.stream().filter(that).count() / trials.size();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private Row shown(String measure, double value, String unit) {
        return Row.shown(name(), measure, value, unit);
    }
}
