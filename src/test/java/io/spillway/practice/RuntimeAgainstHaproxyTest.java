package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The practice Runtime API and a real HAProxy, asked the same: the same bytes come back.
class RuntimeAgainstHaproxyTest {
    @TempDir static Path folder;
    private static Process haproxy;
    private static String real;
    private static PracticeFleet fleet;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(new File("/usr/sbin/haproxy").canExecute(), "HAProxy is not installed");
        int port;
        int front;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
            front = other.getLocalPort();
        }
        String text =
                """
                global
                    stats socket ipv4@127.0.0.1:%d level admin
                defaults
                    mode http
                    timeout connect 1s
                    timeout client 1s
                    timeout server 1s
                backend web
                    server web-01 127.81.0.1:8080 weight 100
                    server web-02 127.81.0.2:8080 weight 100
                frontend fe
                    bind 127.0.0.1:%d
                    http-request set-var(txn.a) path,map_str_int(%s/shed.map,0)
                    http-request set-var(txn.a) path,map_str(%s/epoch.map,0)
                    http-request set-var(txn.a) src,map_ip_int(%s/source_cap.map,0)
                    http-request track-sc0 src table t_src
                    default_backend web
                backend t_src
                    stick-table type ipv6 size 200k expire 10m store http_req_rate(10s),gpc0
                """
                        .formatted(port, front, folder, folder, folder);
        Files.writeString(folder.resolve("shed.map"), "0 0\n1 0\n2 0\n3 0\n4 0\n5 0\n");
        Files.writeString(folder.resolve("epoch.map"), "e 0\n");
        Files.writeString(folder.resolve("source_cap.map"), "");
        Path config = Files.writeString(folder.resolve("haproxy.cfg"), text);
        haproxy =
                new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        real = "tcp://127.0.0.1:" + port;
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> Cli.ask(real, "show version\n").startsWith("2."));
        assumeTrue(Cli.ask(real, "show version\n").startsWith("2.6."), "HAProxy is not 2.6");
        fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (fleet != null) {
            fleet.close();
        }
        if (haproxy != null) {
            haproxy.destroyForcibly();
            haproxy.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get weight web/web-01",
                "get weight web/nope",
                "get weight nope/web-01",
                "get weight web",
                "get weight web/",
                "get weight /web-01",
                "get weight",
                "set weight web/web-01 256;get weight web/web-01",
                "set weight web/web-01 257",
                "set weight web/web-01 300x",
                "set weight web/web-01 -1",
                "set weight web/web-01 abc",
                "set weight web/web-01 1.5",
                "set weight web/web-01 10x",
                "set weight web/web-01 +7;get weight web/web-01",
                "set weight web/web-01 007;get weight web/web-01",
                "set weight web/web-01 50%;get weight web/web-01",
                "set weight web/web-01 1000%;get weight web/web-01",
                "set weight web/web-01 -5%",
                "set weight web/web-01 5%%",
                "set weight web/web-01 1%x",
                "set weight web/web-01 %",
                "set weight web/web-01",
                "set weight",
                "set server web/web-01 weight 30 40;get weight web/web-01",
                "set server web/web-01 weight",
                "set server web/web-01/x weight 1",
                "set server web/web-01",
                "set server web/web-01 100",
                "set server web",
                "set server",
                "set server web/web-01 state",
                "set server web/web-01 state READY",
                "set server web/web-01 state drain",
                "set server web/web-01 state maint",
                "set server web/web-01 state ready",
                "disable server web/web-02;enable server web/web-02",
                "disable server web/nope",
                "disable server",
                "set severity-output string",
                "set severity-output loud",
                "set severity-output",
                "set timeout cli 3s",
                "set timeout cli",
                "set timeout cli abc",
                "set timeout cli 0",
                "set maxconn server web/web-01 7",
                "set maxconn server web/web-01 abc",
                "set maxconn server web/web-01 10x",
                "set maxconn server web/nope 1",
                "set maxconn server web/web-01",
                "set maxconn server",
                "show table nope",
                "show table t_src data.nope gt 1",
                "get map @shed 3",
                "get map @shed 9",
                "get map @shed",
                "get map nope 3",
                "set map @shed 3 400;get map @shed 3;set map @shed 3 0",
                "set map @shed 3 abc;get map @shed 3",
                "set map @shed 3 4 5;get map @shed 3;set map @shed 3 0",
                "set map @shed 3",
                "set map @shed 9 4",
                "set map nope 3 4",
                "add map @shed 7 70;add map @shed 7 71;get map @shed 7;set map @shed 7 72",
                "del map @shed 7;del map @shed 7",
                "add map @shed 8",
                "add map @shed 6 abc",
                "add map nope 3 4",
                "add map @source_cap 203.0.113.0/24 5;get map @source_cap 203.0.113.9",
                "add map @source_cap 203.0.113.9 6;get map @source_cap 203.0.113.9",
                "get map @source_cap 203.0.114.9;del map @source_cap 203.0.113.0/24",
                "add map @source_cap nope 5",
                "get map @epoch e",
                "set map @epoch e abc;get map @epoch e;set map @epoch e 0",
                "del map @shed",
                "del map nope 3",
                "show map nope",
                "clear map nope",
                "clear map",
                "clear map @source_cap;show map @source_cap",
                "show servers state nope",
                "show stat nope 4 -1",
                "show cli level",
                "  get   weight   web/web-01  ",
                "quit",
            })
    void theAnswersAreTheSame(String command) {
        for (String frame :
                new String[] {"%s\n", "prompt\n%s\n", "prompt\nset severity-output string\n%s\n"}) {
            String text = frame.formatted(command);
            String mine = Cli.ask(Cli.endpoint(fleet, "lb-1"), maps(text, "/etc/haproxy/spillway"));
            assertThat(mine).as(text).isEqualTo(Cli.ask(real, maps(text, folder.toString())));
        }
    }

    private static String maps(String text, String in) {
        return text.replaceAll("@(\\w+)", in + "/$1.map");
    }

    @Test
    void showStatHasTheSameColumnsAndServersStateTheSameHeader() {
        String endpoint = Cli.endpoint(fleet, "lb-1");
        for (String command : new String[] {"show stat\n", "show stat 99 4 -1\n"}) {
            assertThat(Cli.ask(endpoint, command).lines().findFirst())
                    .isEqualTo(Cli.ask(real, command).lines().findFirst());
        }
        assertThat(Cli.ask(endpoint, "show servers state\n").lines().limit(2))
                .containsExactlyElementsOf(
                        Cli.ask(real, "show servers state\n").lines().limit(2).toList());
    }
}
