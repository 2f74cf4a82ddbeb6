package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// CPU as a bar and a number; an old one as a hatched number with its age.
final class CpuCell extends FactsCell {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final MeterBar bar = new MeterBar();
    private final Label number = new Label();
    private final HBox box = new HBox(bar, number);

    CpuCell() {
        super(f -> Format.percent(f.value(Metric.CPU)).toString(), f -> f.remark(Metric.CPU));
        number.getStyleClass().add("percent");
        box.getStyleClass().add("meter");
        box.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable ServerFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        setGraphic(empty || facts == null ? null : box);
    }

    @Override
    void draw(ServerFacts facts) {
        super.draw(facts);
        boolean old = facts.old(Metric.CPU);
        double cpu = facts.value(Metric.CPU);
        number.setText(getText() + (old ? " · " + facts.age(Metric.CPU) : ""));
        bar.show(cpu);
        bar.setVisible(!old && Double.isFinite(cpu));
        bar.setManaged(!old && Double.isFinite(cpu));
        bar.pseudoClassStateChanged(OVER, facts.overloaded());
        mark(old, false);
    }

    /// A share of 0..1 as a bar.
    static final class MeterBar extends Region {
        private final Region fill = new Region();
        private double share;

        MeterBar() {
            getStyleClass().add("meter-bar");
            fill.getStyleClass().add("fill");
            fill.setManaged(false);
            getChildren().add(fill);
        }

        void show(double value) {
            share = Double.isFinite(value) ? Math.clamp(value, 0, 1) : 0;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
        }
    }
}
