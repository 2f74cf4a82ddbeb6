package io.spillway.ui.why;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Why, in full: every cause with all its evidence, what could not be seen, and what the forecast
/// rests on.
public final class WhySheetController implements PictureView {
    private final Navigator navigator;

    @FXML private Label summary;
    @FXML private Label off;
    @FXML private Label nothing;
    @FXML private VBox causes;
    @FXML private Label notSeen;
    @FXML private VBox groundsBox;
    @FXML private VBox grounds;
    @FXML private VBox notesBox;
    @FXML private VBox notes;
    @FXML private Button close;

    private Rows<CauseRow.Item> causeRows = new Rows<>(new VBox(), CauseRow::new);
    private Rows<String> groundRows = new Rows<>(new VBox(), CauseRow.Sentence::new);
    private Rows<Notes.Note> noteRows;

    /// @param navigator leads to servers, and back
    public WhySheetController(Navigator navigator) {
        this.navigator = navigator;
        this.noteRows = new Rows<>(new VBox(), () -> new NoteRow(navigator));
    }

    @FXML
    void initialize() {
        causeRows = new Rows<>(causes, CauseRow::new);
        groundRows = new Rows<>(grounds, CauseRow.Sentence::new);
        noteRows = new Rows<>(notes, () -> new NoteRow(navigator));
    }

    @FXML
    void close() {
        navigator.closeSheet();
    }

    /// Opens the sheet.
    public void open(Picture picture) {
        show(picture);
        close.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        WhyModel model = new WhyModel(picture);
        summary.setText(model.summary());
        off.setText(model.off());
        nothing.setText(model.nothing());
        Shown.when(!model.nothing().isEmpty(), nothing);
        causeRows.show(model.causes(false));
        notSeen.setText(model.notSeen());
        Shown.when(!model.notSeen().isEmpty(), notSeen);
        groundRows.show(model.grounds());
        Shown.when(!model.grounds().isEmpty(), groundsBox);
        List<Notes.Note> besides = Notes.of(picture);
        noteRows.show(besides);
        Shown.when(!besides.isEmpty(), notesBox);
    }
}
