package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.history.Resolution;
import io.spillway.history.Segment;
import io.spillway.testing.RealProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFolderTest {
    @TempDir Path dir;

    private final List<Segment> found = new ArrayList<>();

    @RepeatedTest(3)
    void aFileIsWholeWheneverItsWriterIsKilled() {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SaveUntilKilled.class.getName(),
                        dir.resolve("history").toString());
        try (var process = RealProcess.start(RealProcess.newFolder("saver"), command)) {
            process.awaitPrinted("saving");
            process.kill();
        }
        HistoryFolder folder = new HistoryFolder(dir.resolve("history"));
        assertThat(folder.read(0, found::add)).isEmpty();
        assertThat(found).hasSize(1);
        float[] values = found.getFirst().fills().getFirst().values();
        assertThat(values).hasSize(1_440).containsOnly(values[0]);
        assertThat(values[0]).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsOlderThanItIsKeptIsDeleted() throws Exception {
        HistoryFolder folder = new HistoryFolder(dir);
        folder.write(new Segment(Resolution.MINUTE, 100, List.of()));
        folder.write(new Segment(Resolution.MINUTE, 130, List.of()));
        folder.write(new Segment(Resolution.TEN_SECONDS, 130 * 24 - 30, List.of()));
        folder.write(new Segment(Resolution.TEN_SECONDS, 130 * 24 - 3, List.of()));
        Files.writeString(dir.resolve("notes.txt"), "mine");
        long now = 130 * 86_400_000L;
        assertThat(folder.read(now, found::add)).isEmpty();
        assertThat(found).extracting(Segment::number).containsExactlyInAnyOrder(130L, 3_117L);
        folder.prune(now);
        assertThat(dir.toFile().list())
                .containsExactlyInAnyOrder("minutes-130.past", "tens-3117.past", "notes.txt");
    }
}
