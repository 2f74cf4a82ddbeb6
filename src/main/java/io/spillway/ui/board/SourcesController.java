package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.ViewLoader;
import java.util.Comparator;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// How each source is doing, the dead ones first.
public final class SourcesController implements PictureView {
    private final ViewLoader loader;

    @FXML private Label summary;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox rows;

    private Rows<SourceRowController.Item> list;

    /// @param loader loads the rows
    public SourcesController(ViewLoader loader) {
        this.loader = loader;
        this.list = new Rows<>(new VBox(), this::row);
    }

    @FXML
    void initialize() {
        list = new Rows<>(rows, this::row);
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
    }

    private SourceRowController row() {
        return loader.load(FxmlFile.SOURCE_ROW, SourceRowController.class).controller();
    }

    @Override
    public void show(Picture picture) {
        List<SourceHealth> sources = picture.sources();
        long live = sources.stream().filter(SourceHealth::ok).count();
        summary.setText(sources.isEmpty() ? "" : live + " of " + sources.size() + " live");
        list.show(
                sources.stream()
                        .sorted(Comparator.comparing(SourceHealth::ok))
                        .map(s -> new SourceRowController.Item(s, picture.time()))
                        .toList());
        Shown.when(sources.isEmpty(), nothing);
        Shown.when(!sources.isEmpty(), scroll);
    }
}
