package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookWordsTest {
    @ParameterizedTest
    @CsvSource({
        "400, 6 m 40 s",
        "45, 45 s",
        "599, 9 m 59 s",
        "600, about 10 m",
        "1290, about 22 m",
        "1800, about 30 m",
        "2000, about 35 m",
        "3500, about 60 m"
    })
    void aTimeIsAsExactAsItCanBeKnown(double seconds, String words) {
        assertThat(plain(OutlookWords.time(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "300, 540, 5–9 m",
        "310, 541, 5–10 m",
        "50.7, 110.2, 50–111 s",
        "720, 2100, 12–35 m",
        "720, Infinity, 12 m or later",
        "720, 9000, 12 m or later"
    })
    void aRangeIsRoundedOutwards(double low, double high, String words) {
        assertThat(plain(OutlookWords.range(low, high))).isEqualTo(words);
    }

    @Test
    void beyondAnHourNoTimeIsTold() {
        assertThat(OutlookWords.told(inSight(3_599))).isTrue();
        assertThat(OutlookWords.told(inSight(3_600))).isFalse();
        assertThat(OutlookWords.told(Forecast.unknown())).isFalse();
    }

    @Test
    void aDetectionSaysHowFarOff() {
        assertThat(plain(words(Kind.SURGE, 138, 100))).isEqualTo("Surge: +38 % over usual");
        assertThat(plain(words(Kind.COLLAPSE, 55, 100))).isEqualTo("Collapse: 45 % below usual");
        assertThat(words(Kind.SURGE, 138, Double.NaN)).isEqualTo("Surge");
        assertThat(plain(words(Kind.SPIKE, 61_000, 0))).isEqualTo("Spike: 61 k/s");
    }

    private static String words(Kind kind, double value, double usual) {
        return OutlookWords.detection(new Detection(1, kind, Level.WARNING, 0, value, usual));
    }

    @Test
    void aPoolIsNamedOnlyWhereItIsClearlySooner() {
        assertThat(soonest(400, 390)).isEmpty();
        assertThat(soonest(400, 300)).isEqualTo("web");
        assertThat(soonest(9_000, 3_000)).isEqualTo("web");
        assertThat(soonest(400, 500)).isEmpty();
    }

    private static String soonest(double fleet, double web) {
        Outlook outlook =
                new Outlook(
                        load("", fleet),
                        List.of(load("web", web), load("api", 8_000)),
                        ServerCapacities.none(),
                        List.of(),
                        Attribution.none(),
                        List.of());
        return OutlookWords.soonest(outlook).subject();
    }

    private static LoadOutlook load(String subject, double mid) {
        Capacity capacity = new Capacity(100, 110, 120, Capacity.Confidence.GOOD, "");
        return new LoadOutlook(subject, 50, Band.unknown(14), List.of(), capacity, inSight(mid));
    }

    private static Forecast inSight(double mid) {
        return new Forecast(Sight.IN_SIGHT, mid / 2, mid, mid * 2, Cone.none());
    }

    private static String plain(String text) {
        return text.replace('\u2009', ' ');
    }
}
