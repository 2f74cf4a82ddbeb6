package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.SourceHealth;
import io.spillway.testing.Switchable.Manner;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A real Prometheus that dies, hangs or answers nonsense: what it measured turns old and then
/// blind, everything else goes on, and all clears by itself. The desk's clock runs ten times as
/// fast as the wall's, so that half a minute of blindness passes in three seconds.
class MetricsTroubleTest {
    private static final int SPEED = 10;

    @TempDir Path dir;

    private TroubledFleet site;

    @BeforeEach
    void open() throws Exception {
        site = new TroubledFleet(dir, SPEED);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static SourceHealth health(Picture picture) {
        return picture.sources().getFirst();
    }

    /// From trouble to blindness and back.
    private void suffer(Runnable begin, Runnable end) {
        Picture good = site.desk.picture();
        begin.run();
        Picture old = site.until(p -> TroubledFleet.all(p, Metric.CPU, Quality.OLD));
        assertThat(old.fleet().value(Metric.CPU, 0)).isNotNaN();
        Picture blind = site.until(p -> TroubledFleet.all(p, Metric.CPU, Quality.BLIND));
        assertThat(blind.state()).isEqualTo(Picture.State.BLIND);
        assertThat(health(blind).ok()).isFalse();
        assertThat(health(blind).message()).isNotBlank().doesNotContain("Exception");
        end.run();
        Picture healed =
                site.until(p ->
                        TroubledFleet.all(p, Metric.CPU, Quality.LIVE)
                                && health(p).failures() == 0);
        assertThat(site.pictures.subList((int) good.tick(), (int) healed.tick()))
                .as("the balancer's figures go on")
                .allMatch(p -> TroubledFleet.all(p, Metric.REQUESTS, Quality.LIVE));
        assertTicksKeptTime(good.tick(), healed.tick());
    }

    private void assertTicksKeptTime(long from, long to) {
        long interval = TroubledFleet.INTERVAL.toMillis() * SPEED;
        for (int i = (int) from; i < to; i++) {
            long gap =
                    site.pictures.get(i).time().toEpochMilli()
                            - site.pictures.get(i - 1).time().toEpochMilli();
            assertThat(gap).as("tick " + i).isLessThan(2 * interval);
        }
    }

    @Test
    void killed() {
        suffer(site.prometheus::kill, site.prometheus::restart);
    }

    @Test
    void hung() {
        suffer(site.prometheus::pause, site.prometheus::resume);
    }

    /// One kind of nonsense; all of them with `-Dspillway.long=first`.
    static Stream<Manner> nonsense() {
        boolean all = "first".equals(System.getProperty("spillway.long"));
        return Stream.of(Manner.values())
                .filter(m -> m != Manner.HONEST && (all || m == Manner.FIFTY_MEGABYTES));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void answersNonsense(Manner manner) {
        suffer(() -> site.between.manner(manner), () -> site.between.manner(Manner.HONEST));
    }
}
