package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ForecastSectionTest {
    @Test
    void theRangeHoldsTheTimeOnMostRamps() {
        List<Trial> told = ForecastSection.ramps(11, 15).stream().filter(Trial::shown).toList();
        double hits = told.stream().filter(Trial::hit).count();
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(hits / told.size()).isBetween(.7, .95);
        double ours = told.stream().filter(Trial::both).mapToDouble(Trial::loss).sum();
        double fixed = told.stream().filter(Trial::both).mapToDouble(Trial::fixedLoss).sum();
        assertThat(ours).isLessThan(fixed);
    }

    @Test
    void mostRunsThatStayBelowCapacityShowNoClock() {
        assertThat(ForecastSection.withoutClock(3, 3)).isGreaterThan(80);
    }

    @Test
    @EnabledIfSystemProperty(named = "spillway.data", matches = ".+")
    void everyFigureHolds() throws IOException {
        Path data = Path.of(System.getProperty("spillway.data"));
        boolean full = "watch".equals(System.getProperty("spillway.long"));
        assertThat(new ReferenceForecastSection().run(data, 1, full)).allMatch(Row::holds);
        if (full) {
            assertThat(new ForecastSection().run(data, 1, true)).allMatch(Row::holds);
        }
    }
}
