package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateModelTest {
    private static StateModel of(Picture picture) {
        return new HeaderModel(picture).state();
    }

    private static String detail(Picture picture) {
        return of(picture).detail().toString().replace('\u2009', ' ');
    }

    private static Picture with(Picture p, Forecast forecast) {
        LoadOutlook f = p.outlook().fleet();
        return with(
                p,
                new LoadOutlook("", f.load(), f.usual(), f.detections(), f.capacity(), forecast));
    }

    private static Picture with(Picture p, LoadOutlook fleet) {
        Outlook o = p.outlook();
        return SampleOutlooks.with(
                p,
                p.state(),
                p.fleet(),
                new Outlook(fleet, o.pools(), o.servers(), o.findings(), o.why(), o.announced()));
    }

    private static Forecast inSight(double low, double mid, double high) {
        return new Forecast(Sight.IN_SIGHT, low, mid, high, Cone.none());
    }

    @Test
    void aSurgeSaysWhenItSaturates() {
        Picture p = SampleOutlooks.saturating();
        assertThat(of(p).word()).isEqualTo("SURGE");
        assertThat(of(p).digit()).isEqualTo("2");
        assertThat(of(p).detail().time()).isEqualTo("6\u2009m 40\u2009s");
        assertThat(detail(p)).isEqualTo("Saturates in 6 m 40 s (5–9 m) · headroom 10 %");
        assertThat(detail(with(p, inSight(740, 1_290, 2_180))))
                .startsWith("Saturates in about 22 m (12–37 m)");
    }

    @Test
    void whatIsFarOrUnknownHasNoTime() {
        Picture p = SampleOutlooks.saturating();
        assertThat(detail(with(p, inSight(3_000, 4_000, 9_000))))
                .isEqualTo("Saturation not in sight · headroom 10 %");
        assertThat(detail(with(p, Forecast.unknown())))
                .isEqualTo("No forecast yet · headroom 10 %");
        Forecast reached = new Forecast(Sight.REACHED, 0, 0, 0, Cone.none());
        assertThat(detail(with(p, reached))).startsWith("At learnt capacity");
        assertThat(detail(SampleOutlooks.learning())).startsWith("Capacity not known yet");
        assertThat(of(SampleOutlooks.learning()).explanation())
                .contains("CPU has not moved enough", "learning: 3 of 14 days");
    }

    @Test
    void loadThatIsNotLiveHasNoTime() {
        assertThat(detail(SampleOutlooks.unseen()))
                .isEqualTo("Load is not live: no time can be told");
        assertThat(of(SampleOutlooks.unseen()).overUsual()).isEmpty();
    }

    @Test
    void aCriticalSurgeIsRed() {
        Picture p = SampleOutlooks.saturating();
        LoadOutlook f = p.outlook().fleet();
        Detection critical =
                new Detection(p.time().toEpochMilli(), Kind.SURGE, Level.CRITICAL, 0, 48e3, 11e3);
        Picture worse =
                with(
                        p,
                        new LoadOutlook(
                                "",
                                f.load(),
                                f.usual(),
                                List.of(critical),
                                f.capacity(),
                                f.forecast()));
        assertThat(of(worse).digit()).isEqualTo("1");
        assertThat(of(worse).style()).isEqualTo("overload");
    }

    @Test
    void aCollapseIsNotAllRight() {
        Picture p = SampleOutlooks.collapse();
        assertThat(of(p).word()).isEqualTo("COLLAPSE");
        assertThat(of(p).style()).isEqualTo("surge");
        assertThat(detail(p)).isEqualTo("Load 55 % below usual · since 03:51:52");
    }

    @Test
    void anActiveAlarmIsNotAllRight() {
        Picture p = SamplePictures.healthy().withAlarms(SampleAlarms.many(3));
        assertThat(of(p).word()).isEqualTo("HIGH ALARM");
        assertThat(of(p).digit()).isEqualTo("1");
        assertThat(of(p).style()).isEqualTo("overload");
        assertThat(detail(p)).isEqualTo("CPU overload, web-003 · and 2 others");
        Picture calm = SamplePictures.healthy().withAlarms(SampleAlarms.calm());
        assertThat(of(calm).word()).isEqualTo("OK");
        Picture blind = SamplePictures.blind().withAlarms(SampleAlarms.blind());
        assertThat(of(blind).word()).isEqualTo("BLIND");
        assertThat(of(SampleOutlooks.saturating().withAlarms(SampleAlarms.many(1))).word())
                .isEqualTo("SURGE");
    }

    @Test
    void requestsSayHowUsualTheyAre() {
        assertThat(of(SampleOutlooks.saturating()).overUsual()).isEqualTo("+334\u2009%");
        assertThat(of(SampleOutlooks.recovered()).overUsual()).isEqualTo("usual");
        assertThat(of(SamplePictures.healthy()).overUsual()).isEmpty();
    }
}
