package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.ViewLoader;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What was done already, and what is no longer as it was done.
public final class ActionsController implements PictureView {
    private final ViewLoader loader;

    @FXML private Label summary;
    @FXML private HBox head;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox rows;

    private Rows<ActionsModel.Line> lines;

    /// @param loader loads the rows
    public ActionsController(ViewLoader loader) {
        this.loader = loader;
        this.lines = new Rows<>(new VBox(), this::row);
    }

    @FXML
    void initialize() {
        lines = new Rows<>(rows, this::row);
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
    }

    private LeaseRowController row() {
        return loader.load(FxmlFile.LEASE_ROW, LeaseRowController.class).controller();
    }

    @Override
    public void show(Picture picture) {
        ActionsModel model = new ActionsModel(picture);
        List<ActionsModel.Line> items = model.lines();
        lines.show(items);
        summary.setText(model.summary());
        Shown.when(!items.isEmpty(), head);
        Shown.when(!items.isEmpty(), scroll);
        Shown.when(items.isEmpty(), nothing);
    }
}
