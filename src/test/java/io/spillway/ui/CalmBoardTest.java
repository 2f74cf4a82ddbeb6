package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where all is well nothing is coloured.
@ExtendWith(FxToolkit.class)
class CalmBoardTest {
    private static final double MOST = 20;
    private static final int LOGO = 60;
    private static final int HEADER = 72;

    private static List<String> coloured(Picture picture, Theme theme) {
        WritableImage image =
                FxToolkit.onFx(() ->
                        Snapshot.png(
                                Screen.BOARD, picture, theme, 1920, 1080, SampleOffer.offer()));
        PixelReader pixels = image.getPixelReader();
        List<String> found = new ArrayList<>();
        for (int y = 0; y < 1080; y++) {
            for (int x = 0; x < 1920; x++) {
                boolean logo = x < LOGO && y < HEADER;
                int argb = pixels.getArgb(x, y);
                if (!logo && chroma(argb) > MOST) {
                    found.add(x + "," + y + " " + Integer.toHexString(argb));
                }
            }
        }
        return found;
    }

    /// How far a colour is from grey, in CIELAB.
    private static double chroma(int argb) {
        double r = linear(argb >> 16 & 255);
        double g = linear(argb >> 8 & 255);
        double b = linear(argb & 255);
        double x = cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        double y = cube(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return Math.hypot(500 * (x - y), 200 * (y - z));
    }

    private static double linear(int level) {
        double v = level / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double cube(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    @ParameterizedTest
    @EnumSource
    void aHealthyBoardIsGrey(Theme theme) {
        assertThat(coloured(SamplePictures.healthy().withAlarms(SampleAlarms.calm()), theme))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAlarmIsSeenAtOnce(Theme theme) {
        assertThat(coloured(SamplePictures.healthy().withAlarms(SampleAlarms.few()), theme))
                .hasSizeGreaterThan(2_000);
    }
}
