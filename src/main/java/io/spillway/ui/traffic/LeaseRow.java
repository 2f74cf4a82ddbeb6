package io.spillway.ui.traffic;

import io.spillway.desk.LeaseAct;
import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One act in force and what may be decided about it.
final class LeaseRow extends HBox implements RowView<LeasesModel.Row> {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final LeaseActs acts;
    private final Label emergency = Cells.label("loud");
    private final Label what = Cells.words("strong");
    private final Label why = Cells.words("small", "mute");
    private final Label by = Cells.label("by");
    private final Label since = Cells.label("since");
    private final Label ends = Cells.label("ends");
    private final Label verdict = Cells.label("verdict", "mute");
    private final HBox choices = new HBox();
    private List<LeasesModel.Choice> shown = List.of();
    private final ObservableBooleanValue wide;
    private LeasesModel.@Nullable Row row;
    private String of = "";

    /// @param acts sends decisions
    /// @param wide whether there is room for a column of verdicts
    LeaseRow(LeaseActs acts, ObservableBooleanValue wide) {
        this.acts = acts;
        this.wide = wide;
        wide.subscribe(this::words);
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        emergency.setText("EMERGENCY");
        emergency.setMinWidth(USE_PREF_SIZE);
        verdict.setWrapText(true);
        choices.getStyleClass().add("choices");
        choices.setAlignment(Pos.CENTER_RIGHT);
        choices.disableProperty().bind(acts.waitingProperty());
        HBox act = new HBox(emergency, what);
        act.getStyleClass().add("act");
        act.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(act, why);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("what");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, by, since, ends, verdict, choices);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(LeasesModel.Row next) {
        row = next;
        words();
        draw(next);
    }

    private void draw(LeasesModel.Row row) {
        what.setText(row.what());
        by.setText(row.by());
        since.setText(row.since());
        ends.setText(row.ends());
        verdict.setText(row.verdict());
        Shown.when(row.emergency(), emergency);
        pseudoClassStateChanged(TROUBLE, row.trouble());
        if (!row.choices().equals(shown) || !row.id().equals(of)) {
            shown = row.choices();
            of = row.id();
            choices.getChildren().setAll(shown.stream().map(c -> button(c, row)).toList());
        }
    }

    /// Where there is no column for it, the verdict stands below the act.
    private void words() {
        LeasesModel.Row now = row;
        if (now != null) {
            Shown.when(wide.get(), verdict);
            boolean below = !wide.get() && !now.verdict().isEmpty();
            String mark = below && !now.why().isEmpty() ? " · " : "";
            why.setText((below ? now.verdict() : "") + mark + now.why());
            Shown.when(!why.getText().isEmpty(), why);
        }
    }

    private Node button(LeasesModel.Choice choice, LeasesModel.Row row) {
        LeaseAct act = choice.act();
        Runnable does = act == null ? () -> acts.undo(row.id()) : () -> acts.decide(act, row.id());
        return Cells.button(
                choice.text(), choice.text().replace("…", "") + ": " + row.what(), does);
    }
}
