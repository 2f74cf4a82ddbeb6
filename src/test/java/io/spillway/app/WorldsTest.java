package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.RunningPractice;
import io.spillway.app.config.PracticeEndpoints;
import io.spillway.app.config.PracticeFile;
import io.spillway.app.config.ScenarioName;
import io.spillway.app.graph.FreePractice;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.RealPrometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Practice and the real world share no connection: whichever a configuration is for, endpoints of
/// the other are refused and left alone.
class WorldsTest {
    @TempDir Path dir;

    @Test
    void aRealConfigurationIsRefusedByAPracticeFleet() throws Exception {
        try (RunningPractice practice = practice()) {
            Path file = dir.resolve("practice.yaml");
            PracticeFile.write(file, practice.endpoints());
            String all = Files.readString(file);
            Cli right = new Cli(file, dir.resolve("state"));
            assertThat(right.run("check").code()).as(right.run("check").out()).isZero();

            Path real = dir.resolve("real.yaml");
            Files.writeString(real, all.substring(0, all.indexOf("practice:\n  scenario")));
            Cli wrong = new Cli(real, dir.resolve("state-real"));
            assertRefused(
                    wrong,
                    Map.of(
                            "metrics",
                            " is a practice fleet's: start Spillway with --practice, or correct"
                                    + " the address.",
                            "lb-1",
                            " is a practice balancer, and this console works on real ones; remove"
                                    + " it from the configuration or start with --practice.",
                            "lb-2",
                            " is a practice balancer, and this console works on real ones; remove"
                                    + " it from the configuration or start with --practice."));
        }
    }

    @Test
    void aPracticeConfigurationIsRefusedByARealFleet() throws Exception {
        String backend = "backend web\n  server s1 127.0.0.1:9\n";
        try (RunningPractice practice = practice();
                RealHaproxy haproxy = RealHaproxy.start(dir, backend);
                RealPrometheus prometheus =
                        RealPrometheus.start(RealPrometheus.config("1s", "none", "127.0.0.1:9"))) {
            PracticeEndpoints own = practice.endpoints();
            Path file = dir.resolve("practice.yaml");
            PracticeFile.write(
                    file,
                    new PracticeEndpoints(
                            URI.create(prometheus.url()),
                            new LinkedHashMap<>(Map.of("lb-1", haproxy.tcp())),
                            own.pools(),
                            own.classes(),
                            own.gated(),
                            own.practice()));
            assertRefused(
                    new Cli(file, dir.resolve("state")),
                    Map.of(
                            "metrics",
                            " is a real one and this is practice: leave practice to read it.",
                            "lb-1",
                            " is a real balancer, and this console is for practice; it is left"
                                    + " alone."));
        }
    }

    private RunningPractice practice() throws IOException {
        return new FreePractice(
                PracticeSpec.of(ScenarioName.CALM),
                Files.createDirectories(dir.resolve("practice")),
                InstantSource.system());
    }

    private static void assertRefused(Cli spillway, Map<String, String> sentences) {
        Cli.Ran text = spillway.run("check");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains(sentences.values());
        JsonNode checks = JsonMapper.shared().readTree(spillway.run("check", "--json").out());
        assertThat(checks).hasSize(sentences.size());
        for (JsonNode check : checks) {
            String sentence = sentences.get(check.get("endpoint").asString());
            assertThat(check.get("message").asString()).endsWith(sentence);
            assertThat(check.get("readable").asBoolean()).isFalse();
        }
        JsonNode status = spillway.json("status", "--json");
        assertThat(status.get("sources")).hasSize(sentences.size());
        for (JsonNode source : status.get("sources")) {
            assertThat(source.get("ok").asBoolean()).isFalse();
            assertThat(source.get("message").asString())
                    .endsWith(sentences.get(source.get("name").asString()));
        }
        assertThat(status.get("pools")).allMatch(pool -> pool.get("servers").isEmpty());
    }
}
