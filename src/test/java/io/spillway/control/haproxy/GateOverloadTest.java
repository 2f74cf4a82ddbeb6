package io.spillway.control.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.ClassLoad;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.gate.MaxconnPlan;
import io.spillway.testing.FreePorts;
import io.spillway.testing.GateFiles;
import io.spillway.testing.OpenLoad;
import io.spillway.testing.OpenLoad.Ask;
import io.spillway.testing.OpenLoad.Result;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Twice what the servers can do, with the gates and limits that the plans say: 2 servers of 16
/// slots and 80 ms do 400 requests per second. Runs for half a minute, with
/// `-Dspillway.long=relief`.
@EnabledIfSystemProperty(named = "spillway.long", matches = "relief")
class GateOverloadTest {
    private static final double CAPACITY = 400;
    private static final double OFFERED = 2 * CAPACITY;
    private static final double[] SHARES = {0.10, 0.15, 0.40, 0.35};
    private static final String[] PATHS = {"/pay", "/cart", "/", "/search"};
    private static final List<RequestClass> CLASSES =
            List.of(
                    new RequestClass("critical", 0),
                    new RequestClass("cart", 1),
                    new RequestClass("browse", 2),
                    new RequestClass("search", 3));
    private static final Pool POOL =
            new Pool("web", "be", 0.9, 0, List.of("lb-1"), new Match(Match.By.LABEL, "server", ""));

    @TempDir private Path dir;

    private final int port = FreePorts.one();
    private final Random random = new Random(7);

    /// One of 10,000 clients asks for something.
    private Ask ask() {
        double draw = random.nextDouble();
        int k = 0;
        while (k < SHARES.length - 1 && draw >= SHARES[k]) {
            draw -= SHARES[k++];
        }
        return critical(k);
    }

    private Ask critical(int k) {
        String cookie = "Cookie: sid=c" + random.nextInt(10_000) + "\r\n";
        return new Ask(CLASSES.get(k).name(), PATHS[k], cookie);
    }

    private static double p95(List<Result> results) {
        double[] sorted = results.stream().mapToDouble(Result::millis).sorted().toArray();
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }

    private static GateInput input(Map<Knob, Integer> gates) {
        List<ClassLoad> classes =
                CLASSES.stream()
                        .map(c -> {
                            double offered = OFFERED * SHARES[c.rank()];
                            return new ClassLoad(c, offered, offered);
                        })
                        .toList();
        return new GateInput(POOL, 0, classes, List.of(), Map.of("lb-1", gates));
    }

    private static Plan maxconn(Map<Knob, Integer> now) {
        var one = new MaxconnPlan.Ability("s1", CAPACITY / 2, 0.08, 0);
        var two = new MaxconnPlan.Ability("s2", CAPACITY / 2, 0.08, 0);
        return MaxconnPlan.of(POOL, 0, List.of(one, two), Map.of("lb-1", now));
    }

    @Test
    void atTwiceTheCapacityCriticalRequestsFeelNothing() throws Exception {
        GateFiles files = GateFiles.in(dir);
        try (var backends = TestBackends.start(80, 16, 16);
                var haproxy =
                        RealHaproxy.start(
                                dir,
                                files.sections(port, backends.servers("weight 100")),
                                List.of(GateFiles.TABLES));
                var control =
                        new HaproxyControl(
                                "lb-1",
                                new RuntimeClient(
                                        Endpoint.parse(haproxy.unix(), null),
                                        Duration.ofSeconds(3),
                                        false),
                                files.maps());
                var load = new OpenLoad(port)) {
            List<String> before = files.entries(haproxy);
            load.run(80, 160, _ -> critical(0));
            double unloaded = p95(load.run(80, 400, _ -> critical(0)));

            Plan limits = maxconn(control.read("be"));
            assertThat(limits.goal().values()).containsOnly(16);
            assertThat(control.write("be", limits.goal())).isEmpty();
            assertThat(control.read("be")).containsAllEntriesOf(limits.goal());
            GateInput input = input(control.read(""));
            Plan plan =
                    GatePlan.of(
                            input, GateSetting.fitting(input, CAPACITY * GateInput.target(0.65)));
            assertThat(plan.stages()).hasSize(1);
            assertThat(control.write("", plan.goal())).isEmpty();

            List<Result> results =
                    load.run(OFFERED, (int) (20 * OFFERED), _ -> ask()).stream()
                            .filter(r -> r.due() > 2_000)
                            .toList();
            for (var move : plan.classes()) {
                List<Result> own =
                        results.stream().filter(r -> r.kind().equals(move.name())).toList();
                double refused = own.stream().filter(r -> r.status() == 429).count();
                assertThat(refused / own.size())
                        .as(move.name())
                        .isCloseTo(move.shedAfter() / 1000.0, within(0.02));
                assertThat(own).allMatch(r -> r.status() == 429 || r.status() == 200);
            }
            List<Result> critical =
                    results.stream().filter(r -> r.kind().equals("critical")).toList();
            assertThat(critical).allMatch(r -> r.status() == 200);
            assertThat(p95(critical)).isLessThan(1.2 * unloaded);

            assertThat(control.write("", plan.balancers().getOrDefault("lb-1", Map.of())))
                    .isEmpty();
            assertThat(control.write("be", limits.balancers().getOrDefault("lb-1", Map.of())))
                    .isEmpty();
            assertThat(files.entries(haproxy)).isEqualTo(before);
        }
    }
}
