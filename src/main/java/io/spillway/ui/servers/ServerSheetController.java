package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Palette;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One server: its readings, how the balancers hold it, what it can carry.
public final class ServerSheetController implements PictureView, Themed {
    private final Acts acts;
    private final Navigator navigator;
    private @Nullable ServerPlots plots;

    @FXML private Label name;
    @FXML private Label where;
    @FXML private Label gone;
    @FXML private VBox parts;
    @FXML private Pane cpuSlot;
    @FXML private Pane requestsSlot;
    @FXML private Label pastTrouble;
    @FXML private VBox readings;
    @FXML private VBox truth;
    @FXML private VBox capacity;
    @FXML private Label finding;
    @FXML private Button drain;
    @FXML private Button maintenance;
    @FXML private Button ready;
    @FXML private Button close;

    private Rows<ServerSheetModel.Line> readingRows = new Rows<>(new VBox(), FactRow::new);
    private Rows<ServerSheetModel.Line> truthRows = new Rows<>(new VBox(), FactRow::new);
    private Rows<ServerSheetModel.Line> capacityRows = new Rows<>(new VBox(), FactRow::new);
    private String server = "";
    private String pool = "";

    /// @param acts asks for the server's past
    /// @param navigator leads back
    public ServerSheetController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        plots = new ServerPlots(acts, cpuSlot, requestsSlot, this::say);
        say("");
        readingRows = new Rows<>(readings, FactRow::new);
        truthRows = new Rows<>(truth, FactRow::new);
        capacityRows = new Rows<>(capacity, FactRow::new);
    }

    private void say(String trouble) {
        pastTrouble.setText(trouble);
        Shown.when(!trouble.isEmpty(), pastTrouble);
    }

    @FXML
    void close() {
        navigator.closeSheet();
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
        navigator.openPlan(new PlanRequest.Serve(pool, List.of(server), state));
    }

    @FXML
    void find() {
        navigator.openServer(server);
    }

    /// Opens on a server.
    public void open(String name, Picture picture) {
        server = name;
        if (plots != null) {
            plots.open(name);
        }
        show(picture);
        close.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        Optional<ServerSheetModel> found = ServerSheetModel.of(picture, server);
        name.setText(server);
        gone.setText(Words.of("servers.gone", server));
        Shown.when(found.isEmpty(), gone);
        Shown.when(found.isPresent(), parts);
        pool = found.map(ServerSheetModel::pool).orElse("");
        for (Button button : List.of(drain, maintenance, ready)) {
            button.setDisable(pool.isEmpty());
        }
        where.setText(found.map(ServerSheetModel::where).orElse(""));
        if (plots != null) {
            plots.show(picture);
        }
        readingRows.show(found.map(ServerSheetModel::readings).orElse(List.of()));
        truthRows.show(found.map(ServerSheetModel::truth).orElse(List.of()));
        capacityRows.show(found.map(ServerSheetModel::capacity).orElse(List.of()));
        finding.setText(found.map(ServerSheetModel::finding).orElse(""));
        Shown.when(!finding.getText().isEmpty(), finding);
    }

    @Override
    public void dress(Tokens tokens) {
        if (plots != null) {
            plots.dress(Palette.of(tokens));
        }
    }
}
