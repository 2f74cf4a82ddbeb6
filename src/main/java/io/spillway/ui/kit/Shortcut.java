package io.spillway.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Every key of the console, in the order of the sheet that lists them.
public enum Shortcut {
    COMMANDS(Place.EVERYWHERE, "Ctrl+K"),
    HELP(Place.EVERYWHERE, "F1"),
    KEY_MAP(Place.EVERYWHERE, "Shift+F1 ?"),
    BOARD(Place.EVERYWHERE, "Ctrl+1"),
    SERVERS(Place.EVERYWHERE, "Ctrl+2"),
    ALARMS(Place.EVERYWHERE, "Ctrl+3"),
    TRAFFIC(Place.EVERYWHERE, "Ctrl+4"),
    SETUP(Place.EVERYWHERE, "Ctrl+7"),
    FIND_SERVER(Place.EVERYWHERE, "Ctrl+F"),
    WHY(Place.EVERYWHERE, "Ctrl+E"),
    BEST_PLAN(Place.EVERYWHERE, "Ctrl+R"),
    UNDO(Place.EVERYWHERE, "Ctrl+Z"),
    OPERATE(Place.EVERYWHERE, "F8"),
    SILENCE(Place.EVERYWHERE, "Ctrl+M"),
    THEME(Place.EVERYWHERE, "Ctrl+T"),
    NEW_WINDOW(Place.EVERYWHERE, "Ctrl+N"),
    CLOSE_WINDOW(Place.EVERYWHERE, "Ctrl+W"),
    CLOSE_ALL(Place.EVERYWHERE, "Ctrl+Shift+W"),
    CLOSE_SHEET(Place.EVERYWHERE, "Esc"),
    ACKNOWLEDGE(Place.ALARMS, "A"),
    SHELVE(Place.ALARMS, "S"),
    OPEN_ALARM(Place.ALARMS, "Enter"),
    UNFOLD(Place.ALARMS, "Right"),
    FOLD(Place.ALARMS, "Left"),
    LEAVE_ALARM(Place.ALARMS, "Esc"),
    OPEN_SERVER(Place.SERVERS, "Enter"),
    CLEAR_FILTER(Place.SERVERS, "Esc"),
    LEAVE_PREVIEW(Place.TRAFFIC, "Esc"),
    ZOOM_IN(Place.PLOT, "Plus"),
    ZOOM_OUT(Place.PLOT, "Minus"),
    EARLIER(Place.PLOT, "Left"),
    LATER(Place.PLOT, "Right"),
    LIVE(Place.PLOT, "0 Home End"),
    PLOT_MENU(Place.PLOT, "Shift+F10"),
    FIND_CELL(Place.FLEET, "/"),
    NEXT_CELL(Place.FLEET, "Left Right Up Down"),
    SPAN_CELLS(Place.FLEET, "Shift+Left Shift+Right"),
    CHOOSE_CELL(Place.FLEET, "Space"),
    CHOOSE_FOUND(Place.FLEET, "Ctrl+A"),
    CHOOSE_NONE(Place.FLEET, "Esc"),
    OPEN_CELL(Place.FLEET, "Enter"),
    CELLS_MENU(Place.FLEET, "Shift+F10"),
    KEEP_WEIGHT(Place.PLAN, "Esc");

    private final Place place;
    private final String keys;

    /// @param keys with blanks between them
    Shortcut(Place place, String keys) {
        this.place = place;
        this.keys = keys;
    }

    /// Where it works.
    public Place place() {
        return place;
    }

    /// The keys that do it, each as [javafx.scene.input.KeyCombination] reads it or as the letter
    /// typed.
    public List<String> keys() {
        return List.of(keys.split(" "));
    }

    /// The keys for people.
    public String label() {
        return keys().stream().map(Shortcut::label).collect(Collectors.joining("  "));
    }

    private static String label(String key) {
        int plus = key.lastIndexOf('+');
        if (plus > 0) {
            return key.substring(0, plus + 1) + label(key.substring(plus + 1));
        }
        return switch (key) {
            case "Left" -> "←";
            case "Right" -> "→";
            case "Up" -> "↑";
            case "Down" -> "↓";
            case "Plus" -> "+";
            case "Minus" -> "−";
            default -> key;
        };
    }

    /// What it does, in the language of the screens.
    public String title() {
        return Words.of("keys.do-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Those of a place, in order.
    public static List<Shortcut> of(Place place) {
        return Arrays.stream(values()).filter(s -> s.place == place).toList();
    }
}
