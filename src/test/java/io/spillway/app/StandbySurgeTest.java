package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import io.spillway.testing.TestBackends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A surge on a real HAProxy with two servers in service and two in reserve, by the command line
/// alone.
@EnabledIfSystemProperty(named = "spillway.long", matches = "relief")
class StandbySurgeTest {
    /// Four slots of 40 ms: 100 requests a second each, 33 at the target.
    private static final int SERVICE_MILLIS = 40;

    /// Two take 66 at the target; a third, taken for 15 % weaker, 28 more; so it takes a fourth.
    private static final double SURGE = 104;

    @TempDir Path dir;

    private static String sections(int front, TestBackends backends) {
        return EvenOutTest.sections(front, backends, "weight 100 check inter 200ms slowstart 4s")
                .replaceAll("( server s[34] .*)", "$1 disabled");
    }

    @Test
    void serversInReserveComeAsForetoldAndLeaveOnlyWhenTheRestBearsIt() throws Exception {
        int front = FreePorts.one();
        try (TestBackends backends = TestBackends.start(SERVICE_MILLIS, 4, 4, 4, 4);
                RealHaproxy haproxy = RealHaproxy.start(dir, sections(front, backends));
                RealPrometheus prometheus = RealPrometheus.start(EvenOutTest.scrapes(backends));
                Surge surge = new Surge(front, SURGE)) {
            Path config = EvenOutTest.config(dir, haproxy, prometheus);
            Files.writeString(
                    config,
                    Files.readString(config)
                            .replace(
                                    "backend: be_web",
                                    "backend: be_web\n    target: 33%\n    standby: [s3, s4]\n"
                                            + "    slowStart: 4s"));
            Cli cli = new Cli(config, dir.resolve("state"));
            prometheus.awaitSeries("rate(app_busy_seconds_total[5s])", 4);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        JsonNode advice = relief(cli).get("standby").get(0);
                        assertThat(advice.get("change").asInt()).as(advice.toString()).isEqualTo(2);
                    });

            Path plan = dir.resolve("plan.json");
            JsonNode made = cli.json("plan", "standby", "web", "--json", "--out", plan.toString());
            String[] apply = {
                "apply", plan.toString(), "--operator", "ops-1", "--reason", "surge", "--json"
            };
            String act = cli.json(apply).get("id").asString();
            assertThat(throttles(haproxy)).as("slow start").anyMatch(t -> t.matches("\\d\\d?"));
            Map<String, Double> foretold = new HashMap<>();
            made.get("servers")
                    .forEach(s ->
                            foretold.put(s.get("name").asString(), s.get("cpuAfter").asDouble()));
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> {
                        for (JsonNode s : servers(cli)) {
                            assertThat(s.get("cpu").asDouble())
                                    .as(s.toString())
                                    .isCloseTo(
                                            foretold.getOrDefault(
                                                    s.get("name").asString(), Double.NaN),
                                            within(0.05));
                        }
                    });

            // Two alone would be half busy, and one alone could not bear it.
            cli.ok("plan", "standby", "web", "-2", "--out", plan.toString());
            Cli.Ran refused = cli.run(apply);
            assertThat(refused.code()).as(refused.out()).isEqualTo(1);
            assertThat(states(cli)).containsExactlyInAnyOrder("ready");

            surge.rate(30);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> {
                        cli.ok("plan", "standby", "web", "-2", "--out", plan.toString());
                        assertThat(Files.readString(plan)).contains("\"applicable\" : true");
                    });
            cli.ok("lease", "end", act, "--operator", "ops-1");
            assertThat(states(cli)).containsExactlyInAnyOrder("ready", "maint");
        }
    }

    private static JsonNode relief(Cli cli) {
        return cli.json("status", "--json").get("relief");
    }

    private static JsonNode servers(Cli cli) {
        return cli.json("status", "--json").get("pools").get(0).get("servers");
    }

    private static Set<String> states(Cli cli) {
        Set<String> states = new HashSet<>();
        servers(cli).forEach(s -> states.add(s.get("adminState").asString()));
        return states;
    }

    /// Percent of their weights that slow start grants.
    private static Set<String> throttles(RealHaproxy haproxy) {
        Set<String> seen = new HashSet<>();
        String[] lines = haproxy.ask("show stat").split("\n");
        int column = List.of(lines[0].split(",")).indexOf("throttle");
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            if (line.startsWith("be_web,s") && fields.length > column) {
                seen.add(fields[column]);
            }
        }
        return seen;
    }
}
