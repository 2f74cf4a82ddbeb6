package io.spillway.ui.setup;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Setup screen: endpoints, pools, the proof, and what belongs to this room or to the
/// balancers.
public final class SetupController implements PictureView {
    private final SetupFacts facts;
    private final Map<String, String> proofs = new HashMap<>();

    @FXML private Label file;
    @FXML private VBox endpoints;
    @FXML private Node endpointsHead;
    @FXML private Label noEndpoints;
    @FXML private VBox pools;
    @FXML private Node poolsHead;
    @FXML private Label noPools;
    @FXML private ProveController proveController;
    @FXML private ToggleButton roomTab;
    @FXML private Node room;
    @FXML private RoomController roomController;
    @FXML private Node files;

    private Rows<SetupModel.Endpoint> endpointRows = new Rows<>(new VBox(), EndpointRow::new);
    private Rows<SetupModel.PoolLine> poolRows = new Rows<>(new VBox(), () -> new PoolRow(_ -> {}));
    private @Nullable Picture newest;

    /// @param facts what the configuration says
    public SetupController(SetupFacts facts) {
        this.facts = facts;
    }

    @FXML
    void initialize() {
        endpointRows = new Rows<>(endpoints, EndpointRow::new);
        poolRows = new Rows<>(pools, () -> new PoolRow(proveController::pick));
        file.setText(facts.file());
        roomTab.selectedProperty()
                .subscribe(here -> {
                    Shown.when(here, room);
                    Shown.when(!here, files);
                });
        proveController.proves((balancer, said) -> {
            proofs.put(balancer, said);
            if (newest != null) {
                endpointRows.show(new SetupModel(newest).endpoints(proofs));
            }
        });
    }

    /// What this workstation wears and how it sounds.
    public RoomController room() {
        return roomController;
    }

    @Override
    public void show(Picture picture) {
        newest = picture;
        SetupModel model = new SetupModel(picture);
        List<SetupModel.PoolLine> lines = model.pools();
        endpointRows.show(model.endpoints(proofs));
        poolRows.show(lines);
        boolean any = !picture.sources().isEmpty();
        Shown.when(any, endpointsHead);
        Shown.when(!any, noEndpoints);
        Shown.when(!lines.isEmpty(), poolsHead);
        Shown.when(lines.isEmpty(), noPools);
        proveController.show(picture);
    }
}
