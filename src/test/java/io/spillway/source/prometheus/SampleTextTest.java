package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTextTest {
    @Property
    void everyNumberSurvivesItsText(@ForAll double value) {
        assertThat(SampleText.parse(Double.toString(value))).isEqualTo(value);
        assertThat(SampleText.parse("%.6e".formatted(value)))
                .isEqualTo(Double.parseDouble("%.6e".formatted(value)));
    }

    @Property
    void wordsAreNoNumbers(@ForAll @AlphaChars String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!lower.equals("nan") && !lower.equals("inf")) {
            assertThatThrownBy(() -> SampleText.parse(word))
                    .isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void theThreeThatAreNoFiniteNumbers() {
        assertThat(SampleText.parse("NaN")).isNaN();
        assertThat(SampleText.parse("+Inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SampleText.parse("Inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SampleText.parse("-Inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "1d", "0x1p3", "1,5", "--1", ".", "e5", "1e"})
    void whatJavaWouldTakeButPrometheusNeverWrites(String text) {
        assertThatThrownBy(() -> SampleText.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
