package io.spillway.watch.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AveragerTest {
    private record Point(long time, double value) {}

    private static List<Point> run(Averager averager, double[][] readings) {
        List<Point> points = new ArrayList<>();
        for (double[] reading : readings) {
            if (averager.add((long) reading[0], reading[1])) {
                points.add(new Point(averager.time(), averager.mean()));
            }
        }
        return points;
    }

    @Test
    void fastReadingsComeOutAsMeans() {
        double[][] seconds = new double[31][];
        for (int i = 0; i <= 30; i++) {
            seconds[i] = new double[] {i * 1000, i < 15 ? 10 : 20};
        }
        assertThat(run(new Averager(15_000), seconds))
                .containsExactly(new Point(15_000, 10), new Point(30_000, 20));
    }

    @Property(tries = 50)
    void slowReadingsComeOutAsTheyComeFromTheSecondOn(
            @ForAll @IntRange(min = 15, max = 900) int s) {
        double[][] readings = new double[10][];
        for (int i = 0; i < 10; i++) {
            readings[i] = new double[] {1000L * i * s, i};
        }
        List<Point> points = run(new Averager(15_000), readings);
        assertThat(points).hasSize(9);
        assertThat(points.getLast()).isEqualTo(new Point(9L * s * 1000, 9));
    }

    @Test
    void theFirstReadingAfterAGapStandsAlone() {
        double[][] readings = {{0, 1}, {1000, 1}, {100_000, 7}, {101_000, 9}, {106_000, 5}};
        assertThat(run(new Averager(15_000), readings))
                .containsExactly(new Point(100_000, 7), new Point(105_000, 9));
    }

    @Test
    void whatComesLateOrIsNoNumberIsLeftOut() {
        double[][] readings = {
            {0, 1}, {10_000, Double.NaN}, {9_000, 3}, {8_000, 99}, {15_000, 5}, {15_000, 77}
        };
        assertThat(run(new Averager(15_000), readings)).containsExactly(new Point(15_000, 2));
    }
}
