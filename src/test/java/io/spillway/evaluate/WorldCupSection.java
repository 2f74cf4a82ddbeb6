package io.spillway.evaluate;

import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// How soon surges are found that are multiplied into the World Cup series at random times, at one
/// false alarm a week. Delays are minutes from the first minute of the surge to the minute of the
/// alarm; an alarm on the unchanged series is false even where it is a natural crowd.
public final class WorldCupSection implements Section {
    private static final String FROM = "1998-05-20 00:00:00";
    private static final String HALF = "1998-05-29 12:00:00";
    private static final String TO = "1998-06-08 00:00:00";
    private static final double WEEK = 7 * 1440;
    private static final int CASES = 48;
    private static final int SAMPLE = 4;

    @Override
    public String name() {
        return "worldcup";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        MinuteSeries series =
                MinuteSeries.read(data.resolve("worldcup98/requests-per-minute.csv"), 1);
        int from = series.index(FROM);
        int to = series.index(TO);
        Sweep sweep = new Sweep(series, from, to);
        int[] starts = sweep.starts(seed, full ? CASES : SAMPLE);
        int alarms = (int) Math.round((to - from) / WEEK);
        List<Row> rows = new ArrayList<>();
        double threshold = sweep.threshold(Scorer::shipped, alarms);
        rows.add(row("growth detector, threshold at one alarm a week", threshold, ""));
        swept(rows, sweep, threshold, starts, series.index(HALF));
        shipped(rows, new Shipped(series, sweep.usual()), starts, from, to);
        peer(rows, sweep, "season 3/60", () -> Scorer.ratio(true), starts, alarms);
        peer(rows, sweep, "raw ratio 3/60", () -> Scorer.ratio(false), starts, alarms);
        return rows;
    }

    private void swept(List<Row> rows, Sweep sweep, double threshold, int[] starts, int half) {
        for (Shape shape : Shape.values()) {
            double[] delays = sweep.delays(Scorer::shipped, threshold, starts, shape);
            double median = Sweep.quantile(delays, 0.5);
            // Better than the line, not as good as it: delays are whole and half minutes.
            rows.add(
                    Row.atMost(
                            name(), shape.text() + ", median", median, shape.line() - 0.5, "min"));
            rows.add(row(shape.text() + ", median less goal", median - shape.goal(), "min"));
            rows.add(row(shape.text() + ", p90", Sweep.quantile(delays, 0.9), "min"));
            for (boolean first : new boolean[] {true, false}) {
                int[] some = Arrays.stream(starts).filter(at -> at < half == first).toArray();
                double[] part = sweep.delays(Scorer::shipped, threshold, some, shape);
                String text = shape.text() + (first ? ", first" : ", second") + " half, median";
                rows.add(
                        row(
                                text,
                                part.length == 0 ? Double.NaN : Sweep.quantile(part, 0.5),
                                "min"));
            }
        }
    }

    private void shipped(List<Row> rows, Shipped shipped, int[] starts, int from, int to) {
        List<Detection> quiet = shipped.detections(from, to);
        double weeks = (to - from) / WEEK;
        long begun =
                quiet.stream().filter(d -> d.until() == 0).map(Detection::time).distinct().count();
        long warnings =
                quiet.stream().filter(d -> d.until() == 0 && d.level() == Level.WARNING).count();
        rows.add(row("as shipped, alarms a week", begun / weeks, ""));
        rows.add(row("as shipped, of them warnings a week", warnings / weeks, ""));
        for (Shape shape : Shape.values()) {
            double[] delays = shipped.delays(starts, shape);
            rows.add(row("as shipped, " + shape.text(), Sweep.quantile(delays, 0.5), "min"));
        }
    }

    private void peer(
            List<Row> rows,
            Sweep sweep,
            String peer,
            Supplier<Scorer> scorer,
            int[] starts,
            int alarms) {
        double threshold = sweep.threshold(scorer, alarms);
        for (Shape shape : Shape.values()) {
            double[] delays = sweep.delays(scorer, threshold, starts, shape);
            String text =
                    String.format(
                            Locale.ROOT, "%s (x%.2f), %s", peer, Math.exp(threshold), shape.text());
            rows.add(row(text, Sweep.quantile(delays, 0.5), "min"));
        }
    }

    private Row row(String measure, double value, String unit) {
        return Row.shown(name(), measure, value, unit);
    }
}
