package io.spillway.ui.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and times as operators read them.
public final class Format {
    /// Stands between a number and its unit.
    static final char THIN = '\u2009';

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Format() {}

    /// A rate per second: `48.2 k/s`, `380 /s`, `4.2 /s`.
    public static Quantity rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return Quantity.NONE;
        }
        if (perSecond >= 999_500) {
            return new Quantity(decimals(perSecond / 1e6, 1), "M/s");
        }
        return perSecond >= 999.5
                ? new Quantity(decimals(perSecond / 1e3, 1), "k/s")
                : new Quantity(decimals(perSecond, perSecond < 9.95 ? 1 : 0), "/s");
    }

    /// A load that is only known roughly, in two or three digits: `53 k/s`, `4.2 k/s`, `380 /s`.
    public static Quantity load(double perSecond) {
        if (!Double.isFinite(perSecond) || perSecond < 9_950 || perSecond >= 999_500) {
            return rate(perSecond);
        }
        return new Quantity(decimals(perSecond / 1e3, 0), "k/s");
    }

    /// A share 0..1 as whole percent: `96 %`.
    public static Quantity percent(double share) {
        return percent(share, 0);
    }

    /// A share 0..1 as percent with so many decimals: `0.4 %`.
    public static Quantity percent(double share, int digits) {
        return Double.isFinite(share)
                ? new Quantity(decimals(share * 100, digits), "%")
                : Quantity.NONE;
    }

    /// A difference of shares with its sign: `+25 %`, `−18 %`, `0 %`.
    public static Quantity signedPercent(double share) {
        if (!Double.isFinite(share)) {
            return Quantity.NONE;
        }
        long whole = Math.round(share * 100);
        return new Quantity((whole > 0 ? "+" : "") + minus(Long.toString(whole)), "%");
    }

    /// Two shares, before and after: `96 → 81 %`.
    public static String change(double before, double after) {
        return percent(before).value() + " → " + percent(after);
    }

    /// A response time given in seconds: `412 ms`, `1.20 s`.
    public static Quantity latency(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Quantity.NONE;
        }
        if (seconds >= 0.9995) {
            return new Quantity(decimals(seconds, seconds < 9.995 ? 2 : 1), "s");
        }
        double ms = seconds * 1e3;
        return new Quantity(decimals(ms, ms > 0 && ms < 9.95 ? 1 : 0), "ms");
    }

    /// A count: `12`, an en dash for none.
    public static String count(double n) {
        return Double.isFinite(n) ? Long.toString(Math.round(n)) : Quantity.NONE.value();
    }

    /// A time of day, UTC: `04:11:02`.
    public static String clock(Instant time) {
        return CLOCK.format(time);
    }

    /// A span of time in its two largest units: `6 s`, `14 m 10 s`, `2 h 05 m`.
    public static String span(Duration span) {
        long s = Math.max(0, span.toSeconds());
        if (s < 60) {
            return s + "\u2009s";
        }
        if (s < 3600) {
            return s / 60 + "\u2009m " + twoDigits(s % 60) + "\u2009s";
        }
        return s / 3600 + "\u2009h " + twoDigits(s / 60 % 60) + "\u2009m";
    }

    /// How old something is, in its largest unit: `17 s`, `2 m`, `3 h`.
    public static String age(Duration age) {
        long s = Math.max(0, age.toSeconds());
        if (s < 100) {
            return s + "\u2009s";
        }
        return s < 6000 ? s / 60 + "\u2009m" : s / 3600 + "\u2009h";
    }

    /// What is left until an end: `14:32`, `1:02:05`; `0:00` once it has come.
    public static String countdown(Duration left) {
        long s = Math.max(0, left.toSeconds());
        String tail = twoDigits(s / 60 % 60) + ":" + twoDigits(s % 60);
        return s >= 3600 ? s / 3600 + ":" + tail : s / 60 + ":" + twoDigits(s % 60);
    }

    /// `1 weight`, `33 weights`.
    public static String plural(long n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }

    private static String twoDigits(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }

    /// Rounded half up, as a formatter would, which is too slow for a table that is scrolled.
    private static String decimals(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return minus(rounded.toPlainString());
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
