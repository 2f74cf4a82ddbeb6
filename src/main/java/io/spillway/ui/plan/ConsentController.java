package io.spillway.ui.plan;

import io.spillway.action.operator.SecondPerson;
import io.spillway.desk.Command;
import io.spillway.desk.Consent;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks a second operator to agree to an act beyond the guards, within a minute of the desk's time,
/// or lets the first override in an emergency, after a typed confirmation.
public final class ConsentController implements PictureView {
    /// What has to be typed before the guards are overridden.
    static final String WORD = "EMERGENCY";

    private final Acts acts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label why;
    @FXML private Label left;
    @FXML private TextField name;
    @FXML private PasswordField secret;
    @FXML private Label trouble;
    @FXML private TextField typed;
    @FXML private Button override;
    @FXML private Button agree;

    private Command.@Nullable Apply apply;
    private Consumer<Reply> agreed = _ -> {};
    private Instant until = Instant.EPOCH;
    private boolean open;
    private boolean waiting;
    private int openings;

    /// @param acts sends the act again, with the consent
    public ConsentController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        name.textProperty().subscribe(_ -> enable());
        secret.textProperty().subscribe(_ -> enable());
        typed.textProperty().subscribe(_ -> enable());
    }

    /// Opens for an act that the desk wants a second operator for.
    ///
    /// @param asked what the desk said
    /// @param then called once it was done
    public void open(Command.Apply act, Reply asked, Picture now, Consumer<Reply> then) {
        apply = act;
        agreed = then;
        openings++;
        open = true;
        waiting = false;
        until = now.time().plus(SecondPerson.PATIENCE);
        why.setText(asked.message());
        name.clear();
        secret.clear();
        typed.clear();
        say("");
        show(now);
        name.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        Duration rest = Duration.between(picture.time(), until);
        if (rest.isNegative() || rest.isZero()) {
            open = false;
        }
        left.setText(
                open
                        ? Words.of("plan.agrees-within", rest.toSeconds())
                        : Words.of("plan.too-late"));
        enable();
    }

    private void enable() {
        boolean filled = !name.getText().isBlank() && !secret.getText().isEmpty();
        agree.setDisable(!open || waiting || !filled);
        override.setDisable(waiting || !typed.getText().strip().equals(WORD));
    }

    @FXML
    void agree() {
        if (!agree.isDisabled()) {
            send(new Consent(name.getText().strip(), secret.getText(), false));
        }
    }

    @FXML
    void override() {
        if (!override.isDisabled()) {
            send(new Consent("", "", true));
        }
    }

    private void send(Consent consent) {
        Command.Apply act = apply;
        if (act == null) {
            return;
        }
        waiting = true;
        enable();
        int asked = openings;
        Command.Apply again =
                new Command.Apply(act.plan(), act.operator(), act.reason(), act.window(), consent);
        acts.send(
                again,
                answer -> {
                    if (asked == openings) {
                        answered(answer);
                    }
                });
    }

    private void answered(Reply answer) {
        waiting = false;
        secret.clear();
        if (answer.done()) {
            agreed.accept(answer);
            close();
            return;
        }
        open = open && answer.asksSecond();
        say(answer.message());
        enable();
    }

    private void say(String message) {
        trouble.setText(message);
        Shown.when(!message.isEmpty(), trouble);
    }

    @FXML
    void cancel() {
        close();
    }

    private void close() {
        apply = null;
        openings++;
        secret.clear();
        if (root.getScene() != null) {
            navigator.closeSheet();
        }
    }
}
