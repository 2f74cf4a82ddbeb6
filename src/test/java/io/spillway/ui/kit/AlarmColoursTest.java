package io.spillway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours of alarms by number, and that the documentation holds the same numbers.
class AlarmColoursTest {
    private static final List<String> COLOURS = List.of("p1", "p2", "p3", "shelved");
    private static final List<String> GROUNDS = List.of("bg", "panel", "raised");
    private static final List<String> TEXTS = List.of("text", "mute");
    private static final List<String> INKS = List.of("p1-ink", "p2-ink", "p3-ink");
    private static final Path DOC = Path.of("docs/colours.md");

    private static List<String> pairs(Theme theme) {
        Tokens t = Tokens.of(theme);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < COLOURS.size(); i++) {
            for (int j = i + 1; j < COLOURS.size(); j++) {
                String one = COLOURS.get(i);
                String two = COLOURS.get(j);
                StringBuilder row =
                        new StringBuilder("| " + theme.word() + " | " + one + ", " + two + " |");
                for (Colours.Sight sight : Colours.Sight.values()) {
                    double d = Colours.difference(t.argb(one), t.argb(two), sight);
                    row.append(String.format(Locale.ROOT, " %.1f |", d));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static double contrast(Theme theme, String one, String ground) {
        Tokens t = Tokens.of(theme);
        return Colours.contrast(t.argb(one), t.argb(ground));
    }

    /// The symbol of a priority has the contrast of its colour or, by day, of its outline.
    private static double symbol(Theme theme, String colour, String ground) {
        boolean outlined = theme == Theme.DAY && !colour.equals("shelved");
        double edge = outlined ? contrast(theme, "badge-edge", ground) : 0;
        return Math.max(edge, contrast(theme, colour, ground));
    }

    private static List<String> contrasts(Theme theme) {
        List<String> rows = new ArrayList<>();
        for (String colour : COLOURS) {
            rows.add(row(theme, colour + " symbol", g -> symbol(theme, colour, g)));
        }
        for (String text : TEXTS) {
            rows.add(row(theme, text, g -> contrast(theme, text, g)));
        }
        for (String ink : INKS) {
            rows.add(row(theme, ink, g -> contrast(theme, ink, g)));
        }
        return rows;
    }

    private static String row(
            Theme theme, String what, java.util.function.ToDoubleFunction<String> on) {
        StringBuilder row = new StringBuilder("| " + theme.word() + " | " + what + " |");
        for (String ground : GROUNDS) {
            row.append(String.format(Locale.ROOT, " %.1f |", on.applyAsDouble(ground)));
        }
        return row.toString();
    }

    @ParameterizedTest
    @EnumSource
    void noTwoAreMixedUpByAnyone(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (Colours.Sight sight : Colours.Sight.values()) {
            for (String one : COLOURS) {
                for (String two : COLOURS) {
                    if (!one.equals(two)) {
                        assertThat(Colours.difference(t.argb(one), t.argb(two), sight))
                                .as("%s and %s, %s", one, two, sight)
                                .isGreaterThanOrEqualTo(15);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void symbolsAndWordsStandOutOnEverySurface(Theme theme) {
        for (String ground : GROUNDS) {
            for (String colour : COLOURS) {
                assertThat(symbol(theme, colour, ground))
                        .as("%s on %s", colour, ground)
                        .isGreaterThanOrEqualTo(3);
            }
            for (String text : TEXTS) {
                assertThat(contrast(theme, text, ground))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String ink : INKS) {
            for (String ground : List.of("panel", "raised")) {
                assertThat(contrast(theme, ink, ground))
                        .as("%s on %s", ink, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String tile : List.of("p1", "p2", "p3")) {
            assertThat(contrast(theme, "on-alarm", tile)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void theDocumentationHoldsTheseNumbers() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            rows.addAll(pairs(theme));
        }
        for (Theme theme : Theme.values()) {
            rows.addAll(contrasts(theme));
        }
        assertThat(Files.readAllLines(DOC)).containsAll(rows);
        assertThat(rows).hasSize(2 * 6 + 2 * 9);
    }
}
