package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Where balancers do not hold what was asked of them.
public final class DriftController implements PictureView {
    private final LeaseActs acts;

    @FXML private Node head;
    @FXML private Label nothing;
    @FXML private Label answer;
    @FXML private VBox rows;

    private Rows<DriftModel.Row> drifts;

    /// @param acts sends decisions
    public DriftController(LeaseActs acts) {
        this.acts = acts;
        this.drifts = new Rows<>(new VBox(), this::row);
    }

    @FXML
    void initialize() {
        drifts = new Rows<>(rows, this::row);
        acts.answerProperty()
                .subscribe(said -> {
                    answer.setText(said);
                    Shown.when(!said.isEmpty(), answer);
                });
    }

    private DriftRow row() {
        return new DriftRow(acts);
    }

    @Override
    public void show(Picture picture) {
        acts.show(picture);
        List<DriftModel.Row> all = new DriftModel(picture).rows();
        drifts.show(all);
        Shown.when(!all.isEmpty(), head);
        Shown.when(all.isEmpty(), nothing);
    }
}
