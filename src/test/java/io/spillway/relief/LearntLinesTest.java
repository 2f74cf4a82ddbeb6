package io.spillway.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Standby;
import io.spillway.relief.PoolInput.ServerInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Plans and predictions from what watch has learnt.
class LearntLinesTest {
    private static final long LONG = Long.MAX_VALUE;

    private static ServerInput learnt(
            String name, int weight, double requests, double cost, double background) {
        double cpu = background + cost * requests;
        return Pools.server(name, weight, cpu, requests).with(new Line(cost, background, 0.01));
    }

    private static ServerInput late(ServerInput s, Quality quality, long age, long up) {
        return new ServerInput(
                s.name(),
                s.weights(),
                s.cpu(),
                s.requests(),
                AdminState.READY,
                OperState.UP,
                quality,
                s.line(),
                age,
                up,
                0.1);
    }

    /// One server with a hog, three without, all with weight 100.
    private static List<ServerInput> hogged() {
        List<ServerInput> servers = new ArrayList<>();
        servers.add(learnt("a", 100, 300, 0.0015, 0.40));
        for (String name : List.of("b", "c", "d")) {
            servers.add(learnt(name, 100, 300, 0.0015, 0.05));
        }
        return servers;
    }

    private static PoolInput pool(double target, int cores, double forecast, List<ServerInput> s) {
        Pool p = Pools.pool();
        Pool set =
                new Pool(
                        "web",
                        "be_web",
                        0.9,
                        2,
                        p.balancers(),
                        p.match(),
                        target,
                        cores,
                        Standby.NONE);
        return new PoolInput(set, Pools.NOW, forecast, 256, s);
    }

    @Test
    void workBesideTrafficIsNotTakenForTraffic() {
        Plan plan = Redistribute.plan(pool(0, 0, Double.NaN, hogged()));
        Move hog = Pools.move(plan, "a");
        assertThat(plan.before()).isEqualTo(0.85, within(1e-9));
        assertThat((double) hog.cpuAfter())
                .isEqualTo(0.40 + 0.0015 * 1200 * hog.shareAfter(), within(1e-6));
        assertThat(plan.after()).isBetween(0.66, 0.70);
        assertThat(plan.changes()).as("one gives, one takes").isEqualTo(2);
        assertThat(Pools.texts(plan)).noneMatch(t -> t.contains("not learnt"));
    }

    @Test
    void theTargetIsThePoolsOwnOrFollowsFromItsProcessors() {
        assertThat(Redistribute.plan(pool(0.83, 0, Double.NaN, hogged())).stages()).isEmpty();
        assertThat(Redistribute.plan(pool(0, 16, Double.NaN, hogged())).stages()).isEmpty();
        assertThat(Redistribute.plan(pool(0, 4, Double.NaN, hogged())).after())
                .isBetween(0.60, 0.66);
    }

    @Test
    void plansForTheLoadToComeIfThatIsMore() {
        List<ServerInput> calm = hogged();
        calm.set(0, learnt("a", 100, 300, 0.0015, 0.25));
        assertThat(Redistribute.plan(pool(0, 0, 1000, calm)).stages()).isEmpty();
        Plan plan = Redistribute.plan(pool(0, 0, 1500, calm));
        assertThat(plan.before()).isEqualTo(0.25 + 0.0015 * 375, within(1e-9));
        assertThat(plan.after()).isLessThan(0.7);
        assertThat(Pools.texts(plan))
                .contains("+ Planned for 1,500 req/s, expected in 5 minutes; 1,200 now");
    }

    @Test
    void sendsNoMoreToWhomWasNotHeardOfOrJustCameUp() {
        for (int i = 0; i < 2; i++) {
            List<ServerInput> servers = hogged();
            ServerInput b = servers.get(1);
            servers.set(
                    1,
                    i == 0 ? late(b, Quality.LIVE, 61_000, LONG) : late(b, Quality.LIVE, 0, 9_000));
            Plan plan = Redistribute.plan(pool(0, 0, Double.NaN, servers));
            assertThat(plan.stages()).isNotEmpty();
            assertThat(Pools.move(plan, "b").changesShare()).isFalse();
            assertThat(Pools.texts(plan))
                    .anyMatch(t -> t.startsWith("+ 1 server keeps its share: b "));
        }
    }

    @Test
    void takesAServerOutWhoseOwnWorkIsTooMuchUnlessTooFewWouldStay() {
        List<ServerInput> servers = hogged();
        servers.set(0, learnt("a", 100, 100, 0.0015, 0.80));
        Plan plan = Redistribute.plan(pool(0, 0, Double.NaN, servers));
        assertThat(Pools.move(plan, "a").weightAfter()).isZero();
        assertThat(Pools.texts(plan))
                .contains("+ 3 of 4 servers stay in service; at least 2 required");
        Pool p = Pools.pool();
        Pool all = new Pool("web", "be_web", 0.9, 4, p.balancers(), p.match());
        plan = Redistribute.plan(new PoolInput(all, Pools.NOW, servers));
        assertThat(Pools.move(plan, "a").weightAfter()).isEqualTo(1);
    }

    @Test
    void weightsThatOverloadSomeoneCannotBeAppliedAndSayWho() {
        PoolInput input = pool(0, 0, Double.NaN, hogged());
        Plan bad = Redistribute.edited(input, Knob.weights(Map.of("a", 120)));
        assertThat(bad.applicable()).isFalse();
        assertThat(Pools.texts(bad)).contains("- This would push above 90 %: a 92 %");
        Plan good = Redistribute.edited(input, Knob.weights(Map.of("a", 50, "b", 150)));
        assertThat(good.applicable()).isTrue();
        assertThat(good.steps()).isEqualTo(2);
        Plan none = Redistribute.edited(input, Knob.weights(Map.of("a", 0, "b", 0, "c", 0)));
        assertThat(none.applicable()).isFalse();
        assertThat(Redistribute.edited(input, Map.of()).stages()).isEmpty();
    }

    @Test
    void ghostsShowCpuQueueAndLatencyOfEachServer() {
        List<ServerInput> servers = hogged();
        servers.replaceAll(s -> late(s, Quality.LIVE, 0, LONG));
        PoolInput input = pool(0, 4, Double.NaN, servers);
        List<Ghosts.Ghost> now = Redistribute.predict(input, Map.of());
        assertThat(now).allMatch(g -> Math.abs(g.latency() - 0.1) < 1e-9);
        List<Ghosts.Ghost> then =
                Redistribute.predict(input, Knob.weights(Map.of("a", 50, "b", 150)));
        assertThat(then.getFirst().cpu()).isEqualTo(0.625, within(1e-9));
        assertThat(then.getFirst().latency()).isLessThan(0.1);
        assertThat(then.get(1).cpu()).isEqualTo(0.725, within(1e-9));
        assertThat(then.get(1).latency()).isGreaterThan(0.1);
        assertThat(then.get(1).queue()).isGreaterThan(now.get(1).queue());
        assertThat(then.get(2).cpu()).isEqualTo(now.get(2).cpu(), within(1e-9));
    }

    @Test
    void ghostsOfAThousandServersAreNoWait() {
        List<ServerInput> servers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            servers.add(learnt(Pools.name(i), 100, 300, 0.0015 + i * 1e-7, 0.05));
        }
        Ghosts ghosts = new Ghosts(pool(0, 8, Double.NaN, servers));
        long best = LONG;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            ghosts.with(Knob.weights(Map.of(Pools.name(i), 200)));
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(3));
    }
}
