package io.spillway.ui;

import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Screen;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;

/// The rail at the left: the screens there are.
public final class RailController {
    private final Navigator navigator;

    @FXML private ToggleButton board;
    @FXML private ToggleButton servers;

    RailController(Navigator navigator) {
        this.navigator = navigator;
    }

    /// Marks the screen that is shown.
    void mark(Screen screen) {
        board.setSelected(screen == Screen.BOARD || screen == Screen.PLAN);
        servers.setSelected(screen == Screen.SERVERS);
    }

    @FXML
    void showBoard() {
        navigator.show(Screen.BOARD);
    }

    @FXML
    void showServers() {
        navigator.show(Screen.SERVERS);
    }
}
