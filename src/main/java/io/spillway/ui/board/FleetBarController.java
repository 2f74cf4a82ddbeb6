package io.spillway.ui.board;

import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.FleetCells;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Finds servers among the cells, and says what can be done with those chosen. It lies over the
/// cells' legend, so that no cell moves when it comes.
public final class FleetBarController {
    private final Navigator navigator;
    private FleetCells cells = new FleetCells();
    private List<Server> servers = List.of();
    private boolean finding;

    /// True while the search was used last: there is not room for it and for what is chosen.
    private boolean looking;

    @FXML private HBox root;
    @FXML private CustomTextField find;
    @FXML private Button take;
    @FXML private Label chosen;
    @FXML private Button drain;
    @FXML private Button open;

    /// @param navigator leads to what is done with servers
    public FleetBarController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        root.setMaxHeight(HBox.USE_PREF_SIZE);
        find.textProperty()
                .subscribe(_ -> {
                    looking = true;
                    look();
                });
        find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        arrange();
    }

    /// Serves these cells.
    void serve(FleetCells shown) {
        cells = shown;
        cells.setOnChosen(this::chosen);
    }

    /// Opens the search, ready to type.
    void find() {
        finding = true;
        arrange();
        find.requestFocus();
        find.selectAll();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            finding = false;
            find.clear();
            arrange();
            cells.requestFocus();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !take.isDisabled()) {
            take();
            key.consume();
        }
    }

    /// Counts what is found; called with each Picture too, for servers come and go.
    void look() {
        int found = cells.search(find.getText());
        take.setText(
                found == 0 ? Words.of("board.none-found") : Words.of("board.take-found", found));
        take.setDisable(found == 0);
        arrange();
    }

    @FXML
    void take() {
        cells.chooseFound();
        cells.requestFocus();
    }

    private void chosen(List<Server> these) {
        servers = these;
        looking &= these.isEmpty();
        arrange();
    }

    private void arrange() {
        int n = servers.size();
        List<String> pools = servers.stream().map(Server::pool).distinct().toList();
        chosen.setText(
                switch (pools.size()) {
                    case 0 -> "";
                    case 1 -> Words.of("board.chosen-of", n, pools.getFirst());
                    default -> Words.of("board.chosen-pools", n);
                });
        drain.setText(Words.of("board.drain-chosen", n));
        drain.setDisable(pools.size() != 1);
        boolean takes = finding && looking && !find.getText().isBlank();
        Shown.when(finding, find);
        Shown.when(takes, take);
        // The button to drain says how many there are, too.
        Shown.when(!takes && (pools.size() > 1 || !finding), chosen);
        Shown.when(!takes && pools.size() == 1, drain);
        Shown.when(!takes && n > 0, open);
        Shown.when(finding || n > 0, root);
    }

    @FXML
    void drain() {
        List<String> names = servers.stream().map(Server::name).toList();
        navigator.openPlan(new PlanRequest.Serve(servers.getFirst().pool(), names, "drain"));
    }

    @FXML
    void open() {
        navigator.openServers(servers);
    }
}
