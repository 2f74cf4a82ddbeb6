package io.spillway.ui;

import io.spillway.ui.kit.Screen;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that work everywhere.
final class Keys {
    private Keys() {}

    /// @param dress changes between night and day
    static void install(Scene scene, Screens screens, Runnable dress) {
        Map<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(control(KeyCode.DIGIT1), () -> screens.show(Screen.BOARD));
        keys.put(control(KeyCode.DIGIT2), () -> screens.show(Screen.SERVERS));
        keys.put(control(KeyCode.DIGIT3), () -> screens.show(Screen.ALARMS));
        keys.put(control(KeyCode.DIGIT4), () -> screens.show(Screen.TRAFFIC));
        keys.put(control(KeyCode.F), screens::findServer);
        keys.put(control(KeyCode.R), () -> screens.show(Screen.PLAN));
        keys.put(control(KeyCode.Z), () -> screens.openUndo(""));
        keys.put(control(KeyCode.E), screens::openWhy);
        keys.put(control(KeyCode.M), () -> screens.sound().silence());
        keys.put(control(KeyCode.T), dress);
        keys.put(new KeyCodeCombination(KeyCode.F8), screens::openOperate);
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), screens::closeSheet);
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN);
    }
}
