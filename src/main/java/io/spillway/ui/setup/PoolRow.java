package io.spillway.ui.setup;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A pool as it was understood.
final class PoolRow extends VBox implements RowView<SetupModel.PoolLine> {
    private final Label pool = Cells.label("pool", "strong");
    private final Label servers = Cells.label("count");
    private final Label limit = Cells.label("count");
    private final Label stay = Cells.label("stay");
    private final Label match = Cells.words("mute", "gap");
    private final Label missing = Cells.words("small", "message");
    private final Button prove;

    /// @param chosen called with the pool's name
    PoolRow(Consumer<String> chosen) {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        prove =
                Cells.button(
                        Words.of("setup.prove") + "…", "", () -> chosen.accept(pool.getText()));
        HBox line = new HBox(pool, servers, limit, stay, match, prove);
        line.getStyleClass().add("cells");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, missing);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(SetupModel.PoolLine line) {
        pool.setText(line.pool());
        servers.setText(line.servers());
        limit.setText(line.limit());
        stay.setText(line.stay());
        match.setText(line.match());
        missing.setText(line.missing());
        Shown.when(!line.missing().isEmpty(), missing);
        prove.setAccessibleText(Words.of("setup.prove-on", line.pool()));
    }
}
