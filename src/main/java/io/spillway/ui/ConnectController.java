package io.spillway.ui;

import io.spillway.ui.FleetConnector.Addresses;
import io.spillway.ui.FleetConnector.Findings;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.CheckLine.Line;
import io.spillway.ui.kit.CheckLine.Outcome;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Connects a fleet in three steps: its addresses, a look whether they answer, and the file that
/// keeps them. A step is shown once the one before it is done.
public final class ConnectController {
    private final FirstRunOffer offer;

    @FXML private TextField prometheus;
    @FXML private TextField haproxy;
    @FXML private Node secure;
    @FXML private TextField keyStore;
    @FXML private TextField authority;
    @FXML private Button check;
    @FXML private Node checked;
    @FXML private VBox findings;
    @FXML private Node writing;
    @FXML private TextField file;
    @FXML private Button write;
    @FXML private Label trouble;

    private @Nullable Rows<Line> lines;
    private FleetConnector.@Nullable Writing found;
    private Runnable left = () -> {};
    private int asked;

    ConnectController(FirstRunOffer offer) {
        this.offer = offer;
    }

    @FXML
    void initialize() {
        lines = new Rows<>(findings, CheckLine::new);
        for (TextField field : List.of(prometheus, haproxy, keyStore, authority)) {
            field.textProperty().subscribe(_ -> restart());
        }
        file.setText(offer.configuration());
        say("");
    }

    /// Calls back when somebody goes back to what else is offered.
    void leaves(Runnable told) {
        left = told;
    }

    /// Takes the keyboard.
    void begin() {
        haproxy.requestFocus();
    }

    /// What was found of other addresses holds no longer.
    private void restart() {
        asked++;
        found = null;
        boolean some = !prometheus.getText().isBlank() || !haproxy.getText().isBlank();
        check.setDisable(!some || offer.connector() == null);
        Shown.when(overTls(), secure);
        Shown.when(false, checked);
        Shown.when(false, writing);
    }

    private boolean overTls() {
        return haproxy.getText().strip().startsWith("tls://");
    }

    @FXML
    void check() {
        FleetConnector connector = offer.connector();
        if (connector == null || check.isDisabled()) {
            return;
        }
        restart();
        int mine = asked;
        check.setDisable(true);
        list(List.of(new Line(Outcome.WARNS, Words.of("shell.checking"))));
        Addresses addresses =
                new Addresses(
                        prometheus.getText().strip(),
                        haproxy.getText().strip(),
                        overTls() ? keyStore.getText().strip() : "",
                        overTls() ? authority.getText().strip() : "");
        connector.check(
                addresses,
                findings -> {
                    if (mine == asked) {
                        show(findings);
                    }
                });
    }

    private void show(Findings findings) {
        found = findings.writing();
        check.setDisable(false);
        list(
                findings.list().stream()
                        .map(f -> new Line(f.good() ? Outcome.HOLDS : Outcome.FAILS, f.sentence()))
                        .toList());
        Shown.when(found != null, writing);
        if (found != null) {
            write.requestFocus();
        }
    }

    private void list(List<Line> said) {
        Objects.requireNonNull(lines).show(said);
        Shown.when(true, checked);
    }

    @FXML
    void write() {
        FleetConnector.Writing kept = found;
        if (kept != null && !write.isDisabled()) {
            say("");
            write.setDisable(true);
            kept.write(
                    file.getText().strip(),
                    message -> {
                        write.setDisable(false);
                        say(message);
                    });
        }
    }

    @FXML
    void back() {
        left.run();
    }

    private void say(String message) {
        trouble.setText(message);
        Shown.when(!message.isEmpty(), trouble);
    }
}
