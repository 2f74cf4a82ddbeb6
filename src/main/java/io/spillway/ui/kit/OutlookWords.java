package io.spillway.ui.kit;

import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Sight;
import io.spillway.watch.usual.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What watch says, as operators read it.
public final class OutlookWords {
    private static final double FINE = 600;
    private static final double COARSE = 1_800;
    private static final double FAR = 3_600;
    private static final double SOONER = 0.8;

    private OutlookWords() {}

    /// The digit of the priority that a level has.
    public static String priority(Level level) {
        return switch (level) {
            case NOTICE -> "3";
            case WARNING -> "2";
            case CRITICAL -> "1";
        };
    }

    /// The most serious of the detections that last; of equals the newest.
    public static Optional<Detection> lasting(LoadOutlook outlook) {
        return outlook.detections().stream()
                .filter(d -> d.until() == 0)
                .max(Comparator.comparing(Detection::level).thenComparingLong(Detection::time));
    }

    /// The newest detection of a kind that lasts.
    public static Optional<Detection> lasting(LoadOutlook outlook, Kind kind) {
        return outlook.detections().stream()
                .filter(d -> d.until() == 0 && d.kind() == kind)
                .max(Comparator.comparingLong(Detection::time));
    }

    /// A detection in few words: `Surge: +38 % over usual`.
    public static String detection(Detection d) {
        double over = d.value() / d.usual() - 1;
        String off = Double.isFinite(over) ? ": " + off(over) : "";
        return switch (d.kind()) {
            case SURGE -> Words.of("kit.surge") + off;
            case COLLAPSE -> Words.of("kit.collapse") + off;
            case SPIKE -> Words.of("kit.spike", Format.load(d.value()));
            case SATURATION -> Words.of("kit.capacity-runs-out");
        };
    }

    /// How far load is off what is usual: `+38 % over usual`, `45 % below usual`.
    public static String off(double over) {
        return over < 0
                ? Words.of("kit.percent-below-usual", Format.percent(-over))
                : Words.of("kit.percent-over-usual", Format.signedPercent(over));
    }

    /// How far the usual load is learnt: `learning: 3 of 14 days`.
    public static String learning(Band band) {
        return Words.of("kit.learning", band.learntDays(), band.wantedDays());
    }

    /// The usual load at a time, NaN if unknown.
    public static double usual(LoadOutlook outlook, Instant time) {
        Band band = outlook.usual();
        int at = band.index(time.toEpochMilli());
        return at >= 0 && at < band.mid().length ? band.mid()[at] : Double.NaN;
    }

    /// True if load lies within the band at a time.
    public static boolean isUsual(LoadOutlook outlook, Instant time) {
        Band band = outlook.usual();
        int at = band.index(time.toEpochMilli());
        boolean inside = at >= 0 && at < band.mid().length;
        return inside && outlook.load() >= band.low()[at] && outlook.load() <= band.high()[at];
    }

    /// What can be carried, in a sentence, or why that is not known.
    public static String capacity(Capacity capacity) {
        String why = capacity.why();
        if (!Double.isFinite(capacity.atLimit())) {
            return why.isEmpty()
                    ? Words.of("kit.capacity-unknown")
                    : Words.of("kit.capacity-unknown-why", why);
        }
        return Words.of(
                        "kit.capacity-confidence",
                        Format.load(capacity.atLimit()),
                        confidence(capacity.confidence()))
                + (why.isEmpty() ? "" : ": " + why);
    }

    /// How far a capacity may be trusted, in a word.
    public static String confidence(Capacity.Confidence confidence) {
        return Words.of("kit.confidence-" + confidence.name().toLowerCase(Locale.ROOT));
    }

    /// CPU that traffic does not bring: `Background CPU 22 %: process backup-agent`.
    public static String background(Finding f) {
        Quantity cpu = Format.percent(f.background());
        return f.process().isEmpty()
                ? Words.of("kit.background", cpu)
                : Words.of("kit.background-process", cpu, f.process());
    }

    /// The process behind background CPU, as far as it is seen, in a sentence.
    public static String process(Finding f) {
        boolean measured = Double.isFinite(f.processCpu());
        return measured
                ? Words.of("kit.process-uses", f.process(), Format.percent(f.processCpu()))
                : Words.of("kit.process-most", f.process());
    }

    /// The load that reaches capacity first: the fleet's, unless a pool's is clearly sooner.
    public static LoadOutlook soonest(Outlook outlook) {
        LoadOutlook fleet = outlook.fleet();
        Optional<LoadOutlook> pool =
                outlook.pools().stream()
                        .filter(p -> outlook.pools().size() > 1 && told(p))
                        .min(Comparator.comparingDouble(p -> p.forecast().mid()));
        return pool.filter(p -> !told(fleet) || sooner(p, fleet)).orElse(fleet);
    }

    private static boolean sooner(LoadOutlook pool, LoadOutlook fleet) {
        return pool.forecast().mid() < SOONER * fleet.forecast().mid();
    }

    private static boolean told(LoadOutlook outlook) {
        return Double.isFinite(outlook.load()) && told(outlook.forecast());
    }

    /// True if the forecast holds a time near enough to be told.
    public static boolean told(Forecast f) {
        return f.sight() == Sight.IN_SIGHT && f.mid() < FAR;
    }

    /// A time to come, as exact as it can be known: `6 m 40 s`, `about 21 m`, `about 35 m`.
    ///
    /// @param seconds below an hour
    public static String time(double seconds) {
        if (seconds < FINE) {
            return Format.span(Duration.ofSeconds(Math.round(seconds)));
        }
        double step = seconds < COARSE ? 1 : 5;
        return Words.of("kit.about", Math.round(seconds / 60 / step) * (long) step + "\u2009m");
    }

    /// The range around it, rounded outwards: `5–9 m`, `50–110 s`, `12 m or later`.
    public static String range(double low, double high) {
        if (high < 120) {
            return (long) low + "–" + (long) Math.ceil(high) + "\u2009s";
        }
        long from = (long) (low / 60);
        if (!Double.isFinite(high) || high > 2 * FAR) {
            return Words.of("kit.or-later", from + "\u2009m");
        }
        return from + "–" + (long) Math.ceil(high / 60) + "\u2009m";
    }
}
