package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Stages;
import io.spillway.ui.kit.Words;
import io.spillway.ui.servers.SavedViews.View;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// The table of every server.
public final class ServersController implements PictureView {
    private final ServersModel model = new ServersModel();
    private final Navigator navigator;
    private final Stages stages = new Stages();
    private @Nullable ViewsMenu viewsMenu;
    private boolean replacing;

    @FXML private CustomTextField filter;
    @FXML private Button only;
    @FXML private Label hint;
    @FXML private TextField viewName;
    @FXML private Button held;
    @FXML private Label count;
    @FXML private Button drain;
    @FXML private Button maintenance;
    @FXML private Button ready;
    @FXML private MenuButton views;
    @FXML private MenuButton chooser;
    @FXML private Label nothing;
    @FXML private TableView<ServerLine> table;

    /// @param navigator leads to the sheet of a server
    public ServersController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        ServerColumns all = new ServerColumns(table);
        all.offer(chooser);
        viewsMenu = new ViewsMenu(views, viewName, hint, name -> now(name, all), v -> look(v, all));
        setUpTable(all);
        model.setReplace(this::replace);
        model.waitingProperty().subscribe(waits -> Shown.when(waits, held));
        only(Set.of());
        filter.textProperty().subscribe(this::filter);
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            }
        });
    }

    private void setUpTable(ServerColumns all) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        // The model orders the rows, so that a tick need not move them.
        table.setSortPolicy(view -> {
            if (!view.getSortOrder().isEmpty()) {
                TableColumn<ServerLine, ?> by = view.getSortOrder().getFirst();
                boolean up = by.getSortType() == TableColumn.SortType.ASCENDING;
                model.order(ServerColumns.key(by), up);
            }
            return true;
        });
        all.sort("cpu", false);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ServerLine>) _ -> chosen());
        table.hoverProperty().subscribe(_ -> hold());
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                inspect();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !selected().isEmpty()) {
                table.getSelectionModel().clearSelection();
                key.consume();
            }
        });
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
                inspect();
            }
        });
    }

    private void chosen() {
        if (!replacing) {
            hold();
            count();
        }
    }

    private void hold() {
        model.hold(table.isHover() || !table.getSelectionModel().isEmpty());
    }

    /// What was chosen stays chosen, wherever it stands now: the table itself would keep places.
    private void replace(List<ServerLine> rows) {
        Set<ServerLine> chosen = Set.copyOf(lines());
        replacing = true;
        if (!chosen.isEmpty()) {
            table.getSelectionModel().clearSelection();
        }
        model.rows().setAll(rows);
        if (!chosen.isEmpty()) {
            int[] places =
                    IntStream.range(0, rows.size())
                            .filter(i -> chosen.contains(rows.get(i)))
                            .toArray();
            table.getSelectionModel().selectIndices(-1, places);
        }
        replacing = false;
        chosen();
    }

    @FXML
    void order() {
        model.arrange();
    }

    private void inspect() {
        ServerLine line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            navigator.inspect(line.server().name());
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
        List<Server> servers = selected();
        if (!servers.isEmpty()) {
            List<String> names = servers.stream().map(Server::name).toList();
            String of = servers.getFirst().pool();
            navigator.openPlan(new PlanRequest.Serve(of, names, state));
        }
    }

    private List<ServerLine> lines() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Server> selected() {
        return lines().stream().map(ServerLine::server).toList();
    }

    private void filter(String text) {
        model.filter(text);
        count();
    }

    /// Shows only servers that pass a filter, as if it had been typed.
    public void look(String text) {
        only(Set.of());
        filter.setText(text);
    }

    /// Shows only these servers.
    public void look(List<Server> servers) {
        look("");
        only(Set.copyOf(servers));
    }

    private void only(Set<Server> servers) {
        only.setText(Words.of("servers.only", servers.size()));
        Shown.when(!servers.isEmpty(), only);
        model.only(servers);
        count();
    }

    @FXML
    void showAll() {
        only(Set.of());
        filter.requestFocus();
    }

    private void look(View view, ServerColumns all) {
        all.show(view.columns());
        all.sort(view.sort(), view.ascending());
        look(view.filter());
    }

    private View now(String name, ServerColumns all) {
        return new View(name, filter.getText(), all.shown(), all.sort(), all.ascending());
    }

    /// Offers saved views from now on.
    public Subscription keep(SavedViews saved) {
        return viewsMenu == null ? Subscription.EMPTY : viewsMenu.keep(saved);
    }

    /// Takes the keyboard to the filter.
    public void focusFilter() {
        filter.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        if (model.size() == 0) {
            draw(picture);
        } else {
            // The header has drawn in this pulse.
            stages.play(table, List.of(() -> {}, () -> draw(picture)));
        }
    }

    private void draw(Picture picture) {
        model.show(picture);
        count();
    }

    private void count() {
        int shown = model.rows().size();
        String all =
                shown == model.size()
                        ? Words.of("kit.servers", shown)
                        : Words.of("servers.some", shown, Words.of("kit.servers", model.size()));
        List<Server> chosen = selected();
        long pools = chosen.stream().map(Server::pool).distinct().count();
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
