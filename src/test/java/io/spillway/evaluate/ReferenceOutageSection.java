package io.spillway.evaluate;

import io.spillway.watch.detect.Campaign;
import io.spillway.watch.detect.CollapseDetector;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.detect.SurgeDetector;
import io.spillway.watch.series.Averager;
import io.spillway.watch.usual.Usual;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the surge of the reference outage is noticed from load alone, and how quiet the week
/// before it is.
public final class ReferenceOutageSection implements Section {
    private static final long SURGE = MinuteSeries.time("2023-05-15T03:19:45");
    private static final long FULL = MinuteSeries.time("2023-05-15T04:04:43");
    private static final long HOUR = 3_600_000;
    private static final List<Campaign> BUMPS =
            List.of(
                    campaign("lunch", MinuteSeries.time("2023-05-10T12:01:00")),
                    campaign("night", MinuteSeries.time("2023-05-12T02:33:00")));

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        MinuteSeries series = MinuteSeries.read(data.resolve("reference-outage.csv"), 1);
        List<Detection> all = detections(series, List.of());
        long noticed =
                all.stream()
                        .filter(one -> one.kind() == Kind.SURGE && one.time() >= SURGE)
                        .mapToLong(Detection::time)
                        .min()
                        .orElse(Long.MAX_VALUE);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.atMost(name(), "surge noticed after", (noticed - SURGE) / 6e4, 3, "min"));
        rows.add(Row.atLeast(name(), "before servers are full", (FULL - noticed) / 6e4, 40, "min"));
        rows.add(Row.atMost(name(), "surge warnings, quiet week", quiet(all, true), 0, ""));
        rows.add(Row.atMost(name(), "surge notices, quiet week", quiet(all, false), 3, ""));
        rows.add(Row.shown(name(), "collapses, quiet week", collapses(all), ""));
        List<Detection> announced = detections(series, BUMPS);
        int during = (int) announced.stream().filter(ReferenceOutageSection::inCampaign).count();
        rows.add(Row.atMost(name(), "surges in announced bumps", during, 0, ""));
        return rows;
    }

    /// Every detection with the highest level it had.
    private static List<Detection> detections(MinuteSeries series, List<Campaign> campaigns) {
        Averager averager = new Averager(15_000);
        Usual usual = new Usual();
        SurgeDetector surges = new SurgeDetector();
        CollapseDetector collapses = new CollapseDetector();
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < series.times().length; i++) {
            if (averager.add(series.times()[i], series.values()[i])) {
                long time = averager.time();
                double mid = usual.mid(time);
                double allowed = allowed(campaigns, time);
                keep(found, surges.add(time, averager.mean(), mid, allowed));
                keep(found, collapses.add(time, averager.mean(), mid, allowed));
                usual.add(time, averager.mean());
            }
        }
        return found;
    }

    private static void keep(List<Detection> found, @Nullable Detection one) {
        if (one != null) {
            found.removeIf(old -> old.time() == one.time() && old.kind() == one.kind());
            found.add(one);
        }
    }

    private static double allowed(List<Campaign> campaigns, long time) {
        return campaigns.stream()
                .filter(one -> one.start() <= time && time < one.end())
                .mapToDouble(Campaign::factor)
                .max()
                .orElse(1);
    }

    private static Campaign campaign(String name, long start) {
        return new Campaign(name, start - HOUR / 12, start + 3 * HOUR, 1.5);
    }

    private static boolean inCampaign(Detection one) {
        return one.kind() == Kind.SURGE && allowed(BUMPS, one.time()) > 1;
    }

    private static int quiet(List<Detection> all, boolean warning) {
        return (int)
                all.stream()
                        .filter(one -> one.kind() == Kind.SURGE && one.time() < SURGE)
                        .filter(one -> !warning || one.level() == Level.WARNING)
                        .count();
    }

    private static int collapses(List<Detection> all) {
        return (int)
                all.stream()
                        .filter(one -> one.kind() == Kind.COLLAPSE && one.time() < SURGE)
                        .count();
    }
}
