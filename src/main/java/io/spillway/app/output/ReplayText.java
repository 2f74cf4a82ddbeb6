package io.spillway.app.output;

import io.spillway.watch.detect.Detection;
import io.spillway.watch.forecast.Forecast;
import java.time.Instant;
import java.util.Locale;

/// What watch says of a series, a line each.
public final class ReplayText {
    private ReplayText() {}

    /// A detection.
    public static String line(Detection detection) {
        String until = detection.until() == 0 ? "lasts" : "until " + time(detection.until());
        String usual =
                Double.isNaN(detection.usual()) ? "" : ", usual " + number(detection.usual());
        return String.format(
                Locale.ROOT,
                "%s  %-10s %-8s %s: %s%s",
                time(detection.time()),
                detection.kind().name().toLowerCase(Locale.ROOT),
                detection.level().name().toLowerCase(Locale.ROOT),
                until,
                number(detection.value()),
                usual);
    }

    /// The forecast of a moment.
    public static String line(long time, Forecast forecast) {
        return time(time) + "  forecast   " + words(forecast);
    }

    /// When capacity is reached, in words.
    static String words(Forecast forecast) {
        return switch (forecast.sight()) {
            case UNKNOWN -> "not known yet";
            case NOT_IN_SIGHT -> "capacity is not in sight";
            case REACHED -> "capacity is reached";
            case IN_SIGHT ->
                    String.format(
                            Locale.ROOT,
                            "capacity in %.0f s (%.0f to %.0f s)",
                            forecast.mid(),
                            forecast.low(),
                            forecast.high());
        };
    }

    /// With four digits, or all before the point.
    private static String number(double value) {
        int digits = (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = value == 0 ? 0 : Math.clamp(3L - digits, 0, 6);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
