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
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks an operator's name, and the secret where the desk wants one, before windows may change
/// traffic, and leads back to Observe.
public final class OperateController implements PictureView {
    private final Acts acts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label text;
    @FXML private VBox asking;
    @FXML private TextField name;
    @FXML private VBox proving;
    @FXML private PasswordField secret;
    @FXML private Label trouble;
    @FXML private Button enter;
    @FXML private Button leave;

    OperateController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        name.textProperty().subscribe(_ -> enable());
        secret.textProperty().subscribe(_ -> enable());
        proving.visibleProperty().subscribe(_ -> enable());
        say("");
    }

    private void enable() {
        enter.setDisable(
                name.getText().isBlank() || (proving.isVisible() && secret.getText().isEmpty()));
    }

    /// Clears what an earlier visit left and takes the keyboard.
    void begin() {
        say("");
        secret.clear();
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
        Shown.when(!operate && picture.mode().secrets(), proving);
        Shown.when(!operate, enter);
        Shown.when(operate, leave);
    }

    @FXML
    void operate() {
        if (enter.isDisabled()) {
            (name.getText().isBlank() ? name : secret).requestFocus();
            return;
        }
        Command.Operate operate = new Command.Operate(name.getText().strip());
        acts.send(
                proving.isVisible() ? new Command.Signed(operate, secret.getText()) : operate,
                this::answered);
        secret.clear();
    }

    @FXML
    void observe() {
        acts.send(new Command.Observe(), this::answered);
    }

    @FXML
    void cancel() {
        secret.clear();
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
