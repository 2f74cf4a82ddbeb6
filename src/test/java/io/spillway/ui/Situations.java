package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SegmentedButton;

/// Screens in the middle of something: a sheet over them, an answer just come.
final class Situations {
    static final List<String> NAMES =
            List.of(
                    "wall",
                    "wall-5m",
                    "wall-8m",
                    "wall-calm",
                    "wall-blind",
                    "wall-drill",
                    "operate",
                    "operating",
                    "undo",
                    "undo-unknown",
                    "applied",
                    "refused",
                    "why",
                    "why-calm",
                    "server",
                    "day",
                    "palette",
                    "keys",
                    "connect",
                    "month",
                    "plan-gate",
                    "plan-drain",
                    "plan-standby",
                    "plan-cap",
                    "plan-maxconn",
                    "plan-edit",
                    "plan-following",
                    "plan-consent",
                    "cards",
                    "emergency",
                    "alarms-calm",
                    "alarms-few",
                    "alarms-ten",
                    "alarms-pane",
                    "alarms-shelving",
                    "alarms-flood",
                    "alarms-shelved",
                    "alarms-blind",
                    "alarms-history",
                    "alarms-figures",
                    "alarms-rules",
                    "traffic-calm",
                    "traffic-surge",
                    "traffic-gate",
                    "traffic-applied",
                    "traffic-standby",
                    "traffic-lines",
                    "setup-proved",
                    "setup-refused",
                    "setup-files");

    private static final int ANSWERS = 4;

    private Situations() {}

    /// The scene of a situation. To be called off the FX thread: answers must find it free.
    static Scene scene(String what, Theme theme, int width, int height) {
        Scene scene = FxToolkit.onFx(() -> begin(what, theme, width, height));
        if (what.equals("setup-proved")) {
            // Each step's answer comes in a later pulse than the step.
            for (int step = 0; step < ANSWERS; step++) {
                FxToolkit.onFx(() -> {});
            }
        }
        FxToolkit.onFx(() -> Snapshot.settle(scene));
        return scene;
    }

    private static Scene begin(String what, Theme theme, int width, int height) {
        if (what.startsWith("wall")) {
            return WallSituations.begin(what, theme, width, height);
        }
        if (what.startsWith("traffic-")) {
            return traffic(what.substring(8), theme, width, height);
        }
        if (what.startsWith("setup-")) {
            return setup(what.substring(6), theme, width, height);
        }
        if (ReliefSituations.NAMES.contains(what)) {
            return ReliefSituations.begin(what, theme, width, height);
        }
        return what.startsWith("alarms-")
                ? alarms(what.substring(7), theme, width, height)
                : sheet(what, theme, width, height);
    }

    private static Scene alarms(String what, Theme theme, int width, int height) {
        Picture picture =
                SampleAlarms.picture(
                        switch (what) {
                            case "calm" -> SampleAlarms.calm();
                            case "ten" -> SampleAlarms.ten();
                            case "flood" -> SampleAlarms.flood();
                            case "shelved" -> SampleAlarms.shelved();
                            case "blind" -> SampleAlarms.blind();
                            default -> SampleAlarms.few();
                        });
        Console console =
                new Console(
                        new ScriptedDesk(picture),
                        theme,
                        new FxDispatcher(),
                        SampleOffer.offer(),
                        () -> "ops-1");
        Scene scene = console.scene(width, height);
        console.show(Screen.ALARMS);
        Snapshot.settle(scene);
        switch (what) {
            case "pane" -> press(scene, KeyCode.ENTER);
            case "shelving" -> type(scene, "s");
            case "shelved" -> tab(scene, 1);
            case "history" -> tab(scene, 2);
            case "figures" -> tab(scene, 3);
            case "rules" -> tab(scene, 4);
            default -> {}
        }
        return scene;
    }

    private static Scene traffic(String what, Theme theme, int width, int height) {
        Picture picture = what.equals("calm") ? SampleTraffic.calm() : SampleTraffic.surge();
        ScriptedDesk desk = new ScriptedDesk(picture);
        FxDispatcher dispatcher = new FxDispatcher();
        Console console = new Console(desk, theme, dispatcher, SampleOffer.offer(), () -> "ops-1");
        Scene scene = console.scene(width, height);
        console.show(Screen.TRAFFIC);
        Snapshot.settle(scene);
        switch (what) {
            case "gate", "applied" -> button(scene, ".gates .rung", "1 crawlers").fire();
            case "standby" ->
                    button(scene, ".standby .button", Words.of("traffic.bring-in", 2) + "…").fire();
            case "lines" -> button(scene, ".leases .button", Words.of("traffic.permanent")).fire();
            default -> {}
        }
        if (what.equals("applied")) {
            Platform.runLater(() -> {
                ((Button) scene.lookup(".preview .primary")).fire();
            });
        }
        return scene;
    }

    private static Scene setup(String what, Theme theme, int width, int height) {
        ScriptedDesk desk = new ScriptedDesk(SamplePictures.operating());
        if (what.equals("refused")) {
            desk.refuse(
                    "Nothing was sent: lb-2 does not answer. See that it runs, then try again.");
        }
        Console console =
                new Console(desk, theme, new FxDispatcher(), SampleOffer.offer(), () -> "ops-1");
        Scene scene = console.scene(width, height);
        console.show(Screen.SETUP);
        Snapshot.settle(scene);
        if (what.equals("files")) {
            SegmentedButton tabs = (SegmentedButton) scene.lookup(".setup .tabs");
            tabs.getButtons().get(1).fire();
        } else {
            ((Button) scene.lookup(".proof .primary")).fire();
        }
        return scene;
    }

    private static Button button(Scene scene, String selector, String text) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void tab(Scene scene, int place) {
        SegmentedButton tabs = (SegmentedButton) scene.lookup(".alarm-list .segmented-button");
        tabs.getButtons().get(place).fire();
    }

    private static void press(Scene scene, KeyCode key) {
        Node table = scene.lookup(".alarm-list .table-view");
        table.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void type(Scene scene, String letter) {
        Node table = scene.lookup(".alarm-list .table-view");
        KeyCode none = KeyCode.UNDEFINED;
        table.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, letter, "", none, false, false, false, false));
    }

    private static Scene sheet(String what, Theme theme, int width, int height) {
        ScriptedDesk desk =
                new ScriptedDesk(
                        switch (what) {
                            case "operate" -> SamplePictures.practice();
                            case "connect" -> SamplePictures.unconfigured();
                            case "why", "server", "day", "month" -> SampleOutlooks.saturating();
                            case "why-calm" -> SampleOutlooks.announced();
                            default -> SamplePictures.overload();
                        });
        Console console =
                new Console(desk, theme, new FxDispatcher(), SampleOffer.offer(), () -> "ops-1");
        Scene scene = console.scene(width, height);
        switch (what) {
            case "operate" -> {
                console.show(Screen.PLAN);
                ((Button) scene.lookup(".plan-sheet .primary")).fire();
            }
            case "operating" -> console.navigator().openOperate();
            case "applied", "refused" -> {
                if (what.equals("refused")) {
                    desk.refuse(
                            "Nothing was changed: web-003 on lb-2 now has weight 90, the plan was"
                                    + " made at 100. Compute the plan anew, or set the weight"
                                    + " back to 100 on lb-2 and apply this one.");
                }
                console.show(Screen.PLAN);
                ((Button) scene.lookup(".plan-sheet .primary")).fire();
            }
            case "why", "why-calm" -> console.navigator().openWhy();
            case "server" -> console.navigator().inspect("web-031");
            case "palette" -> console.navigator().openCommands();
            case "keys" -> key(scene, "Shift+F1").run();
            case "connect" ->
                    button(scene, ".first-run .button", Words.of("shell.connect-begin")).fire();
            case "day" -> window(scene, 3);
            case "month" -> window(scene, 5);
            case "undo" -> console.navigator().openUndo("k3");
            default -> {
                desk.publish(
                        SamplePictures.with(
                                desk.picture(),
                                desk.picture().mode(),
                                List.of(),
                                List.of(SamplePictures.unknownLease()),
                                List.of()));
                console.show(desk.picture());
                console.navigator().openUndo("");
            }
        }
        return scene;
    }

    private static Runnable key(Scene scene, String name) {
        return Objects.requireNonNull(scene.getAccelerators().get(KeyCombination.valueOf(name)));
    }

    private static void window(Scene scene, int place) {
        SegmentedButton windows = (SegmentedButton) scene.lookup(".plots .segmented-button");
        windows.getButtons().get(place).fire();
    }
}
