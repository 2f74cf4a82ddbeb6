package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.plot.FleetCells;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/// Every server as a cell, by pool.
public final class FleetController implements PictureView, Themed {
    private static final List<Metric> METRICS =
            List.of(Metric.CPU, Metric.REQUESTS, Metric.QUEUE, Metric.ERRORS);

    private final FleetCells cells = new FleetCells();
    private final Navigator navigator;

    @FXML private Label what;
    @FXML private SegmentedButton metrics;
    @FXML private StackPane slot;

    /// @param navigator leads to the server that is clicked
    public FleetController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        slot.getChildren().setAll(cells);
        cells.setMetric(Metric.CPU);
        cells.setOnServer(server -> navigator.openServer(server.name()));
        List<ToggleButton> buttons = metrics.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            Metric metric = METRICS.get(i);
            ToggleButton button = buttons.get(i);
            button.setOnAction(_ -> {
                button.setSelected(true);
                cells.setMetric(metric);
            });
        }
    }

    @Override
    public void show(Picture picture) {
        what.setText(Format.plural(picture.fleet().servers().size(), "server"));
        cells.setFleet(picture.fleet());
    }

    @Override
    public void dress(Tokens tokens) {
        cells.setPalette(PlotsModel.palette(tokens));
    }
}
