package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.Words;
import io.spillway.ui.why.NoteRow;
import io.spillway.ui.why.Notes;
import io.spillway.ui.why.WhyController;
import java.util.Comparator;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// How each source is doing, the dead ones first.
public final class SourcesController implements PictureView {
    private final ViewLoader loader;
    private final Navigator navigator;

    @FXML private Label summary;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox all;
    @FXML private VBox rows;
    @FXML private VBox notes;

    private Rows<SourceRowController.Item> list;
    private Rows<Notes.Note> noteRows;

    /// @param loader loads the rows
    /// @param navigator leads to servers
    public SourcesController(ViewLoader loader, Navigator navigator) {
        this.loader = loader;
        this.navigator = navigator;
        this.noteRows = new Rows<>(new VBox(), () -> new NoteRow(navigator));
        this.list = new Rows<>(new VBox(), this::row);
    }

    @FXML
    void initialize() {
        list = new Rows<>(rows, this::row);
        noteRows = new Rows<>(notes, () -> new NoteRow(navigator));
        scroll.prefViewportHeightProperty().bind(all.heightProperty());
    }

    private SourceRowController row() {
        return loader.load(FxmlFile.SOURCE_ROW, SourceRowController.class).controller();
    }

    @Override
    public void show(Picture picture) {
        List<SourceHealth> sources = picture.sources();
        boolean alone = !WhyController.speaks(picture);
        long live = sources.stream().filter(SourceHealth::ok).count();
        summary.setText(
                sources.isEmpty() ? "" : Words.of("board.live-sources", live, sources.size()));
        list.show(
                sources.stream()
                        .filter(s -> alone || !s.ok())
                        .sorted(Comparator.comparing(SourceHealth::ok))
                        .map(s -> new SourceRowController.Item(s, picture.time()))
                        .toList());
        // Where why is told, it tells the notes, and sources that live have nothing to add.
        noteRows.show(alone ? Notes.of(picture) : List.of());
        Shown.when(sources.isEmpty(), nothing);
        Shown.when(!sources.isEmpty(), scroll);
    }
}
