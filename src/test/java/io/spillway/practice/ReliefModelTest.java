package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Metric;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What relief does to the fleet: gates, states, slow start and connection limits.
class ReliefModelTest {
    private static final int SPARE = 12;

    private final Model model = new Model(PracticeOptions.of(Scenario.CALM));

    @Property(tries = 20)
    void sheddingTakesItsRequestsAndItsWorkOffTheServers(
            @ForAll @IntRange(min = 0, max = 1000) int permille,
            @ForAll @IntRange(min = 1, max = 5) int rank) {
        Model gated = new Model(PracticeOptions.of(Scenario.CALM));
        Model open = new Model(PracticeOptions.of(Scenario.CALM));
        for (Balancer balancer : gated.balancers) {
            String key = Clientele.CLASSES.get(rank).key();
            GatesTest.put(balancer.maps, Maps.PATHS.shed(), key, permille);
        }
        run(gated, 20);
        run(open, 20);

        double[] mix = Clientele.mix(0);
        double work = 0;
        for (int c = 0; c < mix.length; c++) {
            work += mix[c] * Clientele.CLASSES.get(c).cost();
        }
        double part = permille / 1000.0;
        double fewer = 1 - part * mix[rank];
        double less = 1 - part * mix[rank] * Clientele.CLASSES.get(rank).cost() / work;
        assertThat(at(gated, Metric.REQUESTS, 3))
                .isCloseTo(fewer * at(open, Metric.REQUESTS, 3), within(1e-3));
        double idle = open.park.background[3];
        assertThat(at(gated, Metric.CPU, 3) - idle)
                .isCloseTo(less * (at(open, Metric.CPU, 3) - idle), within(4e-3));
    }

    @Test
    void refusalsAreCountedAndReachNoServer() {
        Balancer first = model.balancers.getFirst();
        GatesTest.put(first.maps, Maps.PATHS.shed(), "5", 400);
        Snapshot before = model.tape.latest();
        run(model, 10);
        Snapshot now = model.tape.latest();

        double asked = now.asked()[0][5] - before.asked()[0][5];
        assertThat(now.refused()[0][5]).isCloseTo(0.4 * asked, within(1e-6 * asked));
        assertThat(now.refusedBy(0)).isEqualTo(now.refused()[0][5]);
        assertThat(now.refusedBy(1)).isZero();
        assertThat(now.refusing()[0]).isCloseTo((float) (0.04 * asked), within(1f));
    }

    @Test
    void whatIsDrainedEmptiesWithinSeconds() {
        run(model, 5);
        double before = model.tape.latest().sessions()[0][0];
        double others = model.tape.latest().rate()[0][3];
        onAll(b -> b.admin(0, Balancer.DRAIN, model.tape.latest().time()));

        run(model, 2);
        float early = model.tape.latest().sessions()[0][0];
        assertThat(early).isBetween(1f, (float) (0.6 * before));
        assertThat(model.tape.latest().rate()[0][3]).isGreaterThan((float) (others * 1.05));
        run(model, 30);
        assertThat(model.tape.latest().sessions()[0][0]).isLessThan(0.5f);
        run(model, 40);
        assertThat(model.tape.latest().rate()[0][0]).isZero();

        onAll(b -> b.admin(0, Balancer.READY, model.tape.latest().time()));
        run(model, 1);
        assertThat(model.tape.latest().rate()[0][0])
                .as("no slow start after a drain")
                .isCloseTo(model.tape.latest().rate()[0][3], within(1e-3f));
    }

    @Test
    void whatLeavesMaintenanceRampsInAStraightLine() {
        assertThat(model.tape.latest().rate()[0][SPARE]).isZero();
        onAll(b -> b.admin(SPARE, Balancer.READY, model.tape.latest().time()));
        for (int second = 3; second <= 30; second += 3) {
            run(model, 3);
            Snapshot now = model.tape.latest();
            double share = now.rate()[0][SPARE] / now.rate()[0][3];
            assertThat(share).isCloseTo(Math.min(1, second / 30.0), within(0.011));
        }
        onAll(b -> b.admin(SPARE, Balancer.MAINT, model.tape.latest().time()));
        run(model, 1);
        assertThat(model.tape.latest().rate()[0][SPARE]).isZero();
    }

    @Test
    void whatIsInReserveIdlesAndIsNoCapacity() {
        run(model, 30);

        assertThat(at(model, Metric.REQUESTS, SPARE)).isZero();
        assertThat(at(model, Metric.CPU, SPARE)).isLessThan(0.1);
        for (Balancer balancer : model.balancers) {
            Park.Group web = model.park.groups.getFirst();
            assertThat(balancer.active(web)).isEqualTo(12);
            assertThat(balancer.total(web, model.tape.latest().time())).isEqualTo(1200);
        }
    }

    @Test
    void fewerConnectionsMakeAQueueAndNoneMakeNone() {
        onAll(b -> b.limit(0, 5));
        run(model, 20);
        Snapshot now = model.tape.latest();
        assertThat(now.sessions()[0][0]).isEqualTo(5);
        assertThat(now.queue()[0][0]).isGreaterThan(50);
        assertThat(at(model, Metric.CPU, 0)).isLessThan(at(model, Metric.CPU, 4));

        onAll(b -> b.limit(0, 0));
        run(model, 20);
        assertThat(model.tape.latest().queue()[0][0]).isZero();
    }

    private void onAll(Consumer<Balancer> act) {
        model.balancers.forEach(act);
    }

    private static double at(Model model, Metric metric, int server) {
        return new Moment(model, model.tape.latest().time(), 10_000).value(metric, server);
    }

    private static void run(Model model, int seconds) {
        for (int n = 0; n < seconds; n++) {
            model.step(model.tape.latest().time() + 1000);
        }
    }
}
