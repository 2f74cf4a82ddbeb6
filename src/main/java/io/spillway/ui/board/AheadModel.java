package io.spillway.ui.board;

import io.spillway.alarm.rule.Priority;
import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.ui.kit.Figures;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Crossing;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Limit;
import io.spillway.ui.plot.Mark;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.usual.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the plot of load shows beside what was measured: what is usual, what can be carried, where
/// load is heading, and what was detected.
public final class AheadModel {
    /// What is detected so close to an alarm is told by that alarm, milliseconds.
    private static final long SAME = 120_000;

    private final Picture picture;
    private final LoadOutlook outlook;
    private final Annunciation alarms;

    /// Of this Picture.
    public AheadModel(Picture picture) {
        this.picture = picture;
        this.alarms = new Annunciation(picture);
        this.outlook = picture.outlook().fleet();
    }

    /// The usual band, empty while nothing is known.
    ///
    /// @param from the earliest time needed, epoch milliseconds
    /// @param to the latest
    public List<PlotSeries> usual(long from, long to) {
        Band band = outlook.usual();
        int n = band.mid().length;
        int first = Math.clamp(band.index(from), 0, n);
        int last = Math.clamp(band.index(to) + 2L, first, n);
        if (last - first < 2) {
            return List.of();
        }
        float[] low = Arrays.copyOfRange(band.low(), first, last);
        float[] high = Arrays.copyOfRange(band.high(), first, last);
        long[] times = times(band.start() + first * band.step(), band.step(), last - first);
        var kind = PlotSeries.Kind.USUAL;
        return List.of(new PlotSeries(Words.of("kit.usual"), kind, Ink.DATA_2, times, low, high));
    }

    /// What the band is, in the words of the key; empty without one.
    String usualWords() {
        Band band = outlook.usual();
        if (band.learning() && picture.state() != Picture.State.UNCONFIGURED) {
            return Words.of("kit.usual") + " · " + OutlookWords.learning(band);
        }
        return band.mid().length == 0 ? "" : Words.of("board.usual-this-hour");
    }

    /// Where load is heading: the cone, then its middle. Empty without a trend, and where the load
    /// is not known live: what was expected then is not expected now.
    public List<PlotSeries> heading() {
        Cone cone = outlook.forecast().cone();
        if (cone.mid().length < 2 || !live()) {
            return List.of();
        }
        long[] times = times(cone.start(), cone.step(), cone.mid().length);
        var kind = PlotSeries.Kind.CONE;
        Ink area = ink(Ink.DATA_2);
        return List.of(
                new PlotSeries(Words.of("board.range"), kind, area, times, cone.low(), cone.high()),
                PlotSeries.dashed(Words.of("board.forecast"), ink(Ink.DATA), times, cone.mid()));
    }

    /// Where the middle of the cone reaches capacity; null unless that is in sight and told.
    public @Nullable Crossing crossing() {
        Forecast f = outlook.forecast();
        if (!live() || f.sight() != Forecast.Sight.IN_SIGHT || !OutlookWords.told(f)) {
            return null;
        }
        long time = start() + Math.round(f.mid() * 1_000);
        return new Crossing(time, outlook.capacity().atLimit(), ink(Ink.TEXT));
    }

    private long start() {
        Cone cone = outlook.forecast().cone();
        return cone.mid().length > 0 ? cone.start() : picture.time().toEpochMilli();
    }

    /// The line of what can be carried, empty while that is not known.
    public List<Limit> capacity() {
        double most = outlook.capacity().atLimit();
        if (!Double.isFinite(most)) {
            return List.of();
        }
        double limit = picture.fleet().pools().stream().mapToDouble(Pool::cpuLimit).min().orElse(1);
        String label = Words.of("board.capacity-at", Format.load(most), Format.percent(limit));
        boolean active =
                alarms.ruled()
                        ? alarms.active("saturation").equals(Optional.of(Priority.HIGH))
                        : lasts(Kind.SATURATION, Level.CRITICAL);
        return List.of(new Limit(most, label, active));
    }

    /// Alarms at the times they were raised, and what was detected beside them, without colour
    /// where rules say what is an alarm.
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(alarms.load());
        outlook.detections().stream()
                .filter(d -> marks.stream().noneMatch(m -> Math.abs(m.time() - d.time()) < SAME))
                .map(this::mark)
                .toList()
                .forEach(marks::add);
        return marks;
    }

    private Mark mark(Detection d) {
        String priority = OutlookWords.priority(d.level());
        boolean lasts = d.until() == 0 && !alarms.ruled();
        String end =
                d.until() == 0
                        ? ""
                        : Words.of("board.until", Format.clock(Instant.ofEpochMilli(d.until())));
        return new Mark(d.time(), OutlookWords.detection(d) + end, priority, lasts);
    }

    /// An alarm's colour while a warning about growing load lasts, else the neutral one.
    private Ink ink(Ink neutral) {
        if (alarms.ruled()) {
            return alarms.active("surge", "saturation").map(Annunciation::ink).orElse(neutral);
        }
        return outlook.detections().stream()
                .filter(d -> d.until() == 0 && d.level() != Level.NOTICE)
                .filter(d -> d.kind() == Kind.SURGE || d.kind() == Kind.SATURATION)
                .map(Detection::level)
                .max(Level::compareTo)
                .map(l -> l == Level.CRITICAL ? Ink.P1 : Ink.P2)
                .orElse(neutral);
    }

    private boolean lasts(Kind kind, Level level) {
        return outlook.detections().stream()
                .anyMatch(d -> d.until() == 0 && d.kind() == kind && d.level() == level);
    }

    /// True if load is known now.
    private boolean live() {
        Figures figures = new Figures(picture.fleet(), new FleetIndex(picture.fleet()));
        return Double.isFinite(outlook.load())
                && figures.trust(Metric.REQUESTS).quality() != Quality.BLIND;
    }

    private static long[] times(long start, long step, int n) {
        return IntStream.range(0, n).mapToLong(i -> start + i * step).toArray();
    }
}
