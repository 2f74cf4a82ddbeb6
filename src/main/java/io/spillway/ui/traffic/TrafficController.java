package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Stages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/// The Traffic screen: gates, leases, drift, and servers in reserve, whose place a preview takes
/// while it is open.
public final class TrafficController implements PictureView {
    private static final double LEAST = 326;
    private static final double SHARE = 0.45;

    private final Stages stages = new Stages();

    @FXML private GridPane root;
    @FXML private RowConstraints top;
    @FXML private GatesController gatesController;
    @FXML private Node preview;
    @FXML private PreviewController previewController;
    @FXML private Node standby;
    @FXML private StandbyController standbyController;
    @FXML private LeasesController leasesController;
    @FXML private DriftController driftController;

    private @Nullable Picture last;

    @FXML
    void initialize() {
        gatesController.asks(this::ask);
        standbyController.asks(this::ask);
        previewController.changes(plan -> {
            Picture now = last;
            if (now != null) {
                gatesController.preview(plan, previewController.rung(now));
                draw(now);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.heightProperty()
                .subscribe(height -> {
                    double tall = Math.rint(Math.max(LEAST, height.doubleValue() * SHARE));
                    top.setPrefHeight(tall);
                    top.setMinHeight(tall);
                    top.setMaxHeight(tall);
                });
        swap();
    }

    private void ask(PlanRequest request) {
        if (last != null) {
            previewController.ask(request);
        }
    }

    private void swap() {
        Shown.when(previewController.open(), preview);
        Shown.when(!previewController.open(), standby);
    }

    /// What depends on the preview.
    private void draw(Picture picture) {
        swap();
        gatesController.show(picture);
        previewController.show(picture);
        standbyController.show(picture);
    }

    @Override
    public void show(Picture picture) {
        last = picture;
        swap();
        stages.play(
                root,
                List.of(
                        () -> gatesController.show(picture),
                        () -> previewController.show(picture),
                        () -> standbyController.show(picture),
                        () -> leasesController.show(picture),
                        () -> driftController.show(picture)));
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && previewController.open()) {
            previewController.cancel();
            gatesController.focus();
            key.consume();
        }
    }
}
