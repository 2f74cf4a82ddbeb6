package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class WorldCupSectionTest {
    private final Section section = new WorldCupSection();

    @Test
    void beatsTheLineOnASeriesWithAShortMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("worldcup98/requests-per-minute.csv");
        Files.createDirectories(file.getParent());
        Files.write(file, series());
        List<Row> rows = section.run(folder, 1, false);
        assertThat(rows).filteredOn(row -> !Double.isNaN(row.bound())).hasSize(4);
        assertThat(rows).allMatch(Row::holds);
    }

    /// Three weeks of a daily curve with noise that lasts for some minutes.
    private static List<String> series() {
        var random = new Random(7);
        var start = LocalDateTime.of(1998, 5, 17, 0, 0);
        double[] drift = {0};
        Stream<String> lines =
                IntStream.range(0, 22 * 1440)
                        .mapToObj(minute -> {
                            drift[0] = 0.8 * drift[0] + 0.03 * random.nextGaussian();
                            double day = 1 - Math.cos(minute * 2 * Math.PI / 1440) / 3;
                            long count = Math.round(2000 * day * Math.exp(drift[0]));
                            String time = start.plusMinutes(minute).toString();
                            return time.replace('T', ' ') + ":00," + count;
                        });
        return Stream.concat(Stream.of("period,count"), lines).toList();
    }

    @Test
    @EnabledIfSystemProperty(named = "spillway.data", matches = ".+")
    void beatsTheLineOnTheRealSeries() throws IOException {
        boolean full = "watch".equals(System.getProperty("spillway.long"));
        assertThat(section.run(Path.of(System.getProperty("spillway.data")), 1, full))
                .allMatch(Row::holds);
    }

    @Test
    @EnabledIfSystemProperty(named = "spillway.data", matches = ".+")
    void theReferenceOutageIsNoticedInTime() throws IOException {
        Path data = Path.of(System.getProperty("spillway.data"));
        assertThat(new ReferenceOutageSection().run(data, 1, false)).allMatch(Row::holds);
    }
}
