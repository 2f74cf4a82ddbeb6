package io.spillway.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacingTest {
    private static final Rectangle2D LEFT = new Rectangle2D(-1920, 0, 1920, 1040);
    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);

    private static Rectangle2D at(double x, double y) {
        return new Rectangle2D(x, y, 1280, 720);
    }

    @Test
    void aWindowOnAScreenStaysWhereItIs() {
        assertThat(Placing.fit(at(100, 50), List.of(MAIN))).isEqualTo(at(100, 50));
        assertThat(Placing.fit(at(-1900, 300), List.of(MAIN, LEFT))).isEqualTo(at(-1900, 300));
        assertThat(Placing.fit(at(1700, 900), List.of(MAIN))).isEqualTo(at(1700, 900));
    }

    @Test
    void aWindowOutsideAllScreensIsBroughtBack() {
        assertThat(Placing.fit(at(-1900, 300), List.of(MAIN))).isEqualTo(at(0, 300));
        assertThat(Placing.fit(at(4000, 5000), List.of(MAIN, LEFT))).isEqualTo(at(640, 320));
        assertThat(Placing.fit(at(200, -400), List.of(MAIN))).isEqualTo(at(200, 0));
    }

    /// Then what is added and taken off again may not come back to where it began.
    @Test
    void screensMayHaveFractionsOfPixels() {
        Rectangle2D wide = new Rectangle2D(9000, 9000, 3840, 2160);
        for (double edge = 0; edge < 1; edge += 0.01) {
            Rectangle2D screen = new Rectangle2D(edge, edge, 1280.3, 720.7);
            Rectangle2D fit = Placing.fit(wide, List.of(screen));
            assertThat(fit.getMinX()).isBetween(edge, edge + 1e-9);
            assertThat(fit.getMinY()).isBetween(edge, edge + 1e-9);
        }
    }

    @Test
    void aWindowLargerThanItsScreenIsMadeToFit() {
        Rectangle2D wide = new Rectangle2D(5000, 0, 3840, 2160);
        assertThat(Placing.fit(wide, List.of(MAIN))).isEqualTo(MAIN);
    }
}
