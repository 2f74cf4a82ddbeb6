package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Servers in reserve, and servers that leave.
public final class StandbyController implements PictureView {
    @FXML private Node head;
    @FXML private Label nothing;
    @FXML private VBox pools;
    @FXML private Node leavingHead;
    @FXML private VBox leaving;

    private Rows<StandbyModel.PoolRow> poolRows = new Rows<>(new VBox(), this::row);
    private Rows<StandbyModel.LeavingRow> leavingRows = new Rows<>(new VBox(), LeavingRow::new);
    private Consumer<PlanRequest> ask = _ -> {};

    @FXML
    void initialize() {
        poolRows = new Rows<>(pools, this::row);
        leavingRows = new Rows<>(leaving, LeavingRow::new);
    }

    private StandbyRow row() {
        return new StandbyRow(request -> ask.accept(request));
    }

    /// Whom to ask for a plan.
    void asks(Consumer<PlanRequest> planner) {
        ask = planner;
    }

    @Override
    public void show(Picture picture) {
        StandbyModel model = new StandbyModel(picture);
        List<StandbyModel.PoolRow> in = model.pools();
        List<StandbyModel.LeavingRow> out = model.leaving();
        poolRows.show(in);
        leavingRows.show(out);
        Shown.when(!in.isEmpty(), head);
        Shown.when(in.isEmpty(), nothing);
        Shown.when(!out.isEmpty(), leavingHead);
        Shown.when(!out.isEmpty(), leaving);
    }
}
