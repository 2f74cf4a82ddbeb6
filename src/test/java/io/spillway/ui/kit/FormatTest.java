package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    private static String plain(Object shown) {
        return shown.toString().replace(Format.THIN, ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 /s",
        "4.23, 4.2 /s",
        "9.96, 10 /s",
        "380.4, 380 /s",
        "999.4, 999 /s",
        "999.6, 1.0 k/s",
        "48213, 48.2 k/s",
        "999499, 999.5 k/s",
        "999600, 1.0 M/s",
        "NaN, –"
    })
    void rates(double value, String text) {
        assertThat(plain(Format.rate(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.964, 96 %", "0, 0 %", "-0.061, −6 %", "-0.001, 0 %", "1.2, 120 %", "NaN, –"})
    void shares(double value, String text) {
        assertThat(plain(Format.percent(value))).isEqualTo(text);
    }

    @Test
    void sharesWithDecimals() {
        assertThat(plain(Format.percent(0.00412, 1))).isEqualTo("0.4 %");
    }

    @ParameterizedTest
    @CsvSource({"0.25, +25 %", "-0.18, −18 %", "0.001, 0 %", "-0.001, 0 %", "NaN, –"})
    void differences(double value, String text) {
        assertThat(plain(Format.signedPercent(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.412, 412 ms",
        "0, 0 ms",
        "0.0004, 0.4 ms",
        "0.9994, 999 ms",
        "0.9996, 1.00 s",
        "1.2, 1.20 s",
        "12.34, 12.3 s",
        "NaN, –"
    })
    void latencies(double seconds, String text) {
        assertThat(plain(Format.latency(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"6, 6 s", "60, 1 m 00 s", "850, 14 m 10 s", "7500, 2 h 05 m", "-3, 0 s"})
    void spans(long seconds, String text) {
        assertThat(plain(Format.span(Duration.ofSeconds(seconds)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"17, 17 s", "99, 99 s", "100, 1 m", "3600, 60 m", "6000, 1 h"})
    void ages(long seconds, String text) {
        assertThat(plain(Format.age(Duration.ofSeconds(seconds)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"872, 14:32", "59, 0:59", "0, 0:00", "-5, 0:00", "3725, 1:02:05"})
    void countdowns(long seconds, String text) {
        assertThat(Format.countdown(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void clockIsUtc() {
        assertThat(Format.clock(Instant.parse("2026-11-22T04:11:02.7Z"))).isEqualTo("04:11:02");
    }

    @Test
    void plurals() {
        assertThat(Format.plural(1, "weight")).isEqualTo("1 weight");
        assertThat(Format.plural(33, "weight")).isEqualTo("33 weights");
        assertThat(Format.plural(0, "weight")).isEqualTo("0 weights");
    }

    @Test
    void changes() {
        assertThat(plain(Format.change(0.96, 0.81))).isEqualTo("96 → 81 %");
    }
}
