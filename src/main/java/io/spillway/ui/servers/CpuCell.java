package io.spillway.ui.servers;

import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.MeterBar;
import io.spillway.ui.kit.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// CPU as a bar and a number; an old one as a hatched number with its age.
final class CpuCell extends FactsCell {
    private final MeterBar bar = new MeterBar();
    private final Label number = new Label();
    private final HBox box = new HBox(bar, number);

    CpuCell() {
        super(_ -> "", _ -> "");
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
        boolean old = facts.old(Metric.CPU);
        double cpu = facts.value(Metric.CPU);
        String percent = Format.percent(cpu).toString();
        number.setText(percent + (old ? " · " + facts.age(Metric.CPU) : ""));
        setAccessibleText(number.getText());
        remark(facts.remark(Metric.CPU));
        bar.show(cpu, facts.overloaded());
        Shown.when(!old && Double.isFinite(cpu), bar);
        mark(old, false);
    }
}
