package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "PERCENT, 0.956, '95.6 %'",
        "PERCENT, 1, '100 %'",
        "PERCENT, 0, '0 %'",
        "PER_SECOND, 48214, '48.2 k/s'",
        "PER_SECOND, 412, '412 /s'",
        "PER_SECOND, 9.5, '9.5 /s'",
        "PER_SECOND, 2500000, '2.5 M/s'",
        "COUNT, 17, '17'",
        "SECONDS, 0.412, '412 ms'",
        "SECONDS, 1.25, '1.25 s'",
        "SECONDS, NaN, '–'"
    })
    void valuesHaveThreeDigitsAndTheirUnit(Unit unit, double value, String words) {
        assertThat(unit.format(value)).isEqualTo(words.replace(' ', '\u2009'));
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 0.2, 1, '20'",
        "PERCENT, 1, 1, '100 %'",
        "PER_SECOND, 20000, 60000, '20'",
        "PER_SECOND, 60000, 60000, '60 k/s'",
        "COUNT, 60, 60, '60'",
        "SECONDS, 0.2, 0.6, '200'"
    })
    void labelsOfAnAxisShareOneUnit(Unit unit, double value, double top, String words) {
        assertThat(unit.tick(value, top)).isEqualTo(words.replace(' ', '\u2009'));
    }
}
