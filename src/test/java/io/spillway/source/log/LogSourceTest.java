package io.spillway.source.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.LoggedRequest;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.testing.FreePorts;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TestBackends;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSourceTest {
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path dir;

    private static String line(String source, int status) {
        return "%s - - [22/Nov/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" %d 12 \"http://r/\" \"agent/1\"\n"
                .formatted(source, status);
    }

    private static LogSource syslog(int port, ZoneId zone) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return LogSource.syslog("access", "udp://127.0.0.1:" + port, address, zone);
    }

    @Test
    void linesOfAFileBecomeRequestsAndTheOthersAreCounted() throws Exception {
        Path log = Files.writeString(dir.resolve("access.log"), "");
        try (var source = LogSource.file("access", log, ZoneOffset.UTC)) {
            assertThat(source.kind()).isEqualTo("log");
            assertThat(source.poll(T).requests()).isEmpty();
            Files.writeString(
                    log,
                    line("10.0.0.1", 200) + "Server be/s1 is DOWN.\n" + line("10.0.0.2", 503),
                    StandardOpenOption.APPEND);
            SourceReport report = source.poll(T.plusSeconds(1));
            assertThat(report.requests())
                    .extracting(LoggedRequest::source, LoggedRequest::status)
                    .containsExactly(tuple("10.0.0.1", 200), tuple("10.0.0.2", 503));
            assertThat(report.message())
                    .isEqualTo(
                            "1 of the last 3 lines of "
                                    + log
                                    + " are no requests: use HAProxy's `option httplog` or the"
                                    + " combined format.");
            assertThat(source.poll(T.plusSeconds(59)).message()).isNotEmpty();
            assertThat(source.poll(T.plusSeconds(70)).message()).isNotEmpty();
            assertThat(source.poll(T.plusSeconds(140)).message()).isEmpty();
            Files.writeString(log, "Server be/s1 is UP.\n", StandardOpenOption.APPEND);
            assertThat(source.poll(T.plusSeconds(141)).message()).isNotEmpty();
            Instant before = T.minusSeconds(3_600);
            assertThat(source.poll(before).message()).as("the clock was set back").isNotEmpty();
            assertThat(source.poll(before.plusSeconds(70)).message()).isEmpty();
        }
    }

    @Test
    void aPollIsBoundedAndSaysWhatWasLeftOut() throws Exception {
        Path log = Files.writeString(dir.resolve("access.log"), "");
        try (var source = LogSource.file("access", log, ZoneOffset.UTC)) {
            source.poll(T);
            Files.writeString(log, line("10.0.0.1", 200).repeat(5), StandardOpenOption.APPEND);
            Files.writeString(log, line("10.0.0.2", 200).repeat(20_000), StandardOpenOption.APPEND);
            SourceReport report = source.poll(T.plusSeconds(1));
            assertThat(report.requests())
                    .hasSize(20_000)
                    .allMatch(r -> r.source().equals("10.0.0.2"));
            assertThat(report.message())
                    .isEqualTo(log + " grew too fast to be read whole: 5 lines were left out.");
        }
    }

    @Test
    void aCheckJudgesWhatWasWrittenBefore() throws Exception {
        Path log = dir.resolve("access.log");
        try (var source = LogSource.file("access", log, ZoneOffset.UTC)) {
            assertThatThrownBy(() -> source.check(T)).isInstanceOf(SourceException.class);
            Files.writeString(log, "");
            assertThat(source.check(T)).isEmpty();
            Files.writeString(log, "one\ntwo\n");
            assertThat(source.check(T)).startsWith("No request is among the last lines of " + log);
            Files.writeString(log, line("10.0.0.1", 200), StandardOpenOption.APPEND);
            assertThat(source.check(T)).isEmpty();
        }
    }

    private static String logging(int port, int udp, TestBackends backends) {
        return """
        frontend fe
          bind 127.0.0.1:%d
          log 127.0.0.1:%d local0
          option httplog
          capture request header Referer len 64
          capture request header User-Agent len 64
          default_backend be
        backend be
        %s
        """
                .formatted(port, udp, backends.servers(""));
    }

    @Test
    void syslogOfARealHaproxyIsHeard() throws Exception {
        int port = FreePorts.one();
        int udp = FreePorts.one();
        try (var backends = TestBackends.start(1, 4);
                var source = syslog(udp, ZoneId.systemDefault())) {
            source.poll(T);
            try (var haproxy = RealHaproxy.start(dir, logging(port, udp, backends));
                    var http = HttpClient.newHttpClient()) {
                var request =
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/cart?id=7"))
                                .header("Referer", "http://news.example/")
                                .header("User-Agent", "phone/2")
                                .build();
                for (int i = 0; i < 3; i++) {
                    http.send(request, HttpResponse.BodyHandlers.discarding());
                }
                assertThat(haproxy.pid()).isPositive();
            }
            List<LoggedRequest> heard = new ArrayList<>();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        heard.addAll(source.poll(T).requests());
                        return heard.size() == 3;
                    });
            assertThat(heard)
                    .allSatisfy(r -> {
                        assertThat(r.source()).isEqualTo("127.0.0.1");
                        assertThat(r.path()).isEqualTo("/cart?id=7");
                        assertThat(r.status()).isEqualTo(200);
                        assertThat(r.referer()).isEqualTo("http://news.example/");
                        assertThat(r.userAgent()).isEqualTo("phone/2");
                        assertThat(r.frontend()).isEqualTo("fe");
                        assertThat(r.server()).isEqualTo("be/s1");
                        assertThat(Duration.ofMillis(System.currentTimeMillis() - r.time()))
                                .isBetween(Duration.ofSeconds(-5), Duration.ofMinutes(2));
                    });
        }
    }

    @Test
    void aFloodOfDatagramsIsBounded() throws Exception {
        int port = FreePorts.one();
        try (var source = syslog(port, ZoneOffset.UTC);
                var sender = new DatagramSocket()) {
            source.poll(T);
            byte[] many = line("10.0.0.1", 200).repeat(400).getBytes(StandardCharsets.UTF_8);
            var to = InetAddress.getLoopbackAddress();
            long[] seen = {0};
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        for (int i = 0; i < 60; i++) {
                            sender.send(new DatagramPacket(many, many.length, to, port));
                        }
                        SourceReport report = source.poll(T);
                        seen[0] = Math.max(seen[0], report.requests().size());
                        return report.message().contains("lines were left out")
                                && seen[0] == 20_000;
                    });
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgain() throws Exception {
        int port = FreePorts.one();
        try (var second = syslog(port, ZoneOffset.UTC)) {
            try (var first = syslog(port, ZoneOffset.UTC)) {
                first.poll(T);
                assertThatThrownBy(() -> second.poll(T))
                        .isInstanceOf(SourceException.class)
                        .hasMessageStartingWith("udp://127.0.0.1:" + port + " is taken: end the");
            }
            assertThat(second.poll(T).requests()).isEmpty();
        }
    }

    @Test
    void onlyLoopbackIsListenedOn() {
        var everywhere = new InetSocketAddress("0.0.0.0", 5514);
        assertThatThrownBy(() ->
                        LogSource.syslog(
                                "access", "udp://0.0.0.0:5514", everywhere, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("udp://0.0.0.0:5514 is not on loopback");
    }
}
