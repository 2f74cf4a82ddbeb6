package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerTest {
    @ParameterizedTest
    @CsvSource({"5, 52, 66", "8, 84, 105"})
    void typeGrowsWithTheDistance(double metres, int least, int preferred) {
        Viewer viewer = new Viewer(metres, 55);
        assertThat(viewer.least(1920, 1080)).isEqualTo(least);
        assertThat(viewer.preferred(1920, 1080)).isEqualTo(preferred);
    }

    @Test
    void aFinerScreenNeedsMorePixelsAndALargerOneFewer() {
        assertThat(new Viewer(5, 55).least(3840, 2160)).isEqualTo(105);
        assertThat(new Viewer(5, 110).least(1920, 1080)).isEqualTo(26);
    }

    @Test
    void aDistanceIsAboveZero() {
        assertThatThrownBy(() -> new Viewer(0, 55)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Viewer(5, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 26, WIDE, true",
        "3, 31, WIDE, true",
        "5, 52, MEDIUM, true",
        "8, 84, SMALL, true",
        "20, 210, SMALL, false"
    })
    void whatFitsIsShownAtOnce(double metres, int type, Room room, boolean enough) {
        assertThat(Fit.of(new Viewer(metres, 55), 1920, 1080))
                .isEqualTo(new Fit(type, room, enough));
    }
}
