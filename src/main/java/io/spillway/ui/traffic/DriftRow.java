package io.spillway.ui.traffic;

import io.spillway.desk.LeaseAct;
import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One thing that a balancer holds otherwise than asked.
final class DriftRow extends HBox implements RowView<DriftModel.Row> {
    private final Label where = Cells.label("where", "strong");
    private final Label what = Cells.words();
    private final Label why = Cells.words("small", "mute");
    private final Label intended = Cells.label("value");
    private final Label found = Cells.label("value", "strong");
    private final Button reapply;
    private final Button accept;
    private String act = "";

    /// @param acts sends decisions
    DriftRow(LeaseActs acts) {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        reapply =
                Cells.button(
                        Words.of("traffic.re-apply"), "", () -> acts.decide(LeaseAct.REAPPLY, act));
        accept =
                Cells.button(
                        Words.of("traffic.accept"), "", () -> acts.decide(LeaseAct.ACCEPT, act));
        HBox choices = new HBox(reapply, accept);
        choices.getStyleClass().add("choices");
        choices.setAlignment(Pos.CENTER_RIGHT);
        choices.disableProperty().bind(acts.waitingProperty());
        VBox words = new VBox(what, why);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("what");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(where, words, intended, found, choices);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(DriftModel.Row row) {
        act = row.act();
        where.setText(row.where());
        what.setText(row.what());
        why.setText(row.why());
        intended.setText(row.intended());
        found.setText(row.found());
        found.setAccessibleText(Words.of("traffic.found-value", row.found()));
        reapply.setAccessibleText(Words.of("traffic.re-apply-what", row.what(), row.where()));
        accept.setAccessibleText(Words.of("traffic.accept-what", row.what(), row.where()));
        List.of(reapply, accept).forEach(b -> b.setVisible(!act.isEmpty()));
    }
}
