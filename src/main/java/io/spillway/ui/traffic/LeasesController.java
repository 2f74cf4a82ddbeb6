package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/// Everything that was changed and will be given back. What the desk answers stands above the rows
/// until it is put away; lines for the balancers' configuration can be copied.
public final class LeasesController implements PictureView {
    private static final double WIDE = 800;

    private final LeaseActs acts;

    private final BooleanProperty wide = new SimpleBooleanProperty();

    @FXML private Label summary;
    @FXML private Node head;
    @FXML private Label nothing;
    @FXML private Label verdictHead;
    @FXML private VBox answerBox;
    @FXML private Label answer;
    @FXML private Label lines;
    @FXML private Node copy;
    @FXML private VBox rows;

    private Rows<LeasesModel.Row> leases;

    /// @param acts sends decisions
    public LeasesController(LeaseActs acts) {
        this.acts = acts;
        this.leases = new Rows<>(new VBox(), this::row);
    }

    @FXML
    void initialize() {
        leases = new Rows<>(rows, this::row);
        rows.widthProperty().subscribe(width -> wide.set(width.doubleValue() >= WIDE));
        wide.subscribe(room -> Shown.when(room, verdictHead));
        acts.answerProperty().subscribe(this::answered);
    }

    private LeaseRow row() {
        return new LeaseRow(acts, wide);
    }

    private void answered(String said) {
        int end = said.indexOf('\n');
        answer.setText(end < 0 ? said : said.substring(0, end));
        lines.setText(end < 0 ? "" : said.substring(end + 1));
        Shown.when(!said.isEmpty(), answerBox);
        Shown.when(end >= 0, lines);
        Shown.when(end >= 0, copy);
    }

    @Override
    public void show(Picture picture) {
        acts.show(picture);
        LeasesModel model = new LeasesModel(picture);
        List<LeasesModel.Row> all = model.rows();
        leases.show(all);
        summary.setText(model.summary());
        Shown.when(!all.isEmpty(), head);
        Shown.when(all.isEmpty(), nothing);
    }

    @FXML
    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines.getText()));
    }

    @FXML
    void dismiss() {
        acts.clear();
        rows.requestFocus();
    }
}
