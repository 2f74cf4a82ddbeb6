package io.spillway.ui;

import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks an operator's name before windows may change traffic, and leads back to Observe.
public final class OperateController implements PictureView {
    private final Acts acts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label text;
    @FXML private VBox asking;
    @FXML private TextField name;
    @FXML private Label trouble;
    @FXML private Button enter;
    @FXML private Button leave;

    OperateController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        enter.disableProperty().bind(name.textProperty().map(String::isBlank));
        say("");
    }

    /// Clears what an earlier visit left and takes the keyboard.
    void begin() {
        say("");
        (asking.isVisible() ? name : leave).requestFocus();
        name.selectAll();
    }

    @Override
    public void show(Picture picture) {
        boolean operate = picture.mode().operate();
        title.setText(
                operate
                        ? Words.of("shell.operating-as", picture.mode().operator())
                        : Words.of("shell.operate"));
        text.setText(operate ? Words.of("shell.operate-on") : Words.of("shell.operate-off"));
        Shown.when(!operate, asking);
        Shown.when(!operate, enter);
        Shown.when(operate, leave);
    }

    @FXML
    void operate() {
        if (!name.getText().isBlank()) {
            acts.send(new Command.Operate(name.getText().strip()), this::answered);
        }
    }

    @FXML
    void observe() {
        acts.send(new Command.Observe(), this::answered);
    }

    @FXML
    void cancel() {
        navigator.closeSheet();
    }

    private void answered(Reply reply) {
        if (!reply.done()) {
            say(reply.message());
        } else if (root.getScene() != null) {
            navigator.closeSheet();
        }
    }

    private void say(String message) {
        trouble.setText(message);
        Shown.when(!message.isEmpty(), trouble);
    }
}
