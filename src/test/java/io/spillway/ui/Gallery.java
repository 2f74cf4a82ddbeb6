package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Scene;

/// Every view of the console worth a look: each screen in each state of the fleet, and each screen
/// in the middle of something, at every size, in both themes and both languages.
final class Gallery {
    private static final Map<String, Supplier<Picture>> STATES = states();
    private static final List<Screen> SCREENS =
            List.of(
                    Screen.BOARD,
                    Screen.SERVERS,
                    Screen.ALARMS,
                    Screen.TRAFFIC,
                    Screen.PLAN,
                    Screen.SETUP);
    private static final List<String> LANGUAGES = List.of("en", "ja");

    private static Map<String, Supplier<Picture>> states() {
        Map<String, Supplier<Picture>> all = new LinkedHashMap<>();
        all.put("healthy", SamplePictures::healthy);
        all.put("surge", SampleOutlooks::saturating);
        all.put("overload", SamplePictures::overload);
        all.put("blind", SamplePictures::blind);
        all.put("empty", SamplePictures::unconfigured);
        all.put("10000", SamplePictures::tenThousand);
        return all;
    }

    private Gallery() {}

    /// How large a view is drawn: the size of its scene, and how many pixels a unit make.
    enum Size {
        SMALLEST(1280, 720, 1),
        LAPTOP(1366, 768, 1),
        DESK(1920, 1080, 1),
        DENSE(1920, 1080, 2);

        final int width;
        final int height;
        final int scale;

        Size(int width, int height, int scale) {
            this.width = width;
            this.height = height;
            this.scale = scale;
        }

        @Override
        public String toString() {
            return width * scale + "x" + height * scale;
        }
    }

    /// One view.
    ///
    /// @param what the screen's word, or the name of one of the [Situations]
    /// @param state of the fleet; a situation has its own
    record View(String what, String state, Theme theme, String language, Size size) {
        String name() {
            String both = state.isEmpty() ? what : what + "-" + state;
            return both + "-" + theme.word() + "-" + language + "-" + size;
        }

        /// The scene, laid out. To be called off the FX thread, in the view's language.
        Scene scene() {
            if (state.isEmpty()) {
                return Situations.scene(what, theme, size.width, size.height);
            }
            Picture picture = Objects.requireNonNull(STATES.get(state)).get();
            Screen screen = Screen.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_'));
            return FxToolkit.onFx(() ->
                    Snapshot.scene(
                            screen, picture, theme, size.width, size.height, SampleOffer.offer()));
        }
    }

    /// All views.
    static List<View> all() {
        List<View> all = new ArrayList<>();
        for (Screen screen : SCREENS) {
            for (String state : STATES.keySet()) {
                everyWay(all, screen.word(), state);
            }
        }
        everyWay(all, Screen.FIRST_RUN.word(), "empty");
        Situations.NAMES.forEach(name -> everyWay(all, name, ""));
        return all;
    }

    private static void everyWay(List<View> all, String what, String state) {
        for (String language : LANGUAGES) {
            for (Theme theme : Theme.values()) {
                for (Size size : Size.values()) {
                    all.add(new View(what, state, theme, language, size));
                }
            }
        }
    }

    /// One state of each screen, so that each state, size, theme and language comes up.
    static List<View> sample() {
        return List.of(
                new View("board", "10000", Theme.NIGHT, "ja", Size.SMALLEST),
                new View("servers", "overload", Theme.DAY, "en", Size.DENSE),
                new View("alarms", "blind", Theme.NIGHT, "ja", Size.LAPTOP),
                new View("traffic", "healthy", Theme.DAY, "en", Size.SMALLEST),
                new View("plan", "surge", Theme.NIGHT, "ja", Size.DESK),
                new View("first-run", "empty", Theme.DAY, "ja", Size.LAPTOP));
    }
}
