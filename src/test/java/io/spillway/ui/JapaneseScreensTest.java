package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The screens in Japanese: nothing cut off, nothing over anything else. With
/// `-Dspillway.long=board` every situation, else one of each screen.
@ExtendWith(FxToolkit.class)
class JapaneseScreensTest {
    private static final boolean ALL = "board".equals(System.getProperty("spillway.long"));
    private static final int[][] SIZES =
            ALL ? new int[][] {{1920, 1080}, {1366, 768}, {1280, 720}} : new int[][] {{1366, 768}};

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakJapanese() {
        Locale.setDefault(Locale.JAPANESE);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static Scene scene(Screen screen, Picture picture, int width, int height) {
        return FxToolkit.onFx(() ->
                Snapshot.scene(screen, picture, Theme.NIGHT, width, height, SampleOffer.offer()));
    }

    static Stream<Arguments> screens() {
        Stream<Arguments> few =
                Stream.of(
                        Arguments.of(Screen.BOARD, SamplePictures.overload()),
                        Arguments.of(Screen.SERVERS, SamplePictures.overload()),
                        Arguments.of(Screen.FIRST_RUN, SamplePictures.unconfigured()));
        Stream<Arguments> more =
                Stream.of(
                                SamplePictures.healthy(),
                                SamplePictures.blind(),
                                SamplePictures.practice(),
                                SampleAlarms.picture(SampleAlarms.flood()),
                                SampleOutlooks.ALL.values().iterator().next().get())
                        .flatMap(p ->
                                Stream.of(Screen.BOARD, Screen.SERVERS, Screen.TRAFFIC)
                                        .map(s -> Arguments.of(s, p)));
        return ALL ? Stream.concat(few, more) : few;
    }

    @ParameterizedTest
    @MethodSource("screens")
    void looksRight(Screen screen, Picture picture) {
        assertThat(ScreensTest.walk((w, h) -> scene(screen, picture, w, h), SIZES)).isEmpty();
    }

    static Stream<String> situations() {
        return ALL ? Situations.NAMES.stream() : Stream.of("alarms-rules", "traffic-gate");
    }

    @ParameterizedTest
    @MethodSource("situations")
    void looksRightInTheMiddleOfSomething(String what) {
        assertThat(ScreensTest.walk((w, h) -> Situations.scene(what, Theme.NIGHT, w, h), SIZES))
                .isEmpty();
    }

    @Test
    void theBoardSpeaksJapanese() {
        Scene scene = scene(Screen.BOARD, SamplePictures.overload(), 1366, 768);
        Parent root = scene.getRoot();
        List<String> shown =
                FxToolkit.onFx(() ->
                        root.lookupAll(".label").stream()
                                .filter(Label.class::isInstance)
                                .map(n -> ((Label) n).getText())
                                .toList());
        assertThat(shown).contains("過負荷", "リクエスト負荷", "全体", "対策");
    }
}
