package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Dims a region that sees nothing and says since when and why.
final class Veil extends StackPane {
    private final Label title = new Label();
    private final Label reason = new Label();

    Veil() {
        Region dim = new Region();
        dim.getStyleClass().add("plot-veil");
        title.getStyleClass().add("plot-blind-title");
        reason.getStyleClass().add("plot-blind-reason");
        reason.setWrapText(true);
        VBox box = new VBox(title, reason);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("plot-blind");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(dim, box);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Says since when there is nothing to see; null lifts the veil.
    void set(@Nullable Instant since, String why) {
        setVisible(since != null);
        if (since != null) {
            title.setText(Words.of("plot.blind-since", Ticks.clock(since.toEpochMilli())));
            reason.setText(why);
            reason.setVisible(!why.isEmpty());
            reason.setManaged(!why.isEmpty());
        }
    }
}
