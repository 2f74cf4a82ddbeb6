package io.spillway.ui.traffic;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A server on its way to being empty.
final class LeavingRow extends HBox implements RowView<StandbyModel.LeavingRow> {
    private final Label server = Cells.words("strong");
    private final Label inFlight = Cells.label("figure-cell");
    private final Label arriving = Cells.label("figure-cell");
    private final Label left = Cells.label("figure-cell");

    LeavingRow() {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(server, inFlight, arriving, left);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(StandbyModel.LeavingRow row) {
        server.setText(row.server());
        inFlight.setText(row.inFlight());
        arriving.setText(row.arriving());
        left.setText(row.left());
    }
}
