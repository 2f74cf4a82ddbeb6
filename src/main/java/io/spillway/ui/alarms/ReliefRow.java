package io.spillway.ui.alarms;

import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A plan that would help, and the way to its preview.
final class ReliefRow extends HBox implements RowView<Plan> {
    private final Label title = new Label();
    private final Label effect = new Label();
    private final Button preview = new Button(Words.of("kit.preview"));
    private String pool = "";

    ReliefRow(Navigator navigator) {
        getStyleClass().addAll("box", "relief-row");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("strong");
        effect.getStyleClass().addAll("small", "mute");
        preview.getStyleClass().add("slim");
        preview.setOnAction(_ -> navigator.openPlan(pool));
        preview.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new VBox(title, effect), gap, preview);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Plan plan) {
        pool = plan.pool();

        title.setText(PlanWords.title(plan));
        long weights =
                plan.servers().stream().filter(m -> m.weightNow() != m.weightAfter()).count();
        effect.setText(
                Words.of(
                        "alarms.relief-effect",
                        Format.change(plan.before(), plan.after()),
                        Words.of("kit.weights", weights)));
        preview.setAccessibleText(Words.of("kit.preview-what", title.getText()));
    }
}
