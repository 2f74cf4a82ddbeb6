package io.spillway.ui;

import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.Figures;
import io.spillway.ui.kit.Figures.Figure;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Quantity;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the header says of a Picture, in words.
public final class HeaderModel {
    private static final int CROWD = 1_000;

    private final Picture picture;
    private final FleetIndex index;
    private final Figures figures;

    /// Of this Picture.
    public HeaderModel(Picture picture) {
        this.picture = picture;
        this.index = new FleetIndex(picture.fleet());
        this.figures = new Figures(picture.fleet(), index);
    }

    /// A key figure.
    ///
    /// @param quantity as shown
    /// @param age empty while the figure is live; else how old it is
    public record Shown(Quantity quantity, String age) {}

    /// The answer to "are we all right?".
    public StateModel state() {
        return new StateModel(picture, figures);
    }

    /// Requests a second of the whole fleet.
    public Shown requests() {
        Figure f = figures.sum(Metric.REQUESTS);
        return shown(f, Format.rate(f.value()));
    }

    /// The ninety-fifth percentile of CPU.
    public Shown cpu() {
        Figure f = figures.p95(Metric.CPU);
        return shown(f, Format.percent(f.value()));
    }

    /// The mean response time.
    public Shown latency() {
        Figure f = figures.mean(Metric.LATENCY);
        return shown(f, Format.latency(f.value()));
    }

    Shown errors() {
        Figure f = figures.mean(Metric.ERRORS);
        return shown(f, Format.percent(f.value(), 1));
    }

    /// How many servers take traffic.
    public Shown inService() {
        int n = figures.inService();
        String all = crowd().isEmpty() ? "/" + picture.fleet().servers().size() : "";
        Quantity q = n < 0 ? Quantity.NONE : new Quantity(Integer.toString(n), all);
        return new Shown(q, "");
    }

    /// How many servers there are, where that has no room beside the number in service.
    public String crowd() {
        int all = picture.fleet().servers().size();
        return all < CROWD ? "" : "/ " + all;
    }

    private Shown shown(Figure figure, Quantity quantity) {
        boolean old = figure.quality() == Quality.OLD || figure.quality() == Quality.BLIND;
        return new Shown(quantity, old ? Format.age(figure.age(picture.time())) : "");
    }

    /// Where the heartbeat stands, 0..3. Moves on only when a poll succeeded.
    int beat() {
        long newest = newestSuccess();
        long interval = Math.max(1, picture.interval().toMillis());
        return (int) (newest / interval % 4);
    }

    /// True while every source answers.
    public boolean healthy() {
        return dead().isEmpty();
    }

    /// How the sources are doing, in few words; a dead one by its name.
    public String health() {
        int all = picture.sources().size();
        if (all == 0) {
            return Words.of("shell.no-sources");
        }
        List<SourceHealth> dead = dead();
        String count = Words.of("shell.sources-live", all - dead.size(), all);
        if (!dead.isEmpty()) {
            SourceHealth first = dead.getFirst();
            String more = dead.size() > 1 ? " +" + (dead.size() - 1) : "";
            return first.name() + more + " " + silent(first) + " · " + count;
        }
        return Words.of("kit.live-for", age(newestSuccess())) + " · " + count;
    }

    private String silent(SourceHealth source) {
        return source.lastSuccess() == 0
                ? Words.of("kit.never-answered")
                : Words.of("shell.silent", age(source.lastSuccess()));
    }

    private String age(long millis) {
        return Format.span(Duration.between(Instant.ofEpochMilli(millis), picture.time()));
    }

    private List<SourceHealth> dead() {
        return picture.sources().stream().filter(s -> !s.ok()).toList();
    }

    private long newestSuccess() {
        return picture.sources().stream().mapToLong(SourceHealth::lastSuccess).max().orElse(0);
    }

    /// Whether buttons may act, under whose name and for how long.
    String mode() {
        Mode mode = picture.mode();
        Instant until = mode.until();
        return until == null
                ? Words.of("shell.observe")
                : Words.of(
                        "shell.operate-left",
                        mode.operator(),
                        Format.countdown(Duration.between(picture.time(), until)));
    }

    /// Time of the Picture, UTC.
    public String clock() {
        return Format.clock(picture.time());
    }
}
