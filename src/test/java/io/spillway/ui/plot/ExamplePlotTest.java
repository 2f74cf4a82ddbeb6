package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.history.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What it takes to have a new plot.
class ExamplePlotTest {
    @Test
    void aNewPlotTakesLessThanFortyLinesOfCode() throws IOException {
        Path file = Path.of("src/test/java/io/spillway/ui/plot/ExamplePlot.java");
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> !line.isBlank() && !line.strip().startsWith("///"))
                .hasSizeLessThan(40);
    }

    @Test
    void itDrawsReadsOutAndFollows() {
        Fx.run(() -> {
            ExamplePlot example = new ExamplePlot(Palettes.NIGHT);
            long[] times = Samples.times(900);
            Series median = new Series(times, Samples.cpu(900, -0.2, 0.02, 1));
            Series p95 = new Series(times, Samples.cpu(900, 0, 0.05, 2));
            example.show(Samples.NOW, median, p95, 0.5);
            TimePlot plot = example.node();
            plot.axis().cursorProperty().set(Samples.NOW - 60_000);
            Shots.take(Shots.stage(plot, Palettes.NIGHT, 900, 260), "example");
            assertThat(TimePlotTest.words(plot)).contains("limit", "p50–p95", "median");
            assertThat(plot.columnsPainted()).isPositive();
        });
    }
}
