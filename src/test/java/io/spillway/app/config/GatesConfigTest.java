package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.gate.Rung;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesConfigTest {
    private static final String HEAD =
            """
            balancers: [{name: lb-1, address: unix:/run/haproxy.sock}]
            pools: [{name: web}]
            """;

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("spillway.yaml"), HEAD + text);
    }

    private Config read(String text) throws Exception {
        return ConfigFile.load(file(text), _ -> null);
    }

    private GatesConfig gates(String text) throws Exception {
        return Objects.requireNonNull(read(text).gates());
    }

    private void assertMistake(String text, String... lines) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigException.class)
                .satisfies(e -> {
                    for (String line : lines) {
                        assertThat(e).hasMessageContaining(line);
                    }
                });
    }

    @Test
    void withoutThemThereAreNone() throws Exception {
        assertThat(read("").classes()).isEmpty();
        assertThat(read("").gates()).isNull();
    }

    @Test
    void classesHaveTheirPlaceAsRank() throws Exception {
        Config config =
                read(
                        """
                        classes:
                          - {name: critical, matches: /checkout /login}
                          - {name: search, cost: 2.5}
                          - crawlers
                        gates: {}
                        """);
        assertThat(config.classes())
                .containsExactly(
                        new RequestClass("critical", 0, 1, "/checkout /login"),
                        new RequestClass("search", 1, 2.5, ""),
                        new RequestClass("crawlers", 2));
        assertThat(config.gates())
                .isEqualTo(
                        new GatesConfig(
                                "web",
                                GateMaps.in("/etc/haproxy/spillway"),
                                Ladder.standard(config.classes())));
    }

    @Test
    void aLadderOfOnesOwnBeginsOpen() throws Exception {
        GatesConfig gates =
                gates(
                        """
                        classes: [critical, search, crawlers]
                        gates:
                          pool: web
                          maps: /etc/haproxy/maps/
                          files: {epoch: /etc/haproxy/draw.map}
                          ladder:
                            - {name: crawlers, admitted: {crawlers: 10%}}
                            - {name: both, admitted: {search: 40%, crawlers: 0%}}
                        """);
        assertThat(gates.maps().shed()).isEqualTo("/etc/haproxy/maps/shed.map");
        assertThat(gates.maps().epoch()).isEqualTo("/etc/haproxy/draw.map");
        assertThat(gates.ladder().rungs())
                .containsExactly(
                        new Rung("open", List.of(1.0, 1.0, 1.0)),
                        new Rung("crawlers", List.of(1.0, 1.0, 0.1)),
                        new Rung("both", List.of(1.0, 0.4, 0.0)));
    }

    @Test
    void whatIsWrongIsSaidWhereItIs() {
        assertMistake("classes: [critical]\n", ":3: classes holds a single class");
        assertMistake(
                "classes: [a, b, a]\n",
                ":3: the class \"a\" stands here again, expected each class");
        assertMistake("gates: {}\n", ":3: gates without classes");
        assertMistake(
                """
                classes: [critical, search]
                gates:
                  pool: wep
                  maps: maps here
                  ladder:
                    - {name: one, admitted: {critical: 40%}}
                    - {name: one, admitted: {serch: 40%}}
                """,
                ":5: pool is \"wep\"",
                ":6: maps is \"maps here\", expected an absolute path",
                ":8: critical is gated, expected 100%: no preset gates the first class",
                ":9: the rung \"one\" stands here again",
                ":9: the unknown key \"serch\" in admitted, expected one of critical, search; write"
                        + " search");
    }
}
