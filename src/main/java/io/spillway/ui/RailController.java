package io.spillway.ui;

import io.spillway.alarm.Alarms;
import io.spillway.ui.alarms.AlarmsBadge;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.StyleClasses;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/// The rail at the left: the screens there are.
public final class RailController {
    private static final int MOST = 99;
    private static final List<String> COLOURS = List.of("p1", "p2", "p3");

    private final Navigator navigator;

    @FXML private ToggleButton board;
    @FXML private ToggleButton servers;
    @FXML private ToggleButton alarms;
    @FXML private ToggleButton traffic;
    @FXML private ToggleButton setup;
    @FXML private Label badge;

    RailController(Navigator navigator) {
        this.navigator = navigator;
    }

    /// Marks the screen that is shown.
    void mark(Screen screen) {
        board.setSelected(screen == Screen.BOARD || screen == Screen.PLAN);
        servers.setSelected(screen == Screen.SERVERS);
        alarms.setSelected(screen == Screen.ALARMS);
        traffic.setSelected(screen == Screen.TRAFFIC);
        setup.setSelected(screen == Screen.SETUP);
    }

    /// Says how many alarms wait for an answer, in the colour of the most urgent of them.
    void show(Alarms all) {
        int waiting = all.unacknowledged();
        Shown.when(waiting > 0, badge);
        badge.setText(waiting > MOST ? MOST + "+" : Integer.toString(waiting));
        StyleClasses.only(badge, COLOURS, AlarmsBadge.colour(all));
        String words =
                waiting == 0 ? Words.of("kit.alarms") : Words.of("shell.alarms-waiting", waiting);
        alarms.setAccessibleText(words);
    }

    @FXML
    void openCommands() {
        navigator.openCommands();
    }

    @FXML
    void showBoard() {
        navigator.show(Screen.BOARD);
    }

    @FXML
    void showServers() {
        navigator.show(Screen.SERVERS);
    }

    @FXML
    void showAlarms() {
        navigator.show(Screen.ALARMS);
    }

    @FXML
    void showTraffic() {
        navigator.show(Screen.TRAFFIC);
    }

    @FXML
    void showSetup() {
        navigator.show(Screen.SETUP);
    }
}
