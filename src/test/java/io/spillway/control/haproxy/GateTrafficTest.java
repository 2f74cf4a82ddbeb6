package io.spillway.control.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.source.haproxy.HaproxySource;
import io.spillway.testing.FreePorts;
import io.spillway.testing.GateFiles;
import io.spillway.testing.KeepAlive;
import io.spillway.testing.RealHaproxy;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gates as shipped, in a real HAProxy with real traffic.
class GateTrafficTest {
    private static final String ANSWERS =
            "  http-request return status 200 content-type text/plain string \"ok\"\n";
    private static final Knob SEARCH = new Knob(Kind.SHED, "3");

    @TempDir private Path dir;

    private final int port = FreePorts.one();

    private static HaproxyControl control(RealHaproxy haproxy, GateFiles files) {
        var client =
                new RuntimeClient(
                        Endpoint.parse(haproxy.unix(), null), Duration.ofSeconds(3), false);
        return new HaproxyControl("lb-1", client, files.maps());
    }

    private RealHaproxy start(GateFiles files) {
        return RealHaproxy.start(dir, files.sections(port, ANSWERS), List.of(GateFiles.TABLES));
    }

    /// How many of 10,000 clients, each with a cookie of its own, are let in.
    private List<Integer> admitted(String path) throws Exception {
        List<Callable<List<Integer>>> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            int first = part * 2_500;
            parts.add(() -> {
                List<Integer> in = new ArrayList<>();
                try (var connection = new KeepAlive(port)) {
                    for (int i = first; i < first + 2_500; i++) {
                        if (connection.get(path, "Cookie: sid=c" + i + "\r\n") == 200) {
                            in.add(i);
                        }
                    }
                }
                return in;
            });
        }
        List<Integer> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Integer>> part : threads.invokeAll(parts)) {
                all.addAll(part.get());
            }
        }
        return all;
    }

    @Test
    void asManyAsPromisedAreRefusedAlwaysTheSameAndOpeningRestoresEveryMap() throws Exception {
        GateFiles files = GateFiles.in(dir);
        try (var haproxy = start(files);
                var control = control(haproxy, files);
                var one = new KeepAlive(port)) {
            List<String> before = files.entries(haproxy);
            Map<Knob, Integer> open = control.read("");
            assertThat(open).hasSize(9).containsEntry(SEARCH, 0);
            Knob agent = new Knob(Kind.AGENT_CAP, "Bad (bot; x)/1.0");
            Map<Knob, Integer> goal = new LinkedHashMap<>();
            goal.put(SEARCH, 400);
            goal.put(agent, 0);
            goal.put(new Knob(Kind.SOURCE_CAP, "203.0.113.9"), 5);
            assertThat(control.write("", goal)).isEmpty();
            assertThat(control.read("")).containsAllEntriesOf(goal).hasSize(11);

            List<Integer> in = admitted("/search");
            assertThat(in.size() / 10_000.0).isCloseTo(0.60, within(0.02));
            assertThat(admitted("/search")).isEqualTo(in);
            assertThat(admitted("/pay")).hasSize(10_000);
            assertThat(one.get("/pay", "User-Agent: Bad (bot; x)/1.0\r\n")).isEqualTo(429);
            assertThat(one.head())
                    .contains("\r\nretry-after: ")
                    .contains("x-spillway: cap;class=0");

            control.write("", Map.of(new Knob(Kind.EPOCH, "e"), 1));
            List<Integer> other = new ArrayList<>(admitted("/search"));
            assertThat(other.size() / 10_000.0).isCloseTo(0.60, within(0.02));
            other.retainAll(in);
            assertThat(other.size() / 10_000.0).isCloseTo(0.36, within(0.03));

            Map<Knob, Integer> back = new HashMap<>();
            control.read("").keySet().forEach(k -> back.put(k, open.getOrDefault(k, Knob.ABSENT)));
            assertThat(control.write("", back)).isEmpty();
            assertThat(control.read("")).isEqualTo(open);
            assertThat(files.entries(haproxy)).isEqualTo(before);
            assertThat(one.get("/pay", "User-Agent: Bad (bot; x)/1.0\r\n")).isEqualTo(200);
        }
    }

    @Test
    void aRateIsKeptHoweverMuchComesAndWhatIsRefusedIsCounted() throws Exception {
        GateFiles files = GateFiles.in(dir);
        try (var haproxy = start(files);
                var control = control(haproxy, files);
                var source =
                        new HaproxySource(
                                "lb-1",
                                new RuntimeClient(
                                        Endpoint.parse(haproxy.unix(), null),
                                        Duration.ofSeconds(3),
                                        false),
                                files.maps())) {
            Knob limit = new Knob(Kind.LIMIT, "2");
            assertThat(control.write("", Map.of(limit, 300))).isEmpty();
            double perSecond = flood(1_200, 2_500);
            assertThat(perSecond).isCloseTo(300, within(6.0));
            var report = source.poll(Instant.EPOCH);
            BalancerState state = Objects.requireNonNull(report.balancer());
            assertThat(state.gates()).containsEntry(limit, 300).hasSize(9);
            KeyRate seen =
                    report.keys().stream()
                            .filter(k -> k.dimension() == KeyRate.Dimension.REQUEST_CLASS)
                            .findFirst()
                            .orElseThrow();
            assertThat(seen.refused()).isCloseTo(seen.requests() - 125, within(30f));
        }
    }

    /// What is admitted per second of a flood, over kept connections.
    private double flood(long warmUpMillis, long millis) throws Exception {
        long start = System.nanoTime() + warmUpMillis * 1_000_000;
        long end = start + millis * 1_000_000;
        Callable<Integer> part =
                () -> {
                    int good = 0;
                    try (var connection = new KeepAlive(port)) {
                        while (System.nanoTime() < end) {
                            int status = connection.get("/", "");
                            long now = System.nanoTime();
                            good += status == 200 && now >= start && now < end ? 1 : 0;
                            LockSupport.parkNanos(1_000_000);
                        }
                    }
                    return good;
                };
        int good = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> f : threads.invokeAll(List.of(part, part, part, part))) {
                good += f.get();
            }
        }
        return good * 1_000.0 / millis;
    }

    @Test
    void theClassIsToldByPathAgentAndOwnNetworks() throws Exception {
        GateFiles files = GateFiles.in(dir);
        try (var haproxy = start(files);
                var control = control(haproxy, files);
                var one = new KeepAlive(port)) {
            control.write("", Map.of(SEARCH, 1000));
            assertThat(one.get("/", "")).isEqualTo(200);
            assertThat(one.get("/search", "")).isEqualTo(429);
            assertThat(one.get("/", "User-Agent: Mozilla (GPTBot/1)\r\n")).isEqualTo(429);
            assertThat(one.get("/pay", "User-Agent: Mozilla (GPTBot/1)\r\n")).isEqualTo(200);
            assertThat(one.get("/search", "X-Request-Class: critical\r\n")).isEqualTo(200);
            assertThat(one.get("/search", "X-Request-Class: nonsense\r\n")).isEqualTo(429);
            haproxy.reload(
                    files.sections(port, ANSWERS).replace("10.0.0.0/8 127.0.0.0/8", "10.0.0.0/8"));
            control.write("", Map.of(SEARCH, 1000));
            try (var fresh = new KeepAlive(port)) {
                assertThat(fresh.get("/search", "X-Request-Class: critical\r\n")).isEqualTo(429);
            }
        }
    }

    @Test
    void whatHaproxyRefusesIsToldAndNothingElseIsLost() throws Exception {
        GateFiles files = GateFiles.in(dir);
        try (var haproxy = start(files);
                var control = control(haproxy, files)) {
            Map<Knob, Integer> values = new LinkedHashMap<>();
            values.put(new Knob(Kind.SHED, "9"), 100);
            values.put(new Knob(Kind.SOURCE_CAP, "no-address"), 1);
            values.put(new Knob(Kind.SOURCE_CAP, "2001:db8::1"), Knob.ABSENT);
            values.put(SEARCH, 250);
            assertThat(control.write("", values).keySet())
                    .containsExactly(
                            new Knob(Kind.SHED, "9"), new Knob(Kind.SOURCE_CAP, "no-address"));
            assertThat(control.read("")).containsEntry(SEARCH, 250).hasSize(9);
        }
    }

    @Test
    void theShippedFileIsValidAndTheManualHasItsLines() throws Exception {
        GateFiles files = GateFiles.in(dir);
        Path site = dir.resolve("site.cfg");
        String defaults =
                "defaults\n  mode http\n  timeout connect 1s\n  timeout client 9s\n  timeout server 9s\n";
        Files.writeString(site, defaults + files.sections(port, ANSWERS));
        var check =
                new ProcessBuilder(
                        "haproxy", "-c", "-f", site.toString(), "-f", GateFiles.TABLES.toString());
        Process process = check.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("WARNING").doesNotContain("ALERT");
        assertThat(Files.readString(Path.of("docs/gates.md")))
                .contains("```\n" + GateFiles.shipped() + "\n```\n");
    }
}
