package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.ExportMenu;
import io.spillway.ui.plot.FleetCells;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Every server as a cell, by pool.
public final class FleetController implements PictureView, Themed {
    private static final List<Metric> METRICS =
            List.of(Metric.CPU, Metric.REQUESTS, Metric.QUEUE, Metric.ERRORS);
    private static final double HEAD = 38;
    private static final double LEGEND = 34;
    private static final double MARGIN = 28;
    private static final double CELL = 34;
    private static final double POOL = 32;
    private static final double ROW = 26;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 12;

    private final FleetCells cells = new FleetCells();
    private final Navigator navigator;

    @FXML private Label what;
    @FXML private SegmentedButton metrics;
    @FXML private VBox root;
    @FXML private StackPane slot;
    @FXML private VBox busiest;
    @FXML private VBox busy;

    private Rows<BusyServer.Busy> busyRows = new Rows<>(new VBox(), BusyServer::new);
    private FleetState fleet = FleetState.empty(0, List.of());

    /// @param navigator leads to the server that is clicked
    public FleetController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        slot.getChildren().setAll(cells);
        ExportMenu.of(cells, () -> Words.of("board.fleet"));
        busyRows = new Rows<>(busy, BusyServer::new);
        root.heightProperty().subscribe(_ -> arrange());
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
        what.setText(Words.of("board.fleet-size", picture.fleet().servers().size()));
        fleet = picture.fleet();
        cells.setFleet(fleet, new Annunciation(picture).servers());
        arrange();
    }

    /// Names the busiest servers where the cells, at their largest, leave room.
    private void arrange() {
        double need = HEAD + LEGEND;
        int perRow = Math.max(1, (int) ((root.getWidth() - MARGIN) / CELL));
        for (Pool pool : fleet.pools()) {
            long size = fleet.servers().stream().filter(s -> s.pool().equals(pool.name())).count();
            need += POOL + CELL * Math.ceil(size / (double) perRow);
        }
        int rows = (int) Math.min(MOST_ROWS, (root.getHeight() - need - HEAD) / ROW);
        List<BusyServer.Busy> lines = rows < LEAST_ROWS ? List.of() : BusyServer.of(fleet, rows);
        busyRows.show(lines);
        Shown.when(!lines.isEmpty(), busiest);
    }

    @Override
    public void dress(Tokens tokens) {
        cells.setPalette(PlotsModel.palette(tokens));
    }
}
