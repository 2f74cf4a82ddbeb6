package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.ExportMenu;
import io.spillway.ui.plot.FleetCells;
import io.spillway.ui.plot.Palette;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Every server as a cell, by pool.
public final class FleetController implements PictureView, Themed {
    /// What has a button of its own; the menu has all.
    private static final List<Metric> BUTTONS =
            List.of(Metric.CPU, Metric.REQUESTS, Metric.QUEUE, Metric.ERRORS);

    private static final double WIDE = 400;
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
    @FXML private RadioMenuItem cpu;
    @FXML private RadioMenuItem load;
    @FXML private RadioMenuItem queue;
    @FXML private RadioMenuItem errors;
    @FXML private RadioMenuItem latency;
    @FXML private RadioMenuItem flight;
    @FXML private CheckMenuItem worst;
    @FXML private VBox root;
    @FXML private StackPane slot;
    @FXML private VBox busiest;
    @FXML private VBox busy;
    @FXML private FleetBarController barController;

    private Rows<BusyServer.Busy> busyRows = new Rows<>(new VBox(), BusyServer::new);
    private FleetState fleet = FleetState.empty(0, List.of());
    private String shown = "";

    /// @param navigator leads to the server that is opened
    public FleetController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        slot.getChildren().addFirst(cells);
        ExportMenu.of(cells, () -> Words.of("board.fleet"));
        busyRows = new Rows<>(busy, BusyServer::new);
        root.heightProperty().subscribe(_ -> arrange());
        // The header says how many servers there are, too.
        root.widthProperty().subscribe(w -> Shown.when(w.doubleValue() >= WIDE, what));
        cells.setOnServer(server -> navigator.inspect(server.name()));
        barController.serve(cells);
        worst.selectedProperty().subscribe(cells::setWorstFirst);
        setUpMetrics();
    }

    private void setUpMetrics() {
        Map<Metric, RadioMenuItem> items =
                Map.of(
                        Metric.CPU, cpu,
                        Metric.REQUESTS, load,
                        Metric.QUEUE, queue,
                        Metric.ERRORS, errors,
                        Metric.LATENCY, latency,
                        Metric.IN_FLIGHT, flight);
        ToggleGroup group = new ToggleGroup();
        items.forEach((metric, item) -> {
            item.setToggleGroup(group);
            item.setOnAction(_ -> choose(metric, items));
        });
        List<ToggleButton> buttons = metrics.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            Metric metric = BUTTONS.get(i);
            buttons.get(i).setOnAction(_ -> choose(metric, items));
        }
    }

    private void choose(Metric metric, Map<Metric, RadioMenuItem> items) {
        for (int i = 0; i < BUTTONS.size(); i++) {
            metrics.getButtons().get(i).setSelected(BUTTONS.get(i) == metric);
        }
        RadioMenuItem item = items.getOrDefault(metric, cpu);
        item.setSelected(true);
        // What no button shows is said.
        shown = BUTTONS.contains(metric) ? "" : item.getText();
        cells.setMetric(metric);
        say();
    }

    private void say() {
        String size = Words.of("board.fleet-size", fleet.servers().size());
        what.setText(shown.isEmpty() ? size : Words.of("board.fleet-what", size, shown));
    }

    /// Opens the search for servers.
    @FXML
    void find() {
        barController.find();
    }

    @Override
    public void show(Picture picture) {
        fleet = picture.fleet();
        cells.setFleet(fleet, new Annunciation(picture).servers());
        barController.look();
        say();
        arrange();
    }

    /// Names the busiest servers where the cells, at their largest, leave room.
    private void arrange() {
        int rows = (int) Math.min(MOST_ROWS, (root.getHeight() - need() - HEAD) / ROW);
        List<BusyServer.Busy> lines = rows < LEAST_ROWS ? List.of() : BusyServer.of(fleet, rows);
        busyRows.show(lines);
        Shown.when(!lines.isEmpty(), busiest);
    }

    /// The height that cells take at their largest.
    private double need() {
        double need = HEAD + LEGEND;
        int perRow = Math.max(1, (int) ((root.getWidth() - MARGIN) / CELL));
        if (fleet.servers().size() > perRow * root.getHeight() / CELL) {
            return root.getHeight();
        }
        Map<String, Integer> sizes = new HashMap<>();
        for (Server server : fleet.servers()) {
            sizes.merge(server.pool(), 1, Integer::sum);
        }
        for (int size : sizes.values()) {
            need += POOL + CELL * Math.ceil(size / (double) perRow);
        }
        return need;
    }

    @Override
    public void dress(Tokens tokens) {
        cells.setPalette(Palette.of(tokens));
    }
}
