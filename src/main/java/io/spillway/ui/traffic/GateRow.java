package io.spillway.ui.traffic;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.MeterBar;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One class and its gate.
final class GateRow extends HBox implements RowView<GatesModel.Row> {
    private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");

    private final Label name = Cells.label("name", "strong");
    private final Label offered = Cells.label("rate");
    private final Label admitted = Cells.label("rate");
    private final MeterBar meter = new MeterBar();
    private final Label gate = Cells.label("gate");
    private final Label matches = Cells.label("matches", "mute", "small");

    GateRow() {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(meter, Priority.ALWAYS);
        HBox.setMargin(meter, new Insets(0, 0, 0, 8));
        name.setWrapText(true);
        matches.setWrapText(true);
        getChildren().addAll(name, offered, admitted, meter, gate, matches);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(GatesModel.Row row) {
        name.setText(row.name());
        offered.setText(row.offered());
        admitted.setText(row.admitted());
        meter.show(row.share(), false);
        gate.setText(row.gate());
        gate.setAccessibleText(Words.of("traffic.gate-of", row.name(), row.gate()));
        matches.setText(row.matches());
        pseudoClassStateChanged(PREVIEW, row.previewed());
    }
}
