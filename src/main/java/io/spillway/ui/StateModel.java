package io.spillway.ui;

import io.spillway.alarm.Alarm;
import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.Figures;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What the state tile says: are we all right, and how long have we got?
public final class StateModel {
    private final Picture picture;
    private final Figures figures;
    private final LoadOutlook soonest;
    private final Optional<Detection> collapse;

    StateModel(Picture picture, Figures figures) {
        this.picture = picture;
        this.figures = figures;
        this.soonest = OutlookWords.soonest(picture.outlook());
        this.collapse =
                OutlookWords.lasting(picture.outlook().fleet(), Kind.COLLAPSE)
                        .filter(d -> d.level() != Level.NOTICE)
                        .filter(d -> picture.state() == Picture.State.OK);
    }

    /// What the tile says below its word.
    ///
    /// @param lead comes first, with its blank
    /// @param time what counts most, empty where no time is told
    /// @param tail comes after the time, with its blank
    /// @param beside a second statement; empty if there is none
    public record Detail(String lead, String time, String tail, String beside) {
        private static Detail of(String words, String beside) {
            return new Detail(words, "", "", beside);
        }

        @Override
        public String toString() {
            return lead + time + tail + (beside.isEmpty() ? "" : " · " + beside);
        }
    }

    private Optional<Alarm> highest() {
        return picture.alarms().listed().stream()
                .filter(a -> a.state().active())
                .min(Comparator.comparing(Alarm::priority).thenComparingLong(Alarm::since));
    }

    /// The answer to "are we all right?", in a word.
    public String word() {
        return switch (picture.state()) {
            case OK ->
                    collapse.isPresent()
                            ? Words.of("shell.state-collapse")
                            : alarm(Words.of("shell.state-ok"));
            case SURGE -> Words.of("shell.state-surge");
            case OVERLOAD -> Words.of("shell.state-overload");
            case BLIND -> Words.of("shell.state-blind");
            case UNCONFIGURED -> Words.of("shell.state-unconfigured");
        };
    }

    private String alarm(String none) {
        return highest().map(a -> Words.of("shell.alarm-" + a.priority().word())).orElse(none);
    }

    /// The digit of the most urgent of the state and the active alarms; empty if there is none.
    public String digit() {
        boolean sees =
                picture.state() != Picture.State.BLIND
                        && picture.state() != Picture.State.UNCONFIGURED;
        String own = own();
        String alarm = highest().filter(_ -> sees).map(a -> "" + a.priority().digit()).orElse("");
        boolean worse = own.isEmpty() || (!alarm.isEmpty() && alarm.compareTo(own) < 0);
        return worse ? alarm : own;
    }

    private String own() {
        return switch (picture.state()) {
            case OVERLOAD -> "1";
            case SURGE ->
                    OutlookWords.lasting(picture.outlook().fleet())
                            .filter(d -> d.level() == Level.CRITICAL)
                            .map(_ -> "1")
                            .orElse("2");
            case OK -> collapse.map(d -> OutlookWords.priority(d.level())).orElse("");
            case BLIND, UNCONFIGURED -> "";
        };
    }

    /// The tile's style class.
    public String style() {
        return switch (digit()) {
            case "1" -> "overload";
            case "2" -> "surge";
            case "3" -> "low";
            default -> picture.state().word();
        };
    }

    /// How long we have got, or where it hurts most, or what is missing.
    public Detail detail() {
        return switch (picture.state()) {
            case UNCONFIGURED -> Detail.of(Words.of("shell.nothing-to-watch"), "");
            case BLIND -> Detail.of(blind(), "");
            case OVERLOAD -> busiest();
            case SURGE -> ahead();
            case OK ->
                    collapse.map(this::fallen)
                            .or(() -> highest().map(this::alarming))
                            .orElseGet(this::ahead);
        };
    }

    private Detail alarming(Alarm a) {
        String name = a.subject().name();
        int more = picture.alarms().active() - 1;
        return Detail.of(
                RuleWords.title(a.rule()) + (name.isEmpty() ? "" : ", " + name),
                more == 0 ? "" : Words.of("shell.and-others", more));
    }

    private Detail fallen(Detection d) {
        double over = picture.outlook().fleet().load() / usualNow() - 1;
        String off = Double.isFinite(over) ? OutlookWords.off(over) : Words.of("kit.below-usual");
        return Detail.of(
                Words.of("shell.load-off", off),
                Words.of("kit.since-time", Format.clock(Instant.ofEpochMilli(d.time()))));
    }

    private double usualNow() {
        return OutlookWords.usual(picture.outlook().fleet(), picture.time());
    }

    private Detail ahead() {
        Forecast f = soonest.forecast();
        if (!Double.isFinite(soonest.load())) {
            boolean surge = picture.state() == Picture.State.SURGE;
            return surge ? Detail.of(Words.of("shell.load-not-live"), "") : busiest();
        }
        return switch (f.sight()) {
            case IN_SIGHT -> OutlookWords.told(f) ? clock(f) : notInSight();
            case NOT_IN_SIGHT -> notInSight();
            case REACHED ->
                    Detail.of(subject("shell.at-capacity", "shell.pool-at-capacity"), headroom());
            case UNKNOWN -> unknown();
        };
    }

    private Detail clock(Forecast f) {
        return new Detail(
                subject("shell.saturates-in", "shell.pool-saturates-in") + " ",
                OutlookWords.time(f.mid()),
                " (" + OutlookWords.range(f.low(), f.high()) + ")",
                headroom());
    }

    private Detail notInSight() {
        return Detail.of(Words.of("shell.not-in-sight"), headroom());
    }

    private Detail unknown() {
        boolean capacity = Double.isFinite(soonest.capacity().atLimit());
        Detail busiest = busiest();
        return Detail.of(
                capacity ? Words.of("shell.no-forecast") : Words.of("shell.no-capacity"),
                capacity ? headroom() : busiest.lead());
    }

    private String subject(String fleet, String pool) {
        return soonest.subject().isEmpty() ? Words.of(fleet) : Words.of(pool, soonest.subject());
    }

    private String headroom() {
        double room = soonest.headroom();
        return Double.isFinite(room) ? Words.of("kit.headroom", Format.percent(room)) : "";
    }

    private Detail busiest() {
        Figures.Busiest busiest = figures.busiest();
        return busiest == null
                ? Detail.of(Words.of("shell.cpu-not-measured"), "")
                : Detail.of(
                        busiest.server() + " " + Format.percent(busiest.cpu()),
                        Words.of("kit.headroom", Format.percent(busiest.headroom())));
    }

    private String blind() {
        Instant newest = figures.trust(Metric.CPU).newest();
        String since =
                newest == null
                        ? Words.of("shell.from-the-start")
                        : Words.of("kit.since-time", Format.clock(newest));
        return picture.sources().stream()
                .filter(s -> !s.ok())
                .findFirst()
                .map(SourceHealth::name)
                .map(name -> Words.of("shell.silent-since", name, since))
                .orElse(Words.of("shell.no-cpu-since", since));
    }

    /// How far load is off what is usual, for the figure of requests: `usual` within the band,
    /// empty if it is not known.
    String overUsual() {
        LoadOutlook fleet = picture.outlook().fleet();
        double over = fleet.load() / usualNow() - 1;
        boolean live = figures.trust(Metric.REQUESTS).quality() == Quality.LIVE;
        if (!Double.isFinite(over) || !live) {
            return "";
        }
        boolean usual = OutlookWords.isUsual(fleet, picture.time());
        return usual ? Words.of("kit.usual") : Format.signedPercent(over).toString();
    }

    /// Why a figure is as it is, for whoever asks: capacity, its confidence, what is learnt.
    String explanation() {
        LoadOutlook fleet = picture.outlook().fleet();
        StringBuilder words = new StringBuilder();
        if (picture.state() != Picture.State.UNCONFIGURED) {
            words.append(OutlookWords.capacity(fleet.capacity()));
            if (fleet.usual().learning()) {
                words.append("\n")
                        .append(Words.of("shell.usual-load", OutlookWords.learning(fleet.usual())));
            }
        }
        return words.toString();
    }
}
