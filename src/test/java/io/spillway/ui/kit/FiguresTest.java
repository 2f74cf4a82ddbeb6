package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.ui.SampleFleet;
import io.spillway.ui.SamplePictures;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static SampleFleet fleet() {
        return new SampleFleet(SamplePictures.NOW.toEpochMilli())
                .pool("web", 3, 0.4, 0.4)
                .set(Metric.REQUESTS, "web-001", 100)
                .set(Metric.REQUESTS, "web-002", 200)
                .set(Metric.REQUESTS, "web-003", 400);
    }

    private static Figures of(SampleFleet fleet) {
        FleetState built = fleet.build();
        return new Figures(built, new FleetIndex(built));
    }

    private static long age(Figures.Figure figure) {
        return figure.age(SamplePictures.NOW).toSeconds();
    }

    @Test
    void whatIsBlindDoesNotCountWhileAnythingIsSeen() {
        Figures.Figure sum =
                of(fleet().spoil(Metric.REQUESTS, "web-003", Quality.BLIND, 60))
                        .sum(Metric.REQUESTS);
        assertThat(sum.value()).isEqualTo(300);
        assertThat(sum.quality()).isEqualTo(Quality.LIVE);
        assertThat(age(sum)).isEqualTo(1);
    }

    @Test
    void aFigureIsNoBetterThanTheWorstInIt() {
        SampleFleet fleet =
                fleet().spoil(Metric.REQUESTS, "web-002", Quality.OLD, 17)
                        .spoil(Metric.REQUESTS, "web-003", Quality.BLIND, 60);
        Figures.Figure sum = of(fleet).sum(Metric.REQUESTS);
        assertThat(sum.value()).isEqualTo(300);
        assertThat(sum.quality()).isEqualTo(Quality.OLD);
        assertThat(age(sum)).isEqualTo(17);
    }

    @Test
    void percentileAndMeanLeaveTheBlindOut() {
        Figures figures =
                of(
                        fleet().set(Metric.CPU, "web-003", 0.99)
                                .set(Metric.CPU, "web-002", 0.7)
                                .spoil(Metric.CPU, "web-003", Quality.BLIND, 60));
        assertThat(figures.p95(Metric.CPU).value()).isEqualTo(0.7f);
        assertThat(figures.mean(Metric.CPU).value()).isBetween(0.599, 0.601);
    }

    @Test
    void whereAllAreBlindTheLastValuesAreShownAsBlind() {
        Figures.Figure sum =
                of(fleet().spoilAll(Metric.REQUESTS, Quality.BLIND, 60)).sum(Metric.REQUESTS);
        assertThat(sum.value()).isEqualTo(700);
        assertThat(sum.quality()).isEqualTo(Quality.BLIND);
        assertThat(age(sum)).isEqualTo(60);
    }

    @Test
    void withoutAnyValueThereIsNoFigure() {
        Figures.Figure sum =
                of(fleet().spoilAll(Metric.REQUESTS, Quality.MISSING, 0)).sum(Metric.REQUESTS);
        assertThat(sum.value()).isNaN();
        assertThat(sum.quality()).isEqualTo(Quality.MISSING);
    }
}
