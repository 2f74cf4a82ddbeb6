package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Asks, within the pane, why alarms are put aside and for how long.
public final class AsideFormController {
    private final AlarmActs acts;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private SegmentedButton times;
    @FXML private TextField reason;
    @FXML private Label trouble;
    @FXML private Button enter;

    private List<String> ids = List.of();
    private boolean shelves;

    /// @param acts carries out what was asked for
    public AsideFormController(AlarmActs acts) {
        this.acts = acts;
    }

    @FXML
    void initialize() {
        close();
    }

    /// Asks about shelving these.
    void shelve(List<Alarm> alarms) {
        shelves = true;
        times.getButtons().clear();
        for (ShelveChoice choice : ShelveChoice.of(alarms)) {
            ToggleButton button = new ToggleButton(choice.words());
            button.setUserData(choice);
            times.getButtons().add(button);
            button.setToggleGroup(times.getToggleGroup());
            // A choice may be changed, never taken back.
            button.setOnAction(_ -> button.setSelected(true));
        }
        times.getButtons().getFirst().setSelected(true);
        open(alarms, "alarms.shelve-what", "alarms.shelve");
    }

    /// Asks about taking these out of service.
    void takeOut(List<Alarm> alarms) {
        shelves = false;
        open(alarms, "alarms.take-out-what", "alarms.take-out");
    }

    private void open(List<Alarm> alarms, String verb, String button) {
        ids = AlarmActs.ids(alarms);
        String what =
                alarms.size() == 1
                        ? AlarmWords.source(alarms.getFirst().subject())
                                + ": "
                                + RuleWords.title(alarms.getFirst().rule())
                        : Words.of("alarms.alarms", alarms.size());
        title.setText(Words.of(verb, what));
        enter.setText(Words.of(button));
        reason.clear();
        say("");
        Shown.when(shelves, times);
        Shown.when(true, root);
        reason.requestFocus();
    }

    boolean isOpen() {
        return root.isVisible();
    }

    @FXML
    void enter() {
        String why = reason.getText().strip();
        if (why.isEmpty()) {
            say(Words.of("alarms.say-why"));
            reason.requestFocus();
            return;
        }
        if (shelves) {
            acts.shelve(ids, chosen(), why);
        } else {
            acts.takeOut(ids, why);
        }
        close();
    }

    private long chosen() {
        return times.getButtons().stream()
                .filter(ToggleButton::isSelected)
                .map(b -> ((ShelveChoice) b.getUserData()).millis())
                .findFirst()
                .orElseThrow();
    }

    @FXML
    void close() {
        Shown.when(false, root);
    }

    private void say(String words) {
        trouble.setText(words);
        Shown.when(!words.isEmpty(), trouble);
    }
}
