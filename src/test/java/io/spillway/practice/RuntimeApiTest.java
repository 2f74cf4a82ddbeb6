package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Transcripts, byte by byte.
class RuntimeApiTest {
    private PracticeFleet fleet;
    private String first;

    @BeforeEach
    void start() throws IOException {
        fleet = PracticeFleet.start(PracticeOptions.of(Scenario.CALM));
        first = Cli.endpoint(fleet, "lb-1");
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void withoutPromptItAnswersAndCloses() {
        assertThat(Cli.ask(first, "get weight web/web-01;get weight web/x;get weight web/web-02\n"))
                .isEqualTo("100 (initial 100)\n\nNo such server.\n\n100 (initial 100)\n\n");
    }

    @Test
    void withPromptEveryCommandEndsWithOne() {
        assertThat(
                        ask(
                                "prompt",
                                "get weight web/web-01;set weight web/web-01 50\r",
                                "set weight web/web-01 5x",
                                "get weight web/web-01",
                                "quit"))
                .isEqualTo(
                        "\n> 100 (initial 100)\n\n> \n> Trailing garbage in weight string\n> 50"
                                + " (initial 100)\n\n> ");
        assertThat(Cli.ask(first, "prompt\nprompt\nshow version\n")).isEqualTo("\n> \n");
    }

    @Test
    void anOpenPromptAnswersAtOnceAndStaysOpen() throws IOException {
        try (Socket socket = Cli.open(first)) {
            say(socket, "prompt\n");
            assertThat(Cli.until(socket, "> ")).isEqualTo("\n> ");
            say(socket, "show version\n");
            assertThat(Cli.until(socket, "> ")).isEqualTo("2.6.12-practice\n\n> ");
            say(socket, "show cli ");
            say(socket, "level\n");
            assertThat(Cli.until(socket, "> ")).isEqualTo("admin\n\n> ");
        }
    }

    @Test
    void thousandsOfPipelinedLinesGetAsManyPrompts() {
        StringBuilder lines = new StringBuilder("prompt\n");
        for (int n = 0; n < 5000; n++) {
            lines.append("set server web/web-03 weight ").append(n % 257).append('\n');
        }

        String answer = Cli.ask(first, lines + "get weight web/web-03\n");

        assertThat(answer).startsWith("\n> \n> ").endsWith("> 116 (initial 100)\n\n> ");
        assertThat(answer.split("> ", -1)).hasSize(5003);
    }

    @Test
    void severityIsPrefixedWhereAskedFor() {
        assertThat(
                        ask(
                                        "prompt",
                                        "set severity-output string",
                                        "get weight web/x",
                                        "set weight web/web-01 abc",
                                        "set weight web/web-01 7",
                                        "set severity-output number",
                                        "get weight x/x",
                                        "set severity-output")
                                .split("\n", -1))
                .containsExactly(
                        "",
                        "> ",
                        "> [err]: No such server.",
                        "",
                        "> [err]: Empty weight string empty or preceded by garbage",
                        "> ",
                        "> ",
                        "> [3]: No such backend.",
                        "",
                        "> [3]: one of 'none', 'number', 'string' is a required argument",
                        "",
                        "> ");
        assertThat(Cli.ask(first, "set severity-output string;foo\n"))
                .startsWith(
                        "\n[info]: Unknown command, but maybe one of the following ones is a better"
                                + " match:\n");
    }

    @Test
    void halfALineIsNotRunAndAnOverlongCommandCloses() {
        assertThat(Cli.ask(first, "prompt\nset weight web/web-01 1")).isEqualTo("\n> ");
        assertThat(Cli.ask(first, "prompt\nshow " + "x".repeat(17_000) + "\n")).isEqualTo("\n> ");
        assertThat(Cli.ask(first, "get weight web/web-01\n")).startsWith("100 ");
        assertThat(Cli.ask(first, "show version" + ";show version".repeat(3000) + "\n").lines())
                .hasSize(6002);
    }

    @Test
    void eachBalancerHasWeightsAndStatesOfItsOwn() {
        assertThat(Cli.ask(first, "set server web/web-02 weight 13\n")).isEqualTo("\n");
        assertThat(Cli.ask(first, "set server web/web-02 state drain\n")).isEqualTo("\n");

        String second = Cli.endpoint(fleet, "lb-2");
        assertThat(Cli.ask(second, "get weight web/web-02\n")).startsWith("100 ");
        assertThat(state(first, "web-02")).startsWith("5 web 2 web-02 127.81.0.2 2 8 13 100 0 ");
        assertThat(state(second, "web-02")).startsWith("5 web 2 web-02 127.81.0.2 2 0 100 100 ");
        assertThat(row("web/web-02"))
                .containsEntry("status", "DRAIN")
                .containsEntry("weight", "13");
        assertThat(row("web/BACKEND")).containsEntry("act", "11").containsEntry("weight", "1100");
    }

    @Test
    void maintenanceStopsChecksAndReadyBringsBack() {
        Cli.ask(first, "disable server api/api-01\n");
        assertThat(state(first, "api-01")).contains(" 0 1 100 100 0 15 3 0 14 ");
        assertThat(row("api/api-01"))
                .containsEntry("status", "MAINT")
                .containsEntry("check_status", "");

        fleet.step(Duration.ofSeconds(5));
        assertThat(state(first, "api-01")).contains(" 0 1 100 100 5 ");
        Cli.ask(first, "enable server api/api-01\n");
        assertThat(row("api/api-01"))
                .containsEntry("status", "UP")
                .containsEntry("check_status", "L7OK");
    }

    @Test
    void showStatFiltersByProxyTypeAndServer() {
        assertThat(stat(first)).hasSize(24 + 3 + 3);
        assertThat(rows("show stat web 4 -1")).hasSize(14);
        assertThat(rows("show stat -1 6 -1")).hasSize(27);
        assertThat(rows("show stat 5 4 2")).singleElement().asString().startsWith("web,web-02,");
        assertThat(rows("show stat web 2 -1")).singleElement().asString().contains("BACKEND");
        assertThat(rows("show stat fe-web 1 -1")).singleElement().asString().contains("OPEN");
        assertThat(Cli.ask(first, "show stat nope 4 -1\n")).isEqualTo("No such proxy.\n\n");
    }

    @Test
    void everyStatLineHasEveryColumn() {
        List<String> lines = Cli.ask(first, "show stat\n").lines().toList();

        assertThat(lines.getFirst()).startsWith("# pxname,svname,qcur,").endsWith(",");
        assertThat(lines.getFirst().split(",", -1)[103]).isEqualTo("-");
        int columns = lines.getFirst().split(",", -1).length;
        assertThat(lines.subList(1, lines.size() - 1))
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        assertThat(lines.getLast()).isEmpty();
    }

    @Test
    void countersOfShowStatGrowWithTime() {
        Map<String, String> before = row("web/web-01");
        fleet.step(Duration.ofSeconds(10));
        Map<String, String> after = row("web/web-01");

        long responses = number(after, "hrsp_2xx") - number(before, "hrsp_2xx");
        assertThat(responses / 10.0 / 0.93)
                .isBetween(number(after, "rate") * 0.95, number(after, "rate") * 1.05);
        assertThat(number(after, "rtime")).isBetween(40L, 80L);
        assertThat(after).containsEntry("addr", "127.81.0.1:8080");
    }

    @Test
    void showInfoSaysThatThisIsPractice() {
        fleet.step(Duration.ofSeconds(7));
        Map<String, String> info = new HashMap<>();
        Cli.ask(first, "show info\n")
                .lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> info.put(line.split(": ")[0], line.split(": ")[1]));

        assertThat(info)
                .containsEntry("node", "spillway-practice")
                .containsEntry("Name", "HAProxy")
                .containsEntry("Version", "2.6.12-practice")
                .containsEntry("Pid", "4101")
                .containsEntry("Stopping", "0");
        assertThat(number(info, "Start_time_sec") + number(info, "Uptime_sec"))
                .isEqualTo(fleet.clock().instant().getEpochSecond());
    }

    @Test
    void closingTheFleetClosesItsConnections() throws IOException {
        try (Socket socket = Cli.open(first)) {
            say(socket, "prompt\n");
            Cli.until(socket, "> ");
            fleet.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private String ask(String... lines) {
        return Cli.ask(first, String.join("\n", lines) + "\n");
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(Objects.requireNonNull(row.get(column)));
    }

    private Map<String, String> row(String name) {
        return Objects.requireNonNull(stat(first).get(name));
    }

    private String state(String endpoint, String server) {
        return Cli.ask(endpoint, "show servers state\n")
                .lines()
                .filter(line -> line.contains(" " + server + " "))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows(String command) {
        return Cli.ask(first, command + "\n")
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private Map<String, Map<String, String>> stat(String endpoint) {
        List<String> lines = Cli.ask(endpoint, "show stat\n").lines().toList();
        String[] names = lines.getFirst().substring(2).split(",", -1);
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.put(cells[0] + "/" + cells[1], row);
        }
        return rows;
    }
}
