package io.spillway.source.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Metric;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.testing.RealHaproxyExporter;
import io.spillway.testing.RealNodeExporter;
import io.spillway.testing.RealProcess;
import io.spillway.testing.RealPrometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Whatever the scrape interval, a healthy value is live in every poll: it is there, and it is not
/// older than the rule for hatching allows.
class ScrapeIntervalTest {
    private static final Duration WATCH = Duration.ofSeconds(20);

    /// In real time: Prometheus scrapes every second and, beside it, another every 15 s, which is
    /// watched for more than a whole interval.
    @Test
    @EnabledIfSystemProperty(named = "spillway.long", matches = "first")
    void everySecondAndEveryFifteen() throws Exception {
        try (var node = RealNodeExporter.start();
                var haproxy = RealHaproxyExporter.start(2);
                var fast = RealPrometheus.start(config("1s", node, haproxy));
                var slow = RealPrometheus.start(config("15s", node, haproxy));
                var fastSources = Sources.at(fast.url());
                var slowSources = Sources.at(slow.url())) {
            await("both know every metric")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        load(haproxy);
                        return trouble(fastSources, 1000).isEmpty()
                                && trouble(slowSources, 15_000).isEmpty();
                    });
            watch(
                    () -> {
                        load(haproxy);
                        List<String> all = new ArrayList<>(trouble(fastSources, 1000));
                        all.addAll(trouble(slowSources, 15_000));
                        return all;
                    },
                    WATCH);
        }
    }

    /// A real Prometheus that is configured to scrape every 60 s, and is given the past ten minutes
    /// as blocks: samples of the exporters' real series 60 s apart, the last 50 s old, so that they
    /// reach the greatest age that is healthy while the test looks. Its own scrapes then go on from
    /// there, but a test does not wait for a minute.
    @Test
    @EnabledIfSystemProperty(named = "spillway.long", matches = "first")
    void everySixtySeconds() throws Exception {
        try (var node = RealNodeExporter.start();
                var haproxy = RealHaproxyExporter.start(2)) {
            load(haproxy);
            Path folder = RealProcess.newFolder("prometheus");
            backfill(folder, node, haproxy);
            try (var prometheus = RealPrometheus.start(folder, config("60s", node, haproxy));
                    var sources = Sources.at(prometheus.url())) {
                await("the interval is learnt")
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> trouble(sources, 60_000).isEmpty());
                watch(() -> trouble(sources, 60_000), Duration.ofSeconds(12));
            }
        }
    }

    /// Engines that tell no scrape interval, here because a gate in front hides the targets.
    @Test
    void theIntervalIsLearntFromSampleTimesToo() throws Exception {
        int port = RealProcess.freePort();
        Path folder = RealProcess.newFolder("gate");
        try (var node = RealNodeExporter.start();
                var haproxy = RealHaproxyExporter.start(2);
                var prometheus = RealPrometheus.start(config("2s", node, haproxy))) {
            Files.writeString(
                    folder.resolve("haproxy.cfg"),
                    """
                    defaults
                        mode http
                        timeout client 10s
                        timeout server 10s
                        timeout connect 1s
                    listen gate
                        bind 127.0.0.1:%d
                        http-request deny deny_status 404 if { path -m end targets }
                        server prometheus 127.0.0.1:%d
                    """
                            .formatted(port, prometheus.port()));
            List<String> command = List.of("/usr/sbin/haproxy", "-db", "-f", "haproxy.cfg");
            try (var gate = RealProcess.start(folder, command);
                    var sources = Sources.at("http://127.0.0.1:" + port)) {
                await("every metric through the gate; " + gate.printed())
                        // A scrape that came late is learnt wrong, and learnt again after 2 min.
                        .atMost(Duration.ofSeconds(150))
                        .pollInterval(Duration.ofMillis(500))
                        .ignoreExceptionsMatching(e -> e instanceof SourceException)
                        .until(() -> {
                            load(haproxy);
                            return trouble(sources, 2000).isEmpty();
                        });
            }
        }
    }

    private static String config(
            String interval, RealNodeExporter node, RealHaproxyExporter haproxy) {
        return RealPrometheus.config(
                interval, "node", node.address(), "haproxy", haproxy.address());
    }

    private static void load(RealHaproxyExporter haproxy) {
        haproxy.request();
        haproxy.request();
    }

    private interface Look {
        List<String> trouble() throws Exception;
    }

    /// Looks once a second for so long; trouble at any one look fails.
    private static void watch(Look look, Duration time) {
        List<List<String>> looks = new ArrayList<>();
        await().during(time)
                .atMost(time.plusSeconds(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> looks.add(look.trouble()));
        assertThat(looks).hasSizeGreaterThanOrEqualTo((int) time.toSeconds() - 2);
        assertThat(looks).allMatch(List::isEmpty, "nothing hatched");
    }

    /// What an operator would see hatched or missing, empty if nothing is.
    private static List<String> trouble(Sources sources, long interval) throws SourceException {
        long now = InstantSource.system().millis();
        var report = sources.poll();
        List<String> trouble = new ArrayList<>();
        if (!report.message().isEmpty()) {
            trouble.add(report.message());
        }
        for (Metric metric : Metric.values()) {
            List<Sample> samples = Sources.of(report, metric);
            if (samples.size() != (metric == Metric.CPU ? 1 : 2)) {
                trouble.add(metric + ": " + samples.size() + " samples");
            }
            for (Sample s : samples) {
                if (!Sources.isLive(s, now) || s.interval() != interval) {
                    trouble.add(s + " is " + (now - s.time()) + " ms old");
                }
            }
        }
        return trouble;
    }

    private static void backfill(Path folder, RealNodeExporter node, RealHaproxyExporter haproxy)
            throws Exception {
        StringBuilder text = new StringBuilder();
        long last = InstantSource.system().millis() - 50_000;
        past(text, node.address(), "node", "node_cpu_seconds_total", last);
        for (String name :
                List.of(
                        "haproxy_server_http_responses_total",
                        "haproxy_server_current_sessions",
                        "haproxy_server_current_queue",
                        "haproxy_server_response_time_average_seconds")) {
            past(text, haproxy.address(), "haproxy", name, last);
        }
        series(text, "up{instance=\"" + node.address() + "\",job=\"node\"}", 1, 0, last);
        series(text, "up{instance=\"" + haproxy.address() + "\",job=\"haproxy\"}", 1, 0, last);
        Files.writeString(folder.resolve("past.txt"), text.append("# EOF\n"));
        Process promtool =
                new ProcessBuilder(
                                "promtool",
                                "tsdb",
                                "create-blocks-from",
                                "openmetrics",
                                "past.txt",
                                "data")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("promtool.log").toFile())
                        .start();
        assertThat(promtool.waitFor())
                .as(Files.readString(folder.resolve("promtool.log")))
                .isZero();
    }

    /// The past of one metric of an exporter: counters that reached today's value at a steady rate.
    private static void past(StringBuilder text, String address, String job, String name, long last)
            throws IOException {
        String page;
        try (var in = URI.create("http://" + address + "/metrics").toURL().openStream()) {
            page = new String(in.readAllBytes(), UTF_8);
        }
        for (String line : page.lines().filter(l -> l.startsWith(name + "{")).toList()) {
            int brace = line.lastIndexOf('}');
            double value = Double.parseDouble(line.substring(brace + 1).strip());
            boolean counter = name.endsWith("_total");
            String labels =
                    "%s,instance=\"%s\",job=\"%s\"}"
                            .formatted(line.substring(0, brace), address, job);
            // A server with no request lately has no share of errors: both had some.
            double rate = line.contains("code=\"2xx\"") ? 1 : line.contains("idle") ? 0.5 : 0;
            double today = line.contains("code=\"2xx\"") ? value + 1000 : value;
            series(text, labels, Double.isNaN(today) ? 0 : today, counter ? rate : 0, last);
        }
    }

    private static void series(
            StringBuilder text, String labels, double value, double rate, long last) {
        for (int minute = 10; minute >= 0; minute--) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s %f %.3f%n",
                            labels,
                            value - rate * 60 * minute,
                            (last - minute * 60_000L) / 1000.0));
        }
    }
}
