package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTest {
    private final PracticeOptions options = PracticeOptions.of(Scenario.CALM);
    private final Model model = new Model(options);

    @Test
    void sharesFollowTheWeightsOfEachBalancer() {
        for (Balancer balancer : model.balancers) {
            balancer.weight(0, 200);
            balancer.weight(1, 50);
            balancer.weight(2, 0);
        }

        Snapshot now = step(1);

        for (float[] rate : now.rate()) {
            assertThat(rate[0] / rate[1]).isCloseTo(4, within(1e-4f));
            assertThat(rate[0] / rate[3]).isCloseTo(2, within(1e-4f));
            assertThat(rate[2]).isZero();
        }
    }

    @Test
    void drainedServersGetNothingAndTheOthersGetItAll() {
        double before = web(step(1).rate()[0]);
        model.balancers.getFirst().admin(4, Balancer.DRAIN, model.start);
        model.balancers.getFirst().admin(5, Balancer.MAINT, model.start);

        Snapshot now = step(1);

        assertThat(now.rate()[0][4]).as("what sticks to it").isLessThan(now.rate()[0][3] / 9);
        assertThat(now.rate()[0][5]).isZero();
        assertThat(now.rate()[1][4]).isPositive();
        assertThat(web(now.rate()[0])).isCloseTo(before, within(before * 0.02));
    }

    @Test
    void aPoolWithoutServersLosesItsRequests() {
        Park.Group checkout = model.park.groups.get(2);
        for (int i = checkout.first(); i < checkout.end(); i++) {
            model.balancers.getFirst().admin(i, Balancer.MAINT, model.start);
        }

        Snapshot now = step(10);

        assertThat(now.unrouted()[0][2]).isPositive();
        assertThat(now.unrouted()[1][2]).isZero();
    }

    @Test
    void noServerAnswersMoreThanItCanAndAFullOneQueuesThenRefuses() {
        flood(5);
        Snapshot now = model.tape.latest();
        for (int n = 0; n < 30; n++) {
            Snapshot before = now;
            now = step(1);
            assertThat(now.answeredBy(5) - before.answeredBy(5)).isPositive();
        }

        assertThat(now.queue()[0][5]).isPositive();
        assertThat(now.latency()[5]).isGreaterThan(4);
        assertThat(now.busy()[5] - model.tape.floor(now.time() - 1000).busy()[5])
                .isCloseTo(1, within(0.02));
        Snapshot earlier = model.tape.floor(now.time() - 10_000);
        double good = now.answeredBy(5) - now.failedBy(5);
        double goodEarlier = earlier.answeredBy(5) - earlier.failedBy(5);
        assertThat((good - goodEarlier) / 10).isLessThanOrEqualTo(model.park.capacity(5) * 1.0001);
        assertThat(now.failedBy(5)).isGreaterThan(earlier.failedBy(5) + 100);
    }

    @Test
    void countersNeverFall() {
        flood(5);
        Snapshot before = model.tape.latest();
        for (int n = 0; n < 50; n++) {
            Snapshot now = step(1);
            for (int i = 0; i < model.park.size(); i++) {
                assertThat(now.answeredBy(i)).isGreaterThanOrEqualTo(before.answeredBy(i));
                assertThat(now.failedBy(i)).isGreaterThanOrEqualTo(before.failedBy(i));
                assertThat(now.busy()[i] - before.busy()[i]).isBetween(0.0, 1.0);
            }
            before = now;
        }
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherGivesOthers() {
        Model same = new Model(options);
        Model other = new Model(options.withSeed(2));
        for (int n = 1; n <= 20; n++) {
            step(1);
            same.step(model.tape.latest().time());
            other.step(model.tape.latest().time());
        }

        assertThat(same.tape.latest()).usingRecursiveComparison().isEqualTo(model.tape.latest());
        assertThat(other.tape.latest().busy()).isNotEqualTo(model.tape.latest().busy());
    }

    @Test
    void aFleetMayBeLarge() {
        Model large = new Model(options.withServers(10_000));
        large.step(large.start + 1000);

        assertThat(large.park.hosts).doesNotHaveDuplicates().hasSize(10_002);
        for (int i = 0; i < large.park.size(); i++) {
            assertThat(large.tape.latest().rate()[0][i] > 0).isEqualTo(!large.park.spare(i));
        }
        for (Park.Group pool : large.park.groups) {
            for (int i = pool.first(); i < pool.end(); i++) {
                int g = large.park.findGroup(pool.name());
                assertThat(large.park.findServer(g, large.park.names[i])).isEqualTo(i);
            }
        }
    }

    @Test
    void theTapeForgetsDetailsButNotTheRun() {
        Model long_ = new Model(options.withServers(20_000));
        for (int n = 1; n <= 300; n++) {
            long_.step(long_.start + n * 1000L);
        }

        Tape tape = long_.tape;
        assertThat(tape.floor(long_.start).time()).isEqualTo(long_.start);
        assertThat(tape.floor(long_.start + 290_500).time()).isEqualTo(long_.start + 290_000);
        long middle = long_.start + 100_000;
        assertThat(middle - tape.floor(middle).time()).isBetween(0L, 16_000L);
    }

    /// Sends all of `web` to one server.
    private void flood(int server) {
        for (Balancer balancer : model.balancers) {
            for (int i = 0; i < model.park.groups.getFirst().end(); i++) {
                balancer.weight(i, i == server ? 100 : 0);
            }
        }
    }

    private double web(float[] rates) {
        return IntStream.range(0, model.park.groups.getFirst().end())
                .mapToDouble(i -> rates[i])
                .sum();
    }

    private Snapshot step(int seconds) {
        model.step(model.tape.latest().time() + seconds * 1000L);
        assertThat(Arrays.stream(model.tape.latest().busy()).allMatch(Double::isFinite)).isTrue();
        return model.tape.latest();
    }
}
