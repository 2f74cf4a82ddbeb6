package io.spillway.ui;

import io.spillway.action.Lease;
import io.spillway.alarm.Ring;
import io.spillway.desk.Picture;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Place;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shortcut;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every command of the console: the keys that work everywhere and the palette are made from this
/// and nothing else. None of them changes traffic: what would opens its preview.
final class Commands {
    private static final int MOST_SERVERS = 20;
    private static final String ASKS_FOR_KEYS = "?";

    private final Screens screens;
    private final Map<Shortcut, Runnable> acts = new EnumMap<>(Shortcut.class);

    Commands(Screens screens) {
        this.screens = screens;
        on(Shortcut.COMMANDS, screens::openCommands);
        on(Shortcut.KEY_MAP, screens::openKeyMap);
        on(Shortcut.BOARD, () -> screens.show(Screen.BOARD));
        on(Shortcut.SERVERS, () -> screens.show(Screen.SERVERS));
        on(Shortcut.ALARMS, () -> screens.show(Screen.ALARMS));
        on(Shortcut.TRAFFIC, () -> screens.show(Screen.TRAFFIC));
        on(Shortcut.SETUP, () -> screens.show(Screen.SETUP));
        on(Shortcut.FIND_SERVER, screens::findServer);
        on(Shortcut.BEST_PLAN, () -> screens.show(Screen.PLAN));
        on(Shortcut.UNDO, () -> screens.openUndo(""));
        on(Shortcut.WHY, screens::openWhy);
        on(Shortcut.SILENCE, () -> screens.sound().silence());
        on(Shortcut.OPERATE, screens::openOperate);
        on(Shortcut.CLOSE_SHEET, screens::closeSheet);
    }

    /// Says what a command does, where only the window knows.
    void on(Shortcut shortcut, Runnable act) {
        acts.put(shortcut, act);
    }

    /// Gives the scene the keys that work everywhere.
    void install(Scene scene) {
        for (Shortcut shortcut : Shortcut.of(Place.EVERYWHERE)) {
            scene.getAccelerators()
                    .put(KeyCombination.valueOf(shortcut.keys().getFirst()), () -> press(shortcut));
        }
        // Where the question mark is differs from keyboard to keyboard.
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                key -> {
                    boolean writes = key.getTarget() instanceof TextInputControl;
                    if (key.getCharacter().equals(ASKS_FOR_KEYS) && !writes) {
                        press(Shortcut.KEY_MAP);
                        key.consume();
                    }
                });
    }

    /// Does what a key does, if that can be done now.
    void press(Shortcut shortcut) {
        Runnable act = acts.get(shortcut);
        Picture now = screens.picture();
        // The palette counts itself among the open sheets.
        boolean closes = shortcut == Shortcut.CLOSE_SHEET;
        if (act != null && now != null && (closes || obstacle(shortcut, now).isEmpty())) {
            act.run();
        }
    }

    /// What the palette lists: what holds every word that was typed, in any order, or its key.
    List<CommandItem> matching(Picture now, String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<CommandItem> found = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            add(found, words, item(shortcut, now));
            if (shortcut == Shortcut.BEST_PLAN) {
                for (Pool pool : now.fleet().pools()) {
                    add(found, words, plan(pool.name()));
                }
            }
        }
        if (!typed.isBlank()) {
            servers(now, words).forEach(name -> found.add(server(name)));
        }
        return found;
    }

    private static void add(List<CommandItem> found, String[] words, CommandItem item) {
        String text = (item.title() + " " + item.place() + " " + item.keys());
        if (holds(text, words)) {
            found.add(item);
        }
    }

    private static boolean holds(String text, String[] words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words).allMatch(lower::contains);
    }

    private CommandItem item(Shortcut shortcut, Picture now) {
        Place place = shortcut.place();
        return new CommandItem(
                shortcut.title(),
                place == Place.EVERYWHERE ? "" : place.title(),
                shortcut.label(),
                obstacle(shortcut, now),
                () -> press(shortcut));
    }

    private CommandItem plan(String pool) {
        return new CommandItem(
                Words.of("keys.plan-for", pool), "", "", "", () -> screens.openPlan(pool));
    }

    private CommandItem server(String name) {
        return new CommandItem(
                Words.of("keys.server", name), "", "", "", () -> screens.inspect(name));
    }

    private static List<String> servers(Picture now, String[] words) {
        String before = Words.of("keys.server", "");
        return now.fleet().servers().stream()
                .map(Server::name)
                .filter(name -> holds(before + name, words))
                .limit(MOST_SERVERS)
                .toList();
    }

    private String obstacle(Shortcut shortcut, Picture now) {
        boolean nothing = now.state() == Picture.State.UNCONFIGURED;
        String unconfigured = nothing ? Words.of("shell.nothing-configured") : "";
        return switch (shortcut) {
            case UNDO ->
                    now.leases().stream().anyMatch(Lease::inForce)
                            ? ""
                            : Words.of("keys.nothing-to-undo");
            case SILENCE ->
                    now.alarms().ring().pattern() == Ring.Pattern.NONE
                            ? Words.of("keys.nothing-rings")
                            : "";
            case CLOSE_SHEET -> screens.openSheets() > 1 ? "" : Words.of("keys.nothing-open");
            case FIND_SERVER, WHY, BEST_PLAN, OPERATE -> unconfigured;
            case NEW_WINDOW -> nothing ? unconfigured : here(shortcut);
            default -> here(shortcut);
        };
    }

    private String here(Shortcut shortcut) {
        if (shortcut.place() != Place.EVERYWHERE) {
            return Words.of("keys.only-there", shortcut.place().title());
        }
        return acts.containsKey(shortcut) ? "" : Words.of("keys.not-here");
    }
}
