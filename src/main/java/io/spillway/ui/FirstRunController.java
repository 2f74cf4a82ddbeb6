package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The first screen: offers practice and says how to connect a fleet.
public final class FirstRunController implements PictureView {
    private final FirstRunOffer offer;

    @FXML private Label path;
    @FXML private Label example;
    @FXML private Button practice;
    @FXML private Label trouble;
    @FXML private Button copy;

    FirstRunController(FirstRunOffer offer) {
        this.offer = offer;
    }

    @FXML
    void initialize() {
        say("");
        path.setText(offer.configuration());
        example.setText(offer.example().strip());
    }

    @Override
    public void show(Picture picture) {}

    @FXML
    void practice() {
        Consumer<Consumer<String>> start = offer.practice();
        if (start != null) {
            say("");
            practice.setDisable(true);
            start.accept(message -> {
                practice.setDisable(false);
                say(message);
            });
        }
    }

    private void say(String message) {
        trouble.setText(message);
        Shown.when(!message.isEmpty(), trouble);
    }

    @FXML
    void copyExample() {
        ClipboardContent content = new ClipboardContent();
        content.putString(offer.example());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(Words.of("shell.copied"));
    }
}
