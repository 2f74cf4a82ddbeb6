package io.spillway.watch.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ServerEstimatorTest {
    private static final int HOUR = 240;

    private final ServerEstimator estimator = new ServerEstimator();

    @Test
    void learnsWhatWasPlanted() {
        Plant plant = new Plant(12, 1);
        plant.run(estimator, 4 * HOUR);
        ServerCapacities learnt = estimator.capacities();
        for (int i = 0; i < 12; i++) {
            double capacity = plant.capacity(i, Plant.LIMIT);
            assertThat(learnt.slope()[i]).isCloseTo((float) plant.slope[i], withPercentage(20));
            assertThat(learnt.background()[i])
                    .isCloseTo((float) plant.background[i], within(0.04f));
            assertThat(learnt.atLimit()[i])
                    .isBetween((float) capacity * 0.8f, (float) capacity * 1.1f);
            assertThat(learnt.error()[i]).isBetween(0.005f, 0.12f);
        }
    }

    @Test
    void claimsNothingInTheFirstTenMinutes() {
        Plant plant = new Plant(8, 2);
        plant.run(estimator, 40);
        assertThat(estimator.capacities().atLimit()).containsOnly(Float.NaN);
        assertThat(estimator.capacities().error()).containsOnly(Float.NaN);
        plant.run(estimator, 2);
        assertThat(estimator.capacities().atLimit()).doesNotContain(Float.NaN);
    }

    @Test
    void claimsNothingOfALoneServerWhoseLoadNeverVaries() {
        for (int t = 1; t < 2 * HOUR; t++) {
            add(t, 200, 0.3 + (t % 2) * 0.01);
        }
        assertThat(estimator.capacities().atLimit()).containsExactly(Float.NaN);
        assertThat(estimator.poolCapacity("web").confidence()).isEqualTo(Capacity.Confidence.NONE);
        assertThat(estimator.poolCapacity("web").why())
                .startsWith("Not known for 1 of 1 servers of web");
    }

    @Test
    void believesALoneServerWhoseLoadVaries() {
        for (int t = 1; t < 2 * HOUR; t++) {
            double load = 200 + 60 * Math.sin(t / 20.0);
            add(t, load, 0.08 + 0.002 * load);
        }
        assertThat(estimator.capacities().atLimit()[0]).isCloseTo(410, withPercentage(3));
    }

    @Test
    void forgetsNothingButStaysSilentWhileNothingIsHeard() {
        Plant plant = new Plant(4, 3);
        plant.run(estimator, HOUR);
        float before = estimator.capacities().atLimit()[0];
        List<FleetState> silence = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            FleetState tick = plant.tick(ServerEstimator.STEP);
            silence.add(Plant.blank(tick.time(), tick.servers()));
        }
        silence.forEach(estimator::add);
        assertThat(estimator.capacities().atLimit()).containsOnly(Float.NaN);
        plant.run(estimator, 1);
        assertThat(estimator.capacities().atLimit()[0]).isCloseTo(before, withPercentage(6));
    }

    @Property(tries = 20)
    void theOrderOfServersChangesNothing(@ForAll long seed) {
        Plant one = new Plant(7, seed);
        Plant other = new Plant(7, seed);
        ServerEstimator shuffled = new ServerEstimator();
        ServerEstimator plain = new ServerEstimator();
        List<Integer> order = new ArrayList<>(IntStream.range(0, 7).boxed().toList());
        Random random = new Random(seed);
        for (int t = 0; t < 100; t++) {
            Collections.shuffle(order, random);
            plain.add(one.tick(ServerEstimator.STEP));
            shuffled.add(other.tick(ServerEstimator.STEP, order));
        }
        for (int i = 0; i < 7; i++) {
            int at = order.indexOf(i);
            assertThat(shuffled.capacities().atLimit()[at])
                    .isEqualTo(plain.capacities().atLimit()[i]);
        }
        assertThat(shuffled.poolCapacity("web").atLimit())
                .isCloseTo(plain.poolCapacity("web").atLimit(), withPercentage(0.001));
    }

    @Property(tries = 20)
    void theUnitOfLoadChangesNothing(@ForAll long seed) {
        Plant plant = new Plant(5, seed);
        ServerEstimator plain = new ServerEstimator();
        ServerEstimator scaled = new ServerEstimator();
        for (int t = 0; t < 100; t++) {
            FleetState tick = plant.tick(ServerEstimator.STEP);
            plain.add(tick);
            FleetState other = Plant.blank(tick.time(), tick.servers());
            for (int i = 0; i < 5; i++) {
                double load = tick.value(Metric.REQUESTS, i) * 64;
                Plant.put(other, i, load, tick.value(Metric.CPU, i));
            }
            scaled.add(other);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(scaled.capacities().atLimit()[i] / 64)
                    .isCloseTo(plain.capacities().atLimit()[i], withPercentage(0.1));
            assertThat(scaled.capacities().background()[i])
                    .isCloseTo(plain.capacities().background()[i], within(0.0005f));
        }
    }

    @Property(tries = 20)
    void onlyFreshLiveReadingsCount(@ForAll long seed) {
        Plant plant = new Plant(4, seed);
        ServerEstimator plain = new ServerEstimator();
        ServerEstimator troubled = new ServerEstimator();
        Random random = new Random(seed);
        for (int t = 0; t < 60; t++) {
            FleetState tick = plant.tick(ServerEstimator.STEP);
            plain.add(tick);
            troubled.add(tick);
            for (int i = 1; i < 4; i++) {
                troubled.add(trouble(random, tick, tick.time() + i * 3_000L));
            }
        }
        assertThat(troubled.capacities().slope()).isEqualTo(plain.capacities().slope());
        assertThat(troubled.capacities().atLimit()).isEqualTo(plain.capacities().atLimit());
    }

    private static FleetState trouble(Random random, FleetState tick, long now) {
        FleetState state = Plant.blank(now, tick.servers());
        for (int i = 0; i < tick.servers().size(); i++) {
            for (Metric metric : List.of(Metric.CPU, Metric.REQUESTS)) {
                switch (random.nextInt(4)) {
                    case 0 -> Plant.put(state, metric, i, 0.99, now, Quality.OLD);
                    case 1 -> Plant.put(state, metric, i, Double.NaN, now, Quality.LIVE);
                    case 2 -> Plant.put(state, metric, i, 0.7, tick.time(), Quality.LIVE);
                    default -> Plant.put(state, metric, i, -1, now, Quality.LIVE);
                }
            }
        }
        return state;
    }

    @Test
    void aServerThatComesBackIsKnown() {
        Plant plant = new Plant(5, 4);
        plant.run(estimator, HOUR);
        float before = estimator.capacities().atLimit()[2];
        for (int t = 0; t < 60; t++) {
            estimator.add(plant.tick(ServerEstimator.STEP, List.of(4, 0, 1)));
        }
        assertThat(estimator.capacities().atLimit()).hasSize(3).doesNotContain(Float.NaN);
        plant.run(estimator, 1);
        assertThat(estimator.capacities().atLimit()[2]).isCloseTo(before, withPercentage(6));
    }

    @Test
    void aServerGoneForADayIsForgotten() {
        Plant plant = new Plant(3, 5);
        plant.run(estimator, HOUR);
        long hour = 3_600_000;
        for (int t = 0; t < 30; t++) {
            estimator.add(plant.tick(hour, List.of(0, 1)));
        }
        plant.run(estimator, 1);
        assertThat(estimator.capacities().atLimit()[2]).isNaN();
    }

    @Test
    void secondsAreAveragedToSteps() {
        Plant plant = new Plant(6, 6);
        plant.noise = 0.06;
        for (int t = 0; t < 3600; t++) {
            ServerCapacities before = estimator.capacities();
            estimator.add(plant.tick(1000));
            if (t % 15 != 0) {
                assertThat(estimator.capacities()).isSameAs(before);
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(estimator.capacities().atLimit()[i])
                    .isCloseTo((float) plant.capacity(i, Plant.LIMIT), withPercentage(25));
        }
    }

    private void add(int step, double load, double cpu) {
        long time = Plant.START + step * ServerEstimator.STEP;
        FleetState state = Plant.blank(time, List.of(Plant.server(0)));
        Plant.put(state, 0, load, cpu);
        estimator.add(state);
    }
}
