package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.io.File;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The first screen: offers practice, to connect a fleet, or to open a configuration.
public final class FirstRunController implements PictureView {
    private final FirstRunOffer offer;

    @FXML private Node offers;
    @FXML private VBox connect;
    @FXML private ConnectController connectController;
    @FXML private TextField file;
    @FXML private Button practice;
    @FXML private Button begin;
    @FXML private Button open;
    @FXML private Label trouble;
    @FXML private Label unreadable;

    FirstRunController(FirstRunOffer offer) {
        this.offer = offer;
    }

    @FXML
    void initialize() {
        say("", trouble);
        say(offer.trouble(), unreadable);
        file.setText(offer.configuration());
        Shown.when(false, connect);
        connectController.leaves(this::leave);
    }

    @Override
    public void show(Picture picture) {}

    @FXML
    void practice() {
        Consumer<Consumer<String>> start = offer.practice();
        if (start != null) {
            say("", trouble);
            practice.setDisable(true);
            start.accept(message -> {
                practice.setDisable(false);
                say(message, trouble);
            });
        }
    }

    @FXML
    void connect() {
        Shown.when(false, offers);
        Shown.when(true, connect);
        connectController.begin();
    }

    private void leave() {
        Shown.when(true, offers);
        Shown.when(false, connect);
        begin.requestFocus();
    }

    @FXML
    void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("shell.open-file"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
        File chosen = chooser.showOpenDialog(file.getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
        }
    }

    @FXML
    void open() {
        FleetConnector connector = offer.connector();
        if (connector != null && !open.isDisabled()) {
            say("", unreadable);
            open.setDisable(true);
            connector.open(
                    file.getText().strip(),
                    message -> {
                        open.setDisable(false);
                        say(message, unreadable);
                    });
        }
    }

    private static void say(String message, Label label) {
        label.setText(message);
        Shown.when(!message.isEmpty(), label);
    }
}
