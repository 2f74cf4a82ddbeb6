package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Metric;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.controlsfx.control.textfield.CustomTextField;

/// The table of every server.
public final class ServersController implements PictureView {
    private final ServersModel model = new ServersModel();
    private final Navigator navigator;

    @FXML private CustomTextField filter;
    @FXML private Label count;
    @FXML private Button drain;
    @FXML private Button maintenance;
    @FXML private Button ready;
    @FXML private Label nothing;
    @FXML private TableView<ServerLine> table;
    @FXML private TableColumn<ServerLine, ServerFacts> server;
    @FXML private TableColumn<ServerLine, ServerFacts> pool;
    @FXML private TableColumn<ServerLine, ServerFacts> cpu;
    @FXML private TableColumn<ServerLine, ServerFacts> requests;
    @FXML private TableColumn<ServerLine, ServerFacts> inFlight;
    @FXML private TableColumn<ServerLine, ServerFacts> queue;
    @FXML private TableColumn<ServerLine, ServerFacts> latency;
    @FXML private TableColumn<ServerLine, ServerFacts> errors;
    @FXML private TableColumn<ServerLine, ServerFacts> intended;
    @FXML private TableColumn<ServerLine, ServerFacts> applied;
    @FXML private TableColumn<ServerLine, ServerFacts> share;
    @FXML private TableColumn<ServerLine, ServerFacts> state;

    /// @param navigator leads to the sheet of a server
    public ServersController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        cells(server, NameCell::new);
        cells(pool, () -> new FactsCell(f -> f.server().pool(), _ -> ""));
        cells(cpu, CpuCell::new);
        cells(requests, () -> new ReadingCell(Metric.REQUESTS, ServersController::rate));
        cells(inFlight, () -> new ReadingCell(Metric.IN_FLIGHT, Format::count));
        cells(queue, () -> new ReadingCell(Metric.QUEUE, Format::count));
        cells(latency, () -> new ReadingCell(Metric.LATENCY, v -> Format.latency(v).toString()));
        cells(errors, () -> new ReadingCell(Metric.ERRORS, v -> Format.percent(v, 1).toString()));
        cells(intended, () -> new FactsCell(ServerFacts::intendedText, _ -> ""));
        cells(applied, AppliedCell::new);
        cells(share, () -> new FactsCell(f -> Format.percent(f.share(), 1).toString(), _ -> ""));
        cells(state, () -> new FactsCell(ServerFacts::stateText, _ -> ""));
        setUpTable();
        filter.textProperty().subscribe(this::filter);
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            }
        });
    }

    private void setUpTable() {
        Map<TableColumn<ServerLine, ?>, ServerKey> keys =
                Map.of(
                        server, ServerKey.NAME,
                        pool, ServerKey.POOL,
                        cpu, ServerKey.CPU,
                        requests, ServerKey.REQUESTS,
                        inFlight, ServerKey.IN_FLIGHT,
                        queue, ServerKey.QUEUE,
                        latency, ServerKey.LATENCY,
                        errors, ServerKey.ERRORS,
                        applied, ServerKey.APPLIED,
                        share, ServerKey.SHARE);
        intended.setSortable(false);
        state.setSortable(false);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        cpu.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(cpu);
        // The model orders the rows, so that a tick need not move them.
        table.setSortPolicy(view -> {
            if (!view.getSortOrder().isEmpty()) {
                TableColumn<ServerLine, ?> by = view.getSortOrder().getFirst();
                boolean up = by.getSortType() == TableColumn.SortType.ASCENDING;
                model.order(keys.getOrDefault(by, ServerKey.NAME), up);
            }
            return true;
        });
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ServerLine>) _ -> count());
        table.hoverProperty().subscribe(model::hold);
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                inspect();
                key.consume();
            }
        });
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
                inspect();
            }
        });
    }

    private static void cells(
            TableColumn<ServerLine, ServerFacts> column, Supplier<FactsCell> cell) {
        column.setCellValueFactory(line -> line.getValue().factsProperty());
        column.setCellFactory(_ -> cell.get());
        column.setReorderable(false);
    }

    private void inspect() {
        ServerLine line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            navigator.inspect(line.facts().server().name());
        }
    }

    @FXML
    void drain() {
        plan("drain");
    }

    @FXML
    void maintenance() {
        plan("maint");
    }

    @FXML
    void ready() {
        plan("ready");
    }

    private void plan(String state) {
        List<ServerFacts> servers = selected();
        if (!servers.isEmpty()) {
            List<String> names = servers.stream().map(f -> f.server().name()).toList();
            String of = servers.getFirst().server().pool();
            navigator.openPlan(new PlanRequest.Serve(of, names, state));
        }
    }

    private List<ServerFacts> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(ServerLine::facts)
                .toList();
    }

    private static String rate(double perSecond) {
        return perSecond < 9.95 ? Format.rate(perSecond).value() : Format.count(perSecond);
    }

    private void filter(String text) {
        model.filter(text);
        count();
    }

    /// Shows only servers that pass a filter, as if it had been typed.
    public void look(String text) {
        filter.setText(text);
    }

    /// Takes the keyboard to the filter.
    public void focusFilter() {
        filter.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        model.show(picture);
        count();
    }

    private void count() {
        int shown = model.rows().size();
        String all =
                shown == model.size()
                        ? Words.of("kit.servers", shown)
                        : Words.of("servers.some", shown, Words.of("kit.servers", model.size()));
        List<ServerFacts> chosen = selected();
        long pools = chosen.stream().map(f -> f.server().pool()).distinct().count();
        String many = chosen.size() < 2 ? "" : " · " + Words.of("servers.selected", chosen.size());
        count.setText(all + many + (pools > 1 ? Words.of("servers.one-pool") : ""));
        for (Button button : List.of(drain, maintenance, ready)) {
            button.setDisable(pools != 1);
        }
        nothing.setText(
                model.size() == 0
                        ? Words.of("servers.none-named")
                        : Words.of("servers.none-passes"));
    }
}
