package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.operator.Operators;
import io.spillway.desk.ReliefWalk.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random operators, fifty acts each: whatever they do, no act of ours leaves a balancer with fewer
/// servers than the minimum, gates the critical class without a second person, or outlives its end
/// without saying why. Ten thousand of them with `-Dspillway.long=relief`.
class RandomReliefTest {
    private static final boolean LONG = "relief".equals(System.getProperty("spillway.long"));
    private static final int WALKS = Integer.getInteger("spillway.walks", LONG ? 10_000 : 12);
    private static final Operators OPERATORS = ReliefWalk.operators();

    @TempDir private Path dir;

    private String walk(long seed, Setup setup) throws Exception {
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "relief") : dir;
        Path file = folder.resolve("journal-" + seed + ".db");
        try (ReliefWalk walk = new ReliefWalk(seed, setup, OPERATORS, file)) {
            String text = walk.run();
            return text.isEmpty() ? "" : "seed %d: %s".formatted(seed, text);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            if (!folder.equals(dir)) {
                Files.delete(folder);
            }
        }
    }

    @Test
    void nothingThatAnOperatorDoesBreaksAPromise() throws Exception {
        for (long seed = 1; seed <= WALKS; seed++) {
            assertThat(walk(seed, Setup.SOUND)).isEmpty();
        }
    }

    /// Each with a desk or a balancer that is wrong on purpose.
    @ParameterizedTest
    @CsvSource({"minimum, 1, true, false", "lease, 3, false, false", "guard, 3, true, true"})
    void whatIsPlantedIsFound(String word, int least, boolean keeps, boolean slips)
            throws Exception {
        for (long seed : LongStream.rangeClosed(1, 100).toArray()) {
            String text = walk(seed, new Setup(least, keeps, slips));
            if (!text.isEmpty()) {
                assertThat(text).contains(": " + word + ": ");
                return;
            }
        }
        assertThat(word).as("found in a hundred walks").isEmpty();
    }
}
