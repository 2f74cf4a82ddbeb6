package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colours by number: contrast as WCAG defines it, differences as CIEDE2000, also as people with
/// colour blindness see them.
class TokensTest {
    private static final String[] GROUNDS = {"bg", "panel", "raised"};
    private static final String[] PRIORITIES = {"p1", "p2", "p3", "shelved"};

    @ParameterizedTest
    @EnumSource
    void textIsReadable(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (String ground : GROUNDS) {
            for (String text : new String[] {"text", "mute"}) {
                assertThat(Colours.contrast(t.argb(text), t.argb(ground)))
                        .as("%s on %s", text, ground)
                        .isGreaterThan(4.5);
            }
        }
        assertThat(Colours.contrast(t.argb("on-primary"), t.argb("primary"))).isGreaterThan(4.5);
        assertThat(Colours.contrast(t.argb("text"), t.argb("selected"))).isGreaterThan(4.5);
        for (String tile : new String[] {"p1", "p2", "p3"}) {
            assertThat(Colours.contrast(t.argb("on-alarm"), t.argb(tile)))
                    .as("on-alarm on %s", tile)
                    .isGreaterThan(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void symbolsStandOut(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (String ground : GROUNDS) {
            for (String symbol : new String[] {"p1", "p3", "shelved", "data", "data-2"}) {
                assertThat(Colours.contrast(t.argb(symbol), t.argb(ground)))
                        .as("%s on %s", symbol, ground)
                        .isGreaterThan(3);
            }
            // By day yellow never reaches 3:1, its outline does.
            String p2 = theme == Theme.DAY ? "badge-edge" : "p2";
            assertThat(Colours.contrast(t.argb(p2), t.argb(ground)))
                    .as("p2 on %s", ground)
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsAboutAPriorityAreReadable(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (String ink : new String[] {"p1-ink", "p2-ink", "p3-ink"}) {
            for (String ground : new String[] {"panel", "raised"}) {
                assertThat(Colours.contrast(t.argb(ink), t.argb(ground)))
                        .as("%s on %s", ink, ground)
                        .isGreaterThan(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void prioritiesDifferForEveryone(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (Colours.Sight sight : Colours.Sight.values()) {
            for (int i = 0; i < PRIORITIES.length; i++) {
                for (int j = i + 1; j < PRIORITIES.length; j++) {
                    double difference =
                            Colours.difference(t.argb(PRIORITIES[i]), t.argb(PRIORITIES[j]), sight);
                    assertThat(difference)
                            .as("%s and %s, %s", PRIORITIES[i], PRIORITIES[j], sight)
                            .isGreaterThan(15);
                }
            }
        }
    }

    @Test
    void bothThemesNameTheSameColours() {
        assertThat(Tokens.of(Theme.DAY).names()).isEqualTo(Tokens.of(Theme.NIGHT).names());
    }

    @Test
    void readsColoursWithAndWithoutAlpha() {
        Tokens t = Tokens.parse(".root { -sw-a: #102030; -sw-b-2: #10203040; }");
        assertThat(t.argb("a")).isEqualTo(0xff102030);
        assertThat(t.argb("b-2")).isEqualTo(0x40102030);
        assertThatThrownBy(() -> t.argb("c")).hasMessageContaining("-sw-c");
    }

    /// Pairs published with the definition of CIEDE2000 check the arithmetic of this test.
    @Test
    void differenceIsComputedAsDefined() {
        assertThat(
                        Colours.ciede2000(
                                new double[] {50, 2.6772, -79.7751},
                                new double[] {50, 0, -82.7485}))
                .isEqualTo(2.0425, Offset.offset(1e-3));
        assertThat(Colours.ciede2000(new double[] {50, 2.5, 0}, new double[] {73, 25, -18}))
                .isEqualTo(27.1492, Offset.offset(1e-3));
    }
}
