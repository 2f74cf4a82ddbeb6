package io.spillway.ui.board;

import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.history.Window;
import io.spillway.ui.kit.Figures;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Limit;
import io.spillway.ui.plot.Mark;
import io.spillway.ui.plot.PlotSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the Board's plots show of a Picture.
public final class PlotsModel {
    static final Duration SHORT = Duration.ofMinutes(5);
    static final Duration LONG = Duration.ofHours(1);

    private final Picture picture;
    private final Window past;
    private final Figures figures;
    private final Annunciation alarms;
    private final Map<String, Priority> loud;

    /// @param past what of the past is drawn
    public PlotsModel(Picture picture, Window past) {
        this.picture = picture;
        this.past = past;
        this.alarms = new Annunciation(picture);
        this.loud = alarms.servers();
        this.figures = new Figures(picture.fleet(), new FleetIndex(picture.fleet()));
    }

    /// The window that suits the past there is.
    public static Duration suggestedWindow(Picture picture) {
        return length(picture.window()) < SHORT.toMillis()
                        && length(picture.day()) < SHORT.toMillis()
                ? SHORT
                : LONG;
    }

    private static long length(Window window) {
        int n = window.times().length;
        return n == 0 ? 0 : window.times()[n - 1] - window.times()[0];
    }

    /// Requests a second.
    public PlotSeries load() {
        return PlotSeries.line(Words.of("kit.requests"), Ink.DATA, past.times(), past.requests());
    }

    /// How CPU spreads over the fleet, and the hottest servers.
    public List<PlotSeries> cpu() {
        Window w = past;
        List<PlotSeries> series = new ArrayList<>();
        series.add(PlotSeries.band("p5–p95", Ink.DATA_2, w.times(), w.cpuLow(), w.cpuHigh()));
        series.add(PlotSeries.line(Words.of("kit.median"), Ink.DATA, w.times(), w.cpuMedian()));
        for (Window.Trace trace : w.outliers().reversed()) {
            Ink ink = ink(trace.server());
            series.add(PlotSeries.line(trace.server(), ink, w.times(), trace.cpu()));
        }
        return series;
    }

    /// The colour of a server's alarm while one is active.
    private Ink ink(String server) {
        if (loud.isEmpty()) {
            return alarms.ruled() || !overloaded() ? Ink.TEXT : Ink.P1;
        }
        return picture.fleet().servers().stream()
                .filter(s -> s.name().equals(server))
                .map(s -> loud.get(Subject.server(s.pool(), server).key()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Annunciation::ink)
                .orElse(alarms.ruled() || !overloaded() ? Ink.TEXT : Ink.P1);
    }

    /// True while a high alarm about CPU is active: only then may anything take its colour.
    boolean overloaded() {
        return alarms.ruled()
                ? alarms.active("server-cpu", "pool-cpu").equals(Optional.of(Priority.HIGH))
                : picture.state() == Picture.State.OVERLOAD;
    }

    /// Names of the servers that are hottest, hottest first.
    String outliers() {
        return picture.window().outliers().stream()
                .map(Window.Trace::server)
                .collect(Collectors.joining(", "));
    }

    /// Where pools are overloaded.
    public List<Limit> limits() {
        return picture.fleet().pools().stream()
                .map(Pool::cpuLimit)
                .distinct()
                .map(l ->
                        new Limit(
                                l, Words.of("board.overload-at", Format.percent(l)), overloaded()))
                .toList();
    }

    /// Acts at the time they were applied, and alarms at the time they were raised.
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(alarms.cpu());
        picture.leases().stream()
                .map(l ->
                        new Mark(
                                l.since().toEpochMilli(),
                                PlanWords.within(l) + " (" + l.operator() + ")"))
                .forEach(marks::add);
        return marks;
    }

    /// Since when nothing is known of a metric; null while something is.
    public @Nullable Instant blindSince(Metric metric) {
        Figures.Figure trust = figures.trust(metric);
        return trust.quality() == Quality.BLIND ? trust.newest() : null;
    }

    /// Why nothing is known, in the words of the source that is dead.
    public String blindReason() {
        return picture.sources().stream()
                .filter(s -> !s.ok())
                .map(SourceHealth::message)
                .findFirst()
                .orElse("");
    }
}
