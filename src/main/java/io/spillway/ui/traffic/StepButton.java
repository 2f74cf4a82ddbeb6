package io.spillway.ui.traffic;

import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// One rung of the ladder, to be chosen.
final class StepButton extends Button implements RowView<GatesModel.Step> {
    private static final PseudoClass IN_FORCE = PseudoClass.getPseudoClass("in-force");
    private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");

    private GatesModel.Step step = new GatesModel.Step(0, "", false, false);

    /// @param choose called with the rung when it is chosen
    StepButton(Consumer<GatesModel.Step> choose) {
        getStyleClass().addAll("slim", "rung");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> choose.accept(step));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(GatesModel.Step next) {
        step = next;
        setText(next.label());
        String stands = next.previewed() ? "traffic.step-previewed" : "traffic.step-preview";
        setAccessibleText(
                Words.of(next.inForce() ? "traffic.step-in-force" : stands, next.label()));
        pseudoClassStateChanged(IN_FORCE, next.inForce());
        pseudoClassStateChanged(PREVIEW, next.previewed());
    }
}
