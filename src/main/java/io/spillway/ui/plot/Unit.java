package io.spillway.ui.plot;

import io.spillway.fleet.Metric;
import java.math.BigDecimal;
import java.util.Locale;

/// How values are written. Numbers and unit are parted by a thin space.
public enum Unit {
    /// Shares of 0..1, written as percent.
    PERCENT,
    /// Rates.
    PER_SECOND,
    /// Plain counts.
    COUNT,
    /// Durations in seconds, written as milliseconds below one second.
    SECONDS;

    private static final String THIN = "\u2009";

    /// The unit in which a metric is written.
    public static Unit of(Metric metric) {
        return switch (metric) {
            case CPU, ERRORS -> PERCENT;
            case REQUESTS -> PER_SECOND;
            case IN_FLIGHT, QUEUE -> COUNT;
            case LATENCY -> SECONDS;
        };
    }

    /// A value with three significant digits and its unit, `–` for NaN.
    public String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double step = step(Math.abs(value));
        double scaled = value / step;
        String suffix = suffix(step);
        return digits(scaled) + (suffix.isEmpty() ? "" : THIN + suffix);
    }

    /// A value as exactly as it is known, without unit: see [#exactUnit]; empty for NaN.
    String exact(float value) {
        if (!Float.isFinite(value)) {
            return "";
        }
        BigDecimal number = new BigDecimal(Float.toString(value));
        return (this == PERCENT ? number.movePointRight(2) : number)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The unit of [#exact], empty for plain counts.
    String exactUnit() {
        return suffix(this == PERCENT ? 0.01 : 1);
    }

    /// Two values with one unit, for instance `18–42 %`.
    String range(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return format(Double.NaN);
        }
        double step = step(Math.abs(high));
        String suffix = suffix(step);
        return digits(low / step)
                + "–"
                + digits(high / step)
                + (suffix.isEmpty() ? "" : THIN + suffix);
    }

    /// A value as the label of an axis whose highest label is `top`: all labels of an axis share
    /// one unit, which stands only on the highest.
    String tick(double value, double top) {
        double step = step(Math.abs(top));
        String number = trim(value / step);
        boolean last = value >= top * (1 - 1e-9) && top > 0;
        String suffix = suffix(step);
        return last && !suffix.isEmpty() ? number + THIN + suffix : number;
    }

    /// The factor by which a number of about this size is divided before it is written.
    private double step(double size) {
        return switch (this) {
            case PERCENT -> 0.01;
            case SECONDS -> size < 1 ? 0.001 : 1;
            case PER_SECOND, COUNT -> size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
        };
    }

    private String suffix(double step) {
        String times = step == 1e6 ? "M" : step == 1e3 ? "k" : "";
        return switch (this) {
            case PERCENT -> "%";
            case SECONDS -> step == 1 ? "s" : "ms";
            case PER_SECOND -> times + "/s";
            case COUNT -> times;
        };
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        int places = size >= 99.95 || size == 0 ? 0 : size >= 9.995 ? 1 : 2;
        return trim(String.format(Locale.ROOT, "%." + places + "f", value));
    }

    private static String trim(double value) {
        return trim(String.format(Locale.ROOT, "%.4f", value));
    }

    private static String trim(String number) {
        if (number.indexOf('.') < 0) {
            return number;
        }
        String cut = number.replaceFirst("0+$", "");
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
