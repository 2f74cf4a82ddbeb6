package io.spillway.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.desk.TrialJoin;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Slot;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every source must show: its values reach the servers that they are of, carry the time at
/// which they were true, and what is no value is said to be none.
class ExampleSourceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");
    private static final Pool WEB =
            new Pool(
                    "web",
                    "be_web",
                    0.9,
                    0,
                    List.of("lb-1"),
                    new Match(Match.By.LABEL, "host", ""));

    @TempDir Path folder;
    private Path file;
    private FileSource source;

    @BeforeEach
    void prepare() {
        file = folder.resolve("cpu.txt");
        source = new FileSource("cpu-file", file);
    }

    private FleetState fleet(String text, Instant written) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(written));
        return TrialJoin.of(List.of(WEB), Map.of("lb-1", balancer()), source.poll(NOW), NOW);
    }

    private static SourceReport balancer() {
        List<Slot> slots = List.of(slot("web-1"), slot("web-2"));
        var state = new BalancerState("lb-1", "3.2", 7, 0, NOW.toEpochMilli(), slots);
        return new SourceReport(List.of(), state, "");
    }

    private static Slot slot(String name) {
        return new Slot("be_web", name, "", 100, 100, AdminState.READY, OperState.UP);
    }

    @Test
    void valuesReachTheirServers() throws Exception {
        FleetState fleet = fleet("web-1 42\nweb-2 90\n", NOW);
        assertThat(fleet.servers()).hasSize(2);
        assertThat(fleet.value(Metric.CPU, 0)).isEqualTo(.42f);
        assertThat(fleet.value(Metric.CPU, 1)).isEqualTo(.90f);
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.LIVE);
    }

    @Test
    void anOldFileIsNoNews() throws Exception {
        FleetState fleet = fleet("web-1 42\n", NOW.minusSeconds(120));
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.BLIND);
        assertThat(fleet.quality(Metric.CPU, 1)).isEqualTo(Quality.MISSING);
    }

    @Test
    void whatIsNoValueIsSaidToBeNone() throws Exception {
        FleetState fleet = fleet("web-1 420\nweb-2 n/a\n", NOW);
        assertThat(fleet.quality(Metric.CPU, 0)).isEqualTo(Quality.INVALID);
        assertThat(source.poll(NOW).message()).startsWith("2 lines of ");
    }

    @Test
    void aFailureIsASentence() {
        assertThatThrownBy(() -> source.poll(NOW))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("see whether what writes it still runs");
    }
}
