package io.spillway.ui.traffic;

import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How many servers of a pool should serve.
final class StandbyRow extends HBox implements RowView<StandbyModel.PoolRow> {
    private final Label pool = Cells.label("pool", "strong");
    private final Label serving = Cells.label("count");
    private final Label wanted = Cells.label("count");
    private final Label text = Cells.words("small", "mute", "gap");
    private final Button button;
    private PlanRequest request = new PlanRequest.Throttle();

    /// @param ask called for the plan
    StandbyRow(Consumer<PlanRequest> ask) {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        button = Cells.button("", "", () -> ask.accept(request));
        HBox choices = new HBox(button);
        choices.getStyleClass().add("choices");
        choices.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(pool, serving, wanted, text, choices);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(StandbyModel.PoolRow row) {
        pool.setText(row.pool());
        serving.setText(row.serving());
        wanted.setText(row.wanted());
        text.setText(row.text());
        request = row.request();
        button.setText(row.button() + "…");
        button.setAccessibleText(Words.of("traffic.standby-preview", row.button(), row.pool()));
        button.setVisible(!row.button().isEmpty());
    }
}
