package io.spillway.ui.plan;

import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The figures that a plan is judged by, before and after: the busiest server and, where a forecast
/// tells it, the time to saturation; else the pool's mean.
public final class PlanFigures extends HBox {
    private final Label busiest = figure("busiest-server");
    private final Label second = figure("second-figure");
    private final Label secondName = new Label();
    private final VBox busiestBox = box(new Label(Words.of("kit.busiest-server")), busiest);
    private final VBox secondBox = box(secondName, second);

    /// Empty figures.
    public PlanFigures() {
        getStyleClass().add("pair");
        getChildren().addAll(busiestBox, secondBox);
    }

    private static Label figure(String style) {
        Label label = new Label();
        label.getStyleClass().addAll("figure", style);
        return label;
    }

    private static VBox box(Label name, Label value) {
        name.getStyleClass().addAll("small", "mute");
        VBox box = new VBox(name, value);
        box.getStyleClass().add("box");
        setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// @param edit weights as edited, which the plan does not know yet; null if none are
    void show(PlanModel model, @Nullable WeightEdit edit) {
        busiest.setText(
                edit == null
                        ? model.busiest()
                        : Format.change(edit.busiest(false), edit.busiest(true)));
        String saturation =
                edit == null
                        ? model.saturation()
                        : model.saturation(edit.busiest(false), edit.busiest(true));
        boolean told = !saturation.isEmpty();
        String mean = model.mean();
        secondName.setText(Words.of(told ? "plan.time-to-saturation" : "plan.mean-of-pool"));
        second.setText(told ? saturation : mean);
        Shown.when(told || edit == null, secondBox);
    }
}
