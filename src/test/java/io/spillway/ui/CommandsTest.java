package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.SourceFiles;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Place;
import io.spillway.ui.kit.Shortcut;
import io.spillway.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Keys, palette, sheet of keys and manual say the same.
@ExtendWith(FxToolkit.class)
class CommandsTest {
    private static final Map<String, Set<Place>> PLACES =
            Map.of(
                    "alarms", Set.of(Place.ALARMS),
                    "servers", Set.of(Place.SERVERS),
                    "traffic", Set.of(Place.TRAFFIC),
                    "plot", Set.of(Place.PLOT, Place.FLEET),
                    "board", Set.of(Place.FLEET),
                    "plan", Set.of(Place.PLAN));

    /// Other keys for what is listed once.
    private static final Map<KeyCode, KeyCode> SAME =
            Map.of(
                    KeyCode.ADD, KeyCode.PLUS,
                    KeyCode.EQUALS, KeyCode.PLUS,
                    KeyCode.SUBTRACT, KeyCode.MINUS,
                    KeyCode.NUMPAD0, KeyCode.DIGIT0);

    private static Console console(Picture picture) {
        Console made =
                new Console(
                        new ScriptedDesk(picture),
                        Theme.NIGHT,
                        new FxDispatcher(),
                        SampleOffer.offer(),
                        () -> "ops-1");
        made.within(new NoWindows());
        return made;
    }

    private static final class NoWindows implements Windows {
        @Override
        public void open() {}

        @Override
        public void close() {}

        @Override
        public void closeAll() {}

        @Override
        public void changed() {}
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyKeyIsInThePaletteAndOnTheSheetOfKeys() {
        FxToolkit.onFx(() -> {
            Console console = console(SamplePictures.overload());
            Scene scene = console.scene(1280, 720);
            assertThat(scene.getAccelerators().keySet())
                    .isEqualTo(
                            Shortcut.of(Place.EVERYWHERE).stream()
                                    .map(s -> KeyCombination.valueOf(s.keys().getFirst()))
                                    .collect(Collectors.toSet()));
            console.navigator().openCommands();
            ListView<CommandItem> list =
                    (ListView<CommandItem>) scene.getRoot().lookup(".palette .list-view");
            assertThat(list.getItems().stream().map(i -> i.title() + i.keys()).toList())
                    .containsAll(
                            Arrays.stream(Shortcut.values())
                                    .map(s -> s.title() + s.label())
                                    .toList());
            console.navigator().closeSheet();
            press(scene, Shortcut.KEY_MAP);
            Snapshot.settle(scene);
            Set<String> shown =
                    scene.getRoot().lookupAll(".key-map .label").stream()
                            .map(n -> ((Label) n).getText())
                            .collect(Collectors.toSet());
            for (Shortcut s : Shortcut.values()) {
                assertThat(shown).contains(s.title(), s.label());
            }
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    @Test
    void bothFitInJapaneseToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.JAPANESE);
        try {
            FxToolkit.onFx(() -> {
                Console console = console(SamplePictures.unconfigured());
                Scene scene = console.scene(1280, 720);
                console.navigator().openCommands();
                Snapshot.settle(scene);
                assertThat(SceneWalk.of(scene)).isEmpty();
                console.navigator().closeSheet();
                press(scene, Shortcut.KEY_MAP);
                Snapshot.settle(scene);
                assertThat(SceneWalk.of(scene)).isEmpty();
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void press(Scene scene, Shortcut shortcut) {
        KeyCombination key = KeyCombination.valueOf(shortcut.keys().getFirst());
        Objects.requireNonNull(scene.getAccelerators().get(key)).run();
    }

    @Test
    @SuppressWarnings("unchecked")
    void wordsInAnyOrderFindACommandOrAServer() {
        FxToolkit.onFx(() -> {
            Console console = console(SamplePictures.overload());
            Scene scene = console.scene(1280, 720);
            console.navigator().openCommands();
            TextField wanted = (TextField) scene.getRoot().lookup(".palette .text-field");
            ListView<CommandItem> list =
                    (ListView<CommandItem>) scene.getRoot().lookup(".palette .list-view");
            wanted.setText("web for PLAN");
            assertThat(list.getItems())
                    .first()
                    .extracting(CommandItem::title)
                    .isEqualTo("Plan for web");
            wanted.setText("web-003");
            assertThat(list.getItems())
                    .extracting(CommandItem::title)
                    .containsExactly("Server web-003");
            wanted.fireEvent(new javafx.event.ActionEvent());
            assertThat(scene.getRoot().lookup(".palette")).isNull();
            assertThat(scene.getRoot().lookup(".server-sheet")).isNotNull();
            console.navigator().closeSheet();
            console.navigator().openCommands();
            wanted.setText("rings");
            assertThat(list.getItems())
                    .first()
                    .extracting(CommandItem::obstacle)
                    .isEqualTo("Nothing rings");
            wanted.fireEvent(new javafx.event.ActionEvent());
            assertThat(scene.getRoot().lookup(".palette")).isNotNull();
            Snapshot.settle(scene);
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    @Test
    void whatCannotBeDoneWithoutAFleetSaysSo() {
        List<String> possible =
                FxToolkit.onFx(() -> {
                    Picture nothing = SamplePictures.unconfigured();
                    Console console = console(nothing);
                    Scene scene = console.scene(1280, 720);
                    console.navigator().openCommands();
                    @SuppressWarnings("unchecked")
                    ListView<CommandItem> list =
                            (ListView<CommandItem>) scene.getRoot().lookup(".palette .list-view");
                    return list.getItems().stream()
                            .filter(CommandItem::possible)
                            .map(CommandItem::title)
                            .toList();
                });
        assertThat(possible)
                .contains("Night or day", "Close this window")
                .doesNotContain("Undo, with its preview", "The most helpful plan", "New window");
    }

    /// No screen may answer to a key that is not among the shortcuts of its place.
    @Test
    void everyKeyThatAScreenAnswersToIsListed() {
        Pattern codes = Pattern.compile("KeyCode\\.([A-Z0-9_]+)|case ([A-Z0-9_, ]+) ->");
        Pattern letters = Pattern.compile("case \"([a-z])\" ->");
        Set<String> unlisted = new TreeSet<>();
        SourceFiles.under("src/main/java/io/spillway/ui", ".java")
                .filter(SourceFiles.contains("KeyEvent"))
                .forEach(file -> {
                    Set<Place> places = PLACES.getOrDefault(area(file), Set.of());
                    String text = SourceFiles.read(file);
                    codes.matcher(text)
                            .results()
                            .flatMap(m ->
                                    Arrays.stream(
                                            (m.group(1) == null ? m.group(2) : m.group(1))
                                                    .split(", ")))
                            .forEach(code -> check(file, places, code, unlisted));
                    letters.matcher(text)
                            .results()
                            .forEach(m ->
                                    check(
                                            file,
                                            places,
                                            m.group(1).toUpperCase(Locale.ROOT),
                                            unlisted));
                });
        assertThat(unlisted).isEmpty();
    }

    private static String area(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static void check(Path file, Set<Place> places, String code, Set<String> unlisted) {
        // The palette's own arrows.
        if (places.isEmpty()
                || Arrays.stream(KeyCode.values()).noneMatch(k -> k.name().equals(code))) {
            return;
        }
        KeyCode key = KeyCode.valueOf(code);
        String name = SAME.getOrDefault(key, key).getName();
        boolean listed =
                places.stream()
                        .flatMap(p -> Shortcut.of(p).stream())
                        .flatMap(s -> s.keys().stream())
                        .anyMatch(k -> k.equals(name) || k.endsWith("+" + name));
        if (!listed) {
            unlisted.add(file.getFileName() + ": " + name);
        }
    }

    @Test
    void theManualListsEveryKey() {
        StringBuilder wanted = new StringBuilder();
        for (Place place : Place.values()) {
            wanted.append("\n## ")
                    .append(capital(place.title()))
                    .append("\n\n| key | does |\n|---|---|\n");
            for (Shortcut s : Shortcut.of(place)) {
                String keys =
                        Arrays.stream(s.label().split(" {2}"))
                                .map(k -> "`" + k + "`")
                                .collect(Collectors.joining(" "));
                wanted.append("| %s | %s |\n".formatted(keys, s.title()));
            }
        }
        assertThat(SourceFiles.read(Path.of("docs/keys.md"))).endsWith(wanted.toString());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
