package io.spillway.ui.setup;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Makes certificates and HAProxy's part, and says where each file goes.
public final class FilesController {
    private final SetupFacts facts;

    @FXML private TextField servers;
    @FXML private TextField operators;
    @FXML private TextField folder;
    @FXML private Button certificates;
    @FXML private Button snippets;
    @FXML private Label trouble;
    @FXML private VBox written;

    /// @param facts bring what makes the files
    public FilesController(SetupFacts facts) {
        this.facts = facts;
    }

    @FXML
    void initialize() {
        Shown.when(false, trouble);
        Path home = Path.of(System.getProperty("user.home", ""));
        folder.setText(home.resolve("spillway-setup").toString());
        enable(true);
    }

    private void enable(boolean idle) {
        boolean can = idle && facts.files() != null;
        certificates.setDisable(!can);
        snippets.setDisable(!can);
    }

    @FXML
    void certificates() {
        SetupFiles files = facts.files();
        if (files != null) {
            make(files::certificates);
        }
    }

    @FXML
    void snippets() {
        SetupFiles files = facts.files();
        if (files != null) {
            make(files::snippets);
        }
    }

    private void make(BiConsumer<SetupFiles.Request, Consumer<SetupFiles.Answer>> maker) {
        enable(false);
        maker.accept(
                new SetupFiles.Request(words(servers), words(operators), folder.getText().strip()),
                this::show);
    }

    private static List<String> words(TextField field) {
        return Arrays.stream(field.getText().split("[\\s,]+")).filter(w -> !w.isEmpty()).toList();
    }

    private void show(SetupFiles.Answer answer) {
        enable(true);
        trouble.setText(answer.trouble());
        Shown.when(!answer.trouble().isEmpty(), trouble);
        written.getChildren().setAll(answer.files().stream().map(FilesController::row).toList());
    }

    private static Node row(String file) {
        Label name = Cells.words("strong");
        name.setText(file);
        Label where = Cells.words("small", "mute");
        where.setText(Words.of("setup.goes-" + kind(file)));
        VBox row = new VBox(name, where);
        row.getStyleClass().add("file");
        return row;
    }

    private static String kind(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "crt" -> "authority";
            case "key" -> "key";
            case "pem" -> "server";
            case "p12" -> "store";
            case "password" -> "password";
            case "map" -> "map";
            default -> name.contains("gates") ? "gates" : "snippet";
        };
    }
}
