package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.FxToolkit;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class FontsTest {
    @ParameterizedTest
    @ValueSource(doubles = {12, 13, 17, 24})
    void digitsAreOfEqualWidth(double size) {
        FxToolkit.onFx(() -> {
            Fonts.load();
            for (Font font :
                    new Font[] {
                        Font.font(Fonts.FAMILY, size),
                        Font.font(Fonts.FAMILY, FontWeight.BOLD, size),
                        Font.font(Fonts.FAMILY + " Semibold", size)
                    }) {
                assertThat(font.getFamily()).startsWith(Fonts.FAMILY);
                for (char digit = '1'; digit <= '9'; digit++) {
                    assertThat(width(font, digit)).isEqualTo(width(font, '0'));
                }
            }
        });
    }

    @Test
    void englishNeedsNoOtherFont() {
        assertThat(FxToolkit.onFx(() -> Fonts.show(Locale.UK))).isTrue();
    }

    private static double width(Font font, char digit) {
        Text text = new Text(String.valueOf(digit).repeat(20));
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// A character the typeface lacks would show as an empty box where no other font is installed.
    @Test
    void everySignOnTheScreensIsShipped() throws IOException, FontFormatException {
        for (String weight : new String[] {"Regular", "Semibold", "Bold"}) {
            try (InputStream in =
                    Fonts.class.getResourceAsStream("/fonts/Lato-" + weight + ".ttf")) {
                java.awt.Font font =
                        java.awt.Font.createFont(
                                java.awt.Font.TRUETYPE_FONT, Objects.requireNonNull(in));
                assertThat(font.canDisplayUpTo("AZaz09 → − – … · × % ≤ ≥ \u2009 ’ ( ) : ; ° é ü"))
                        .isEqualTo(-1);
            }
        }
    }
}
