package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The command palette: type what you want, choose it, and the window does it.
public final class PaletteController implements PictureView {
    private final Navigator navigator;

    @FXML private TextField wanted;
    @FXML private ListView<CommandItem> list;
    @FXML private Label none;

    private @Nullable Commands commands;
    private @Nullable Picture picture;

    PaletteController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        list.setCellFactory(_ -> {
            CommandCell cell = new CommandCell();
            cell.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    run(cell.getItem());
                }
            });
            return cell;
        });
        wanted.textProperty().subscribe(_ -> search());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item ->
                        wanted.setAccessibleHelp(
                                item == null
                                        ? Words.of("keys.no-command")
                                        : item.title() + " " + item.obstacle()));
    }

    /// Lists these commands, none of them chosen by words yet, and takes the keyboard.
    void open(Commands all, Picture now) {
        commands = all;
        picture = now;
        wanted.clear();
        search();
        wanted.requestFocus();
    }

    @Override
    public void show(Picture next) {
        picture = next;
        List<CommandItem> found = found();
        List<CommandItem> shown = list.getItems();
        boolean same = found.size() == shown.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = found.get(i).looksLike(shown.get(i));
        }
        if (!same) {
            CommandItem chosen = list.getSelectionModel().getSelectedItem();
            list(found, item -> chosen != null && item.title().equals(chosen.title()));
        }
    }

    private List<CommandItem> found() {
        Commands all = commands;
        Picture now = picture;
        return all == null || now == null ? List.of() : all.matching(now, wanted.getText());
    }

    private void search() {
        list(found(), CommandItem::possible);
        list.scrollTo(0);
    }

    /// Lists these, and chooses the first that is meant.
    private void list(List<CommandItem> found, Predicate<CommandItem> meant) {
        list.getItems().setAll(found);
        Shown.when(found.isEmpty(), none);
        int first = found.stream().filter(meant).findFirst().map(found::indexOf).orElse(0);
        list.getSelectionModel().select(first);
    }

    private void move(KeyEvent key) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        int step = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int to = Math.clamp(at + step, 0, Math.max(0, last));
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 2));
            key.consume();
        }
    }

    /// Does what is chosen.
    @FXML
    void run() {
        CommandItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            run(item);
        }
    }

    private void run(CommandItem item) {
        if (item.possible()) {
            navigator.closeSheet();
            item.run().run();
        }
    }
}
