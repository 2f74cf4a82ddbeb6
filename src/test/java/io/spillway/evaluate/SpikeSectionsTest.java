package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SpikeSectionsTest {
    private static final Instant START = Instant.parse("2018-04-25T00:00:00Z");

    @Test
    void eventsAreFoundAndWrongAlarmsAreCounted(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of("TimeStamp,Value,Label"));
        Random random = new Random(4);
        for (int i = 0; i < 4000; i++) {
            // Two labels 11 minutes apart are one event; what is labelled in the warm-up is none.
            boolean event = i == 500 || i == 2000 || i == 2011;
            double value = i == 2000 || i == 3000 ? 9000 : 1000 + 10 * random.nextGaussian();
            String time = START.plusSeconds(60L * i).toString();
            lines.add("\"" + time + "\"," + value + "," + (event ? 1 : 0));
        }
        Files.createDirectory(folder.resolve("microsoft"));
        Files.write(folder.resolve("microsoft/ingress-01.csv"), lines);
        List<Row> rows = new MicrosoftSection().run(folder, 1, false);
        assertThat(rows)
                .filteredOn(row -> row.measure().equals("ingress-01, found of 1 events"))
                .extracting(Row::value)
                .containsExactly(1.0);
        assertThat(rows)
                .filteredOn(row -> row.measure().equals("ingress-01, false spikes a day"))
                .extracting(Row::value)
                .allSatisfy(rate -> assertThat(rate).isBetween(1 / 2.3, 5.0));
    }

    @Test
    @EnabledIfSystemProperty(named = "spillway.data", matches = ".+")
    void theRealSeriesHold() throws IOException {
        Path data = Path.of(System.getProperty("spillway.data"));
        boolean full = "watch".equals(System.getProperty("spillway.long"));
        assertThat(new MicrosoftSection().run(data, 1, full)).allMatch(Row::holds);
        assertThat(new NabSection().run(data, 1, full)).allMatch(Row::holds);
    }
}
