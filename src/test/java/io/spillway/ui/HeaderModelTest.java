package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarms;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderModelTest {
    private static final long NOW = SamplePictures.NOW.toEpochMilli();

    private static HeaderModel of(Picture picture) {
        return new HeaderModel(picture);
    }

    private static String plain(Object text) {
        return text.toString().replace('\u2009', ' ');
    }

    private static Picture withSources(SourceHealth... sources) {
        Picture p = SamplePictures.healthy();
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                p.practice(),
                Duration.ofSeconds(1),
                p.state(),
                p.mode(),
                p.fleet(),
                List.of(sources),
                p.window(),
                p.day(),
                p.outlook(),
                Alarms.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                p.relief());
    }

    @Test
    void overloadNamesTheBusiestServerAndWhatIsLeft() {
        HeaderModel model = of(SamplePictures.overload());
        assertThat(model.state().word()).isEqualTo("OVERLOAD");
        assertThat(model.state().digit()).isEqualTo("1");
        assertThat(plain(model.state().detail())).isEqualTo("web-017 96 % · headroom −6 %");
    }

    @Test
    void aHealthyFleetHasNoPriority() {
        HeaderModel model = of(SamplePictures.healthy());
        assertThat(model.state().word()).isEqualTo("OK");
        assertThat(model.state().digit()).isEmpty();
        assertThat(model.inService().quantity().toString().replace('\u2009', ' '))
                .isEqualTo("120 /120");
    }

    @Test
    void aDrainedServerIsNotInService() {
        assertThat(of(SamplePictures.overload()).inService().quantity().value()).isEqualTo("119");
    }

    @Test
    void blindNamesTheSourceAndSinceWhen() {
        HeaderModel model = of(SamplePictures.blind());
        assertThat(plain(model.state().detail())).isEqualTo("prometheus silent since 03:57:21");
        assertThat(plain(model.health())).isEqualTo("prometheus silent 51 s · 2/3 sources");
        assertThat(model.healthy()).isFalse();
    }

    @Test
    void oldFiguresSayTheirAgeAndLiveOnesDoNot() {
        HeaderModel model = of(SamplePictures.blind());
        assertThat(plain(model.cpu().age())).isEqualTo("51 s");
        assertThat(model.requests().age()).isEmpty();
    }

    @Test
    void nothingConfiguredIsNoTrouble() {
        HeaderModel model = of(SamplePictures.unconfigured());
        assertThat(model.state().word()).isEqualTo("NOT CONFIGURED");
        assertThat(model.health()).isEqualTo("no sources");
        assertThat(model.healthy()).isTrue();
        assertThat(model.cpu().quantity().value()).isEqualTo("–");
        assertThat(model.inService().quantity().value()).isEqualTo("–");
    }

    @Test
    void theHeartMovesOnlyWhenAPollSucceeds() {
        int before = of(withSources(source(0, NOW - 1000))).beat();
        assertThat(of(withSources(source(1, NOW - 1000))).beat()).isEqualTo(before);
        assertThat(of(withSources(source(0, NOW))).beat()).isNotEqualTo(before);
    }

    @Test
    void aSourceIsNamedFromTheThirdFailureOn() {
        assertThat(of(withSources(source(2, NOW - 3000))).healthy()).isTrue();
        assertThat(plain(of(withSources(source(3, NOW - 4000))).health()))
                .isEqualTo("engine silent 4 s · 0/1 sources");
        assertThat(of(withSources(source(3, 0))).health())
                .isEqualTo("engine never answered · 0/1 sources");
    }

    private static SourceHealth source(int failures, long success) {
        return new SourceHealth("engine", "prometheus", false, failures, success, "");
    }

    @Test
    void operateSaysWhoAndHowLong() {
        Picture p = SamplePictures.healthy();
        assertThat(of(p).mode()).isEqualTo("Observe");
        Mode mode = new Mode("ops-1", p.time().plusSeconds(872));
        Picture operating = SamplePictures.with(p, mode, List.of(), List.of(), List.of());
        assertThat(of(operating).mode()).isEqualTo("Operate · ops-1 · 14:32 left");
    }
}
