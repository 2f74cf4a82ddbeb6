package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every screen, in both themes, at both sizes, in every state of the fleet: nothing cut off,
/// nothing over anything else, nothing outside, and no complaint about style sheets.
@ExtendWith(FxToolkit.class)
class ScreensTest {
    private static final int[][] SIZES = {{1920, 1080}, {1366, 768}, {1280, 720}};
    private static final Map<String, Picture> PICTURES = pictures();

    private static Map<String, Picture> pictures() {
        Map<String, Picture> all =
                new HashMap<>(
                        Map.of(
                                "healthy", SamplePictures.healthy(),
                                "overload", SamplePictures.overload(),
                                "blind", SamplePictures.blind(),
                                "practice", SamplePictures.practice(),
                                "unconfigured", SamplePictures.unconfigured()));
        all.put("alarms", SampleAlarms.picture(SampleAlarms.few()));
        all.put("flood", SampleAlarms.picture(SampleAlarms.flood()));
        SampleOutlooks.ALL.forEach((name, made) -> all.put(name, made.get()));
        return all;
    }

    /// Both themes of every situation, with `-Dspillway.long=relief`.
    private static final boolean ALL = "relief".equals(System.getProperty("spillway.long"));

    static Stream<Arguments> screens() {
        List<Arguments> all = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            for (String state : PICTURES.keySet().stream().sorted().toList()) {
                // What watch says is on the Board, and of servers in their table; the screen of
                // alarms is among the situations.
                boolean same =
                        SampleOutlooks.ALL.containsKey(state)
                                || state.equals("alarms")
                                || state.equals("flood");
                // Of traffic only what it says without gates; the rest is among the situations.
                boolean bare = screen == Screen.TRAFFIC && !state.equals("healthy");
                if (bare) {
                    continue;
                }
                if (same
                        && screen != Screen.BOARD
                        && !(screen + state).equals("serversannounced")) {
                    continue;
                }
                for (Theme theme : Theme.values()) {
                    all.add(Arguments.of(screen, state, theme));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void looksRight(Screen screen, String state, Theme theme) {
        Picture picture = Objects.requireNonNull(PICTURES.get(state));
        assertThat(
                        walk((w, h) ->
                                FxToolkit.onFx(() ->
                                        Snapshot.scene(
                                                screen,
                                                picture,
                                                theme,
                                                w,
                                                h,
                                                SampleOffer.offer()))))
                .isEmpty();
    }

    static Stream<Arguments> situations() {
        return Situations.NAMES.stream()
                .filter(name ->
                        !List.of("traffic-calm", "traffic-standby", "traffic-lines").contains(name))
                .flatMap(name ->
                        Stream.of(Theme.values())
                                .filter(t -> ALL || sampled(name, t))
                                .map(t -> Arguments.of(name, t)));
    }

    /// Half of the situations by night, the others by day.
    private static boolean sampled(String name, Theme theme) {
        return Situations.NAMES.indexOf(name) % 2 == theme.ordinal();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void looksRightInTheMiddleOfSomething(String situation, Theme theme) {
        // The Board behind these sheets is looked at in the smallest window elsewhere.
        boolean sheet = situation.startsWith("plan-");
        int[][] sizes = sheet ? Arrays.copyOf(SIZES, 2) : SIZES;
        assertThat(walk((w, h) -> Situations.scene(situation, theme, w, h), sizes)).isEmpty();
    }

    interface Maker {
        Scene make(int width, int height);
    }

    private static List<String> walk(Maker maker) {
        return walk(maker, SIZES);
    }

    /// What is wrong with a scene at some sizes.
    static List<String> walk(Maker maker, int[][] sizes) {
        List<String> found = new ArrayList<>();
        try (CssWarnings warnings = new CssWarnings()) {
            for (int[] size : sizes) {
                Scene scene = maker.make(size[0], size[1]);
                FxToolkit.onFx(() -> {
                    Snapshot.draw(scene);
                    SceneWalk.of(scene).forEach(f -> found.add(size[0] + " wide, " + f));
                });
            }
            found.addAll(warnings.messages);
        }
        return found;
    }
}
