package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.operator.Operators;
import io.spillway.desk.ReliefWalk.Setup;
import io.spillway.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random operators, fifty acts each: whatever they do, no act of ours leaves a balancer with fewer
/// servers than the minimum, gates the critical class without a second person, or outlives its end
/// without saying why. Ten thousand of them with `-Dspillway.long=relief`, and two hundred through
/// the real wire protocols.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RandomReliefTest {
    private static final boolean LONG = "relief".equals(System.getProperty("spillway.long"));
    private static final int WALKS = Integer.getInteger("spillway.walks", LONG ? 10_000 : 12);
    private static final int WIRED = Integer.getInteger("spillway.wired", LONG ? 200 : 1);
    private static final int ACTS = 50;
    private static final Operators OPERATORS = ReliefWalk.operators();

    @TempDir private Path dir;

    private interface Plants {
        ReliefPlant of(long seed) throws IOException;
    }

    /// A sentence on what did not hold with all that was done before, empty if all held.
    private String walk(long seed, Plants plants, Setup setup, int acts) {
        Path memory = Path.of("/dev/shm");
        try {
            Path near = Files.isWritable(memory) ? memory : dir;
            Path folder = Files.createTempDirectory(near, "relief");
            Path file = folder.resolve("journal.db");
            try (var walk = new ReliefWalk(seed, plants.of(seed), setup, OPERATORS, file)) {
                String text = walk.run(acts);
                return text.isEmpty() ? "" : "seed %d: %s".formatted(seed, text);
            } finally {
                delete(folder);
            }
        } catch (IOException | JournalException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }

    private List<String> broken(int walks, Plants plants, int acts) {
        return LongStream.rangeClosed(1, walks)
                .parallel()
                .mapToObj(seed -> walk(seed, plants, Setup.SOUND, acts))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void nothingThatAnOperatorDoesBreaksAPromise() {
        assertThat(broken(WALKS, _ -> new MemoryPlant(), ACTS)).isEmpty();
    }

    @Test
    void norThroughTheWireProtocols() {
        assertThat(broken(WIRED, PracticePlant::new, LONG ? ACTS : 12)).isEmpty();
    }

    /// Each with a desk that is wrong on purpose: it is told of no minimum, gives nothing back, or
    /// lets one person gate the critical class.
    ///
    /// @param from a seed not far before one that finds it: every walk takes its time
    @ParameterizedTest
    @CsvSource({
        "30, minimum, 1, true, true",
        "1, lease, 3, false, true",
        "1, guard, 3, true, false"
    })
    void whatIsPlantedIsFound(long from, String word, int least, boolean keeps, boolean guards) {
        Setup wrong = new Setup(least, keeps, guards);
        assertThat(
                        LongStream.range(from, from + 100)
                                .mapToObj(seed -> walk(seed, _ -> new MemoryPlant(), wrong, ACTS))
                                .filter(text -> !text.isEmpty())
                                .findFirst())
                .hasValueSatisfying(text -> assertThat(text).contains(": " + word + ": "));
    }
}
