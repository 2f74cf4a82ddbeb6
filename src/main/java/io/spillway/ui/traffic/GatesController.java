package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the gates stand, and the rungs to which they may be brought.
public final class GatesController implements PictureView {
    @FXML private Label summary;
    @FXML private Node head;
    @FXML private Label nothing;
    @FXML private VBox rows;
    @FXML private VBox steps;
    @FXML private Label ladderWords;
    @FXML private FlowPane ladder;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;

    private Rows<GatesModel.Row> gates = new Rows<>(new VBox(), GateRow::new);
    private Rows<GatesModel.Step> rungs = new Rows<>(new FlowPane(), this::rung);
    private Consumer<PlanRequest> ask = _ -> {};
    private @Nullable Plan preview;
    private int rung = -1;

    @FXML
    void initialize() {
        gates = new Rows<>(rows, GateRow::new);
        rungs = new Rows<>(ladder, this::rung);
        scroll.prefViewportHeightProperty().bind(content.heightProperty());
    }

    private StepButton rung() {
        return new StepButton(
                step -> ask.accept(new PlanRequest.Gate(Integer.toString(step.number()))));
    }

    /// Whom to ask for a plan.
    void asks(Consumer<PlanRequest> planner) {
        ask = planner;
    }

    /// Shows what a plan would do to the gates from the next Picture on; null for nothing.
    ///
    /// @param of the rung that was asked for, -1 for none
    void preview(@Nullable Plan plan, int of) {
        preview = plan;
        rung = of;
    }

    @Override
    public void show(Picture picture) {
        GatesModel model = new GatesModel(picture.relief(), preview, rung);
        summary.setText(model.summary());
        List<GatesModel.Row> all = model.rows();
        gates.show(all);
        rungs.show(model.ladder());
        ladderWords.setText(model.ladderWords());
        Shown.when(model.any(), head);
        Shown.when(model.any(), steps);
        Shown.when(!model.any(), nothing);
    }

    @FXML
    void follow() {
        ask.accept(new PlanRequest.Throttle());
    }

    /// Takes the keyboard to the ladder.
    void focus() {
        if (!ladder.getChildren().isEmpty()) {
            ladder.getChildren().getFirst().requestFocus();
        }
    }
}
