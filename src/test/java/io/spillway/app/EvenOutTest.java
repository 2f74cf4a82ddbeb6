package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.testing.ClosedLoop;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.TestBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real HAProxy with six servers of uneven size, a real Prometheus, 64 closed-loop clients: the
/// plan evens them out, applying it raises throughput, undoing it restores every weight.
class EvenOutTest {
    private static final int CLIENTS = 64;
    private static final int SERVICE_MILLIS = 80;
    private static final int[] STEPPED = {4, 4, 2, 2, 1, 1};

    /// The smallest server has been full for as long as plans look back.
    private static final String SATURATED =
            "max(min_over_time((rate(app_busy_seconds_total[5s]) / app_slots)[10s:1s])) > 0.97";

    @TempDir Path dir;

    static Stream<Arguments> fleets() {
        long seed = Long.getLong("spillway.seed", System.nanoTime());
        Random random = new Random(seed);
        boolean all = "first".equals(System.getProperty("spillway.long"));
        int draws = all ? 6 : 1;
        return Stream.concat(
                        Stream.of(STEPPED),
                        Stream.generate(() -> random.ints(6, 1, 6).toArray()).limit(draws))
                .flatMap(slots ->
                        Stream.of("weight 100", "")
                                // One of the known fleet at 100, one drawn at HAProxy's default.
                                .filter(w -> all || w.isEmpty() == !Arrays.equals(slots, STEPPED))
                                .map(w -> Arguments.of(slots, w, seed)));
    }

    @ParameterizedTest(name = "seed {2}, servers \"{1}\"")
    @MethodSource("fleets")
    void busyServersAreEvenedOutAndGivenBack(int[] slots, String weight, long seed)
            throws IOException {
        int front = FreePorts.one();
        try (TestBackends backends = TestBackends.start(SERVICE_MILLIS, slots);
                RealHaproxy haproxy = RealHaproxy.start(dir, sections(front, backends, weight));
                RealPrometheus prometheus = RealPrometheus.start(scrapes(backends));
                ClosedLoop clients = ClosedLoop.start(front, CLIENTS)) {
            Path config = config(dir, haproxy, prometheus);
            Cli cli = new Cli(config, dir.resolve("state"));
            // The first requests find every slot free.
            clients.throughput(300);
            double equal = clients.throughput(200);
            prometheus.awaitSeries(SATURATED, 1);
            List<Integer> before = weights(cli);

            Path plan = dir.resolve("plan.json");
            cli.ok("plan", "redistribute", "web", "--json", "--out", plan.toString());
            String act = applied(cli, plan);
            // What had queued at the small servers has to be worked off first.
            clients.throughput(500);
            double even = clients.throughput(600);

            // A look is a mean over five seconds, which random arrivals move by some points.
            await().atMost(Duration.ofSeconds(40)).until(() -> busiestAboveMean(cli) <= 0.10);
            System.out.printf(
                    "slots %s, \"%s\", seed %d: %.0f requests/s, then %.0f, %.2f times%n",
                    Arrays.toString(slots), weight, seed, equal, even, even / equal);
            if (Arrays.equals(slots, STEPPED)) {
                assertThat(even / equal).isGreaterThanOrEqualTo(1.8);
            }
            cli.ok("undo", act, "--operator", "ops-1");
            assertThat(weights(cli)).isEqualTo(before);
        }
    }

    /// Applies a plan. Where all are busy, one more may rise above its limit on the way and stop
    /// it; it is finished then.
    private static String applied(Cli cli, Path plan) {
        Cli.Ran ran =
                cli.run(
                        "apply",
                        plan.toString(),
                        "--operator",
                        "ops-1",
                        "--reason",
                        "uneven pool",
                        "--json");
        JsonNode result = JsonMapper.shared().readTree(ran.out());
        String id = result.get("id").asString();
        for (int i = 0; i < 8 && result.get("outcome").asString().equals("halted"); i++) {
            assertThat(ran.code()).isEqualTo(1);
            ran = cli.run("lease", "finish", id, "--operator", "ops-1", "--json");
            result = JsonMapper.shared().readTree(ran.out());
        }
        assertThat(result.get("outcome").asString()).as(ran.out()).isEqualTo("applied");
        assertThat(ran.code()).isZero();
        return id;
    }

    static String sections(int front, TestBackends backends, String options) {
        return """
        frontend fe
          bind 127.0.0.1:%d
          default_backend be_web
        backend be_web
          balance roundrobin
        %s
        """
                .formatted(front, backends.servers(options));
    }

    static String scrapes(TestBackends backends) {
        List<String> targets = new ArrayList<>();
        backends.list().forEach(b -> targets.addAll(List.of(b.name(), b.address())));
        return RealPrometheus.config("1s", targets.toArray(String[]::new));
    }

    static Path config(Path dir, RealHaproxy haproxy, RealPrometheus prometheus)
            throws IOException {
        return Files.writeString(
                dir.resolve("spillway.yaml"),
                """
                site: test
                sources:
                  - name: metrics
                    prometheus: %s
                    queries:
                      cpu: 'rate(app_busy_seconds_total[5s]) / app_slots'
                balancers:
                  - name: lb-1
                    address: %s
                pools:
                  - name: web
                    backend: be_web
                    match: {by: address, label: instance}
                """
                        .formatted(prometheus.url(), haproxy.tcp()));
    }

    private static double busiestAboveMean(Cli cli) {
        double sum = 0;
        double max = 0;
        int n = 0;
        for (JsonNode server : servers(cli)) {
            double cpu = server.get("cpu").asDouble();
            sum += cpu;
            max = Math.max(max, cpu);
            n++;
        }
        return max - sum / n;
    }

    private static List<Integer> weights(Cli cli) {
        List<Integer> weights = new ArrayList<>();
        servers(cli).forEach(s -> weights.add(s.get("weight").asInt()));
        return weights;
    }

    private static JsonNode servers(Cli cli) {
        return cli.json("status", "--json").get("pools").get(0).get("servers");
    }
}
