package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.TestBackends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A real HAProxy under steady load: after a plan is applied, servers are as busy as it foretold.
@EnabledIfSystemProperty(named = "spillway.long", matches = "relief")
class ForetoldTest {
    private static final int SERVICE_MILLIS = 100;

    /// Share of what all slots together can do.
    private static final double LOAD = 0.4;

    @TempDir Path dir;

    @ParameterizedTest
    @ValueSource(ints = {6, 40})
    void serversAreAsBusyAsForetold(int servers) throws Exception {
        int[] slots = IntStream.range(0, servers).map(i -> new int[] {8, 4, 2}[i % 3]).toArray();
        double perSecond = IntStream.of(slots).sum() * 1000.0 / SERVICE_MILLIS * LOAD;
        int front = FreePorts.one();
        try (TestBackends backends = TestBackends.start(SERVICE_MILLIS, slots);
                RealHaproxy haproxy =
                        RealHaproxy.start(
                                dir, EvenOutTest.sections(front, backends, "weight 100"));
                RealPrometheus prometheus = RealPrometheus.start(EvenOutTest.scrapes(backends));
                Surge _ = new Surge(front, perSecond)) {
            Path config = EvenOutTest.config(dir, haproxy, prometheus);
            String text = Files.readString(config);
            Files.writeString(
                    config, text.replace("backend: be_web", "backend: be_web\n    target: 50%"));
            Cli cli = new Cli(config, dir.resolve("state"));
            prometheus.awaitSeries("rate(app_busy_seconds_total[5s])", servers);
            // A plan foretells for the load it sees: all of it has to be there.
            double busy = 0.97 * perSecond * SERVICE_MILLIS / 1_000;
            prometheus.awaitSeries("sum(rate(app_busy_seconds_total[5s])) > " + busy, 1);
            Path plan = dir.resolve("plan.json");
            JsonNode made =
                    cli.json("plan", "redistribute", "web", "--json", "--out", plan.toString());
            cli.ok("apply", plan.toString(), "--operator", "ops-1", "--reason", "uneven pool");
            Map<String, Double> foretold = new HashMap<>();
            made.get("servers")
                    .forEach(s ->
                            foretold.put(s.get("name").asString(), s.get("cpuAfter").asDouble()));
            double[] worst = {0};
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> {
                        long near = 0;
                        worst[0] = 0;
                        for (JsonNode s :
                                cli.json("status", "--json").get("pools").get(0).get("servers")) {
                            double off =
                                    Math.abs(
                                            s.get("cpu").asDouble()
                                                    - foretold.getOrDefault(
                                                            s.get("name").asString(), Double.NaN));
                            worst[0] = Math.max(worst[0], off);
                            near += off <= 0.05 ? 1 : 0;
                        }
                        assertThat(near).isGreaterThanOrEqualTo(Math.ceilDiv(servers * 95, 100));
                    });
            System.out.printf(
                    "%d servers: highest CPU %.2f, foretold %.2f; furthest from foretold %.3f%n",
                    servers, made.get("before").asDouble(), made.get("after").asDouble(), worst[0]);
        }
    }
}
