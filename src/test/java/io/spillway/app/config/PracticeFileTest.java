package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.fleet.Standby;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeFileTest {
    private static final Standby RESERVE =
            new Standby(List.of("web-13", "web-14"), Duration.ofSeconds(30), Duration.ZERO);
    private static final List<RequestClass> CLASSES =
            List.of(
                    new RequestClass("critical", 0, 2, "/pay /login"),
                    new RequestClass("what else: 'there' is", 1, 0.8, "# all else"));

    @TempDir Path folder;

    @Test
    void whatIsWrittenReadsBack() throws Exception {
        var balancers = new LinkedHashMap<String, String>();
        balancers.put("lb-1", "tcp://127.0.0.1:4001");
        balancers.put("lb-2", "tcp://127.0.0.1:4002");
        PracticeConfig practice =
                new PracticeConfig(
                        ScenarioName.REFERENCE_OUTAGE,
                        2.5,
                        Instant.parse("2026-11-22T13:00:00Z"),
                        Instant.parse("2026-11-23T08:15:30.250Z"),
                        folder.resolve("it's # state"));
        Path file = folder.resolve("practice.yaml");
        PracticeFile.write(
                file,
                new PracticeEndpoints(
                        URI.create("http://127.0.0.1:4000"),
                        balancers,
                        List.of(pool("web", RESERVE), pool("api", Standby.NONE)),
                        CLASSES,
                        "web",
                        practice));

        Config config = ConfigFile.load(file, _ -> null);

        assertThat(config.practice()).isEqualTo(practice);
        assertThat(config.sources().getFirst().endpoint()).isEqualTo("http://127.0.0.1:4000");
        assertThat(config.balancers())
                .extracting(BalancerConfig::name, BalancerConfig::endpoint)
                .containsExactly(
                        tuple("lb-1", "tcp://127.0.0.1:4001"),
                        tuple("lb-2", "tcp://127.0.0.1:4002"));
        assertThat(config.pools()).extracting(p -> p.backend()).containsExactly("web", "api");
        assertThat(config.pools()).extracting(Pool::standby).containsExactly(RESERVE, Standby.NONE);
        assertThat(config.classes()).isEqualTo(CLASSES);
        assertThat(Objects.requireNonNull(config.gates()).pool()).isEqualTo("web");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static Pool pool(String name, Standby standby) {
        Match match = new Match(Match.By.ADDRESS, "instance", "");
        return new Pool(name, name, 0.9, 0, List.of("lb-1", "lb-2"), match, 0, 0, standby);
    }
}
