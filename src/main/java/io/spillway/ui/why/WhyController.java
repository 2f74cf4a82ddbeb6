package io.spillway.ui.why;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Why, in brief, on the Board: each cause with its strongest evidence.
public final class WhyController implements PictureView {
    private final Navigator navigator;

    @FXML private Label summary;
    @FXML private ScrollPane scroll;
    @FXML private VBox all;
    @FXML private Label nothing;
    @FXML private VBox causes;
    @FXML private Label notSeen;
    @FXML private VBox notes;

    private Rows<CauseRow.Item> causeRows = new Rows<>(new VBox(), CauseRow::new);
    private Rows<Notes.Note> noteRows;

    /// @param navigator leads to all the evidence, and to servers
    public WhyController(Navigator navigator) {
        this.navigator = navigator;
        this.noteRows = new Rows<>(new VBox(), () -> new NoteRow(navigator));
    }

    @FXML
    void initialize() {
        causeRows = new Rows<>(causes, CauseRow::new);
        noteRows = new Rows<>(notes, () -> new NoteRow(navigator));
        scroll.prefViewportHeightProperty().bind(all.heightProperty());
    }

    @FXML
    void open() {
        navigator.openWhy();
    }

    /// True if a Picture holds something to explain.
    public static boolean speaks(Picture picture) {
        return new WhyModel(picture).speaks();
    }

    @Override
    public void show(Picture picture) {
        WhyModel model = new WhyModel(picture);
        summary.setText(model.summary());
        nothing.setText(model.nothing());
        Shown.when(!model.nothing().isEmpty(), nothing);
        causeRows.show(model.causes(true));
        notSeen.setText(model.notSeen());
        Shown.when(!model.notSeen().isEmpty(), notSeen);
        noteRows.show(Notes.of(picture));
    }
}
