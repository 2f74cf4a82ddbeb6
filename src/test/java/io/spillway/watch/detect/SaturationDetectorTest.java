package io.spillway.watch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.forecast.Forecast.Cone;
import io.spillway.watch.forecast.Forecast.Sight;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaturationDetectorTest {
    private final SaturationDetector detector = new SaturationDetector();
    private final List<Detection> said = new ArrayList<>();
    private long now;

    private static Forecast in(double seconds) {
        return new Forecast(Sight.IN_SIGHT, seconds / 2, seconds, seconds * 2, Cone.none());
    }

    private static Forecast reached() {
        return new Forecast(Sight.REACHED, Double.NaN, Double.NaN, Double.NaN, Cone.none());
    }

    private void forMinutes(int minutes, Forecast forecast) {
        for (int i = 0; i < minutes * 4; i++) {
            now += 15_000;
            Detection detection = detector.add(now, 100, 50, forecast);
            if (detection != null) {
                said.add(detection);
            }
        }
    }

    @Test
    void warnsOnceTheForecastHasStoodForThreeMinutes() {
        forMinutes(2, in(1500));
        assertThat(said).isEmpty();
        forMinutes(2, in(1500));
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().level()).isEqualTo(Level.WARNING);
        assertThat(said.getFirst().kind()).isEqualTo(Kind.SATURATION);
        assertThat(said.getFirst().until()).isZero();
    }

    @Test
    void risesToCriticalUnderTheSameName() {
        forMinutes(5, in(1500));
        forMinutes(5, in(500));
        assertThat(said)
                .extracting(Detection::level)
                .containsExactly(Level.WARNING, Level.CRITICAL);
        assertThat(said).extracting(Detection::time).containsOnly(said.getFirst().time());
        forMinutes(5, in(1500));
        assertThat(said).as("the highest level stays").hasSize(2);
    }

    @Test
    void capacityReachedIsCritical() {
        forMinutes(2, reached());
        assertThat(said).extracting(Detection::level).containsExactly(Level.CRITICAL);
    }

    @Test
    void aForecastThatFlickersWarnsOfNothing() {
        for (int i = 0; i < 20; i++) {
            forMinutes(2, in(1500));
            forMinutes(1, Forecast.notInSight(Cone.none()));
        }
        assertThat(said).isEmpty();
    }

    @Test
    void endsOnceCapacityIsOutOfSightForFiveMinutes() {
        forMinutes(5, in(1500));
        forMinutes(4, Forecast.notInSight(Cone.none()));
        assertThat(said).hasSize(1);
        forMinutes(2, Forecast.notInSight(Cone.none()));
        assertThat(said).hasSize(2);
        assertThat(said.getLast().until()).isPositive();
        assertThat(said.getLast().time()).isEqualTo(said.getFirst().time());
        forMinutes(30, Forecast.unknown());
        assertThat(said).hasSize(2);
    }
}
