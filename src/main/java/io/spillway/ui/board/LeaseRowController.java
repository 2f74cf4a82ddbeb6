package io.spillway.ui.board;

import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// One act, or one drift.
public final class LeaseRowController implements RowView<ActionsModel.Line> {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Navigator navigator;

    @FXML private HBox root;
    @FXML private Label what;
    @FXML private Label reason;
    @FXML private Label by;
    @FXML private Label since;
    @FXML private Label ends;
    @FXML private Button undo;

    private String lease = "";

    /// @param navigator leads to the preview of the undo
    public LeaseRowController(Navigator navigator) {
        this.navigator = navigator;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(ActionsModel.Line line) {
        lease = line.undo();
        what.setText(line.what());
        reason.setText(line.reason());
        by.setText(line.by());
        since.setText(line.since());
        ends.setText(line.ends());
        undo.setVisible(!lease.isEmpty());
        undo.setAccessibleText(Words.of("board.undo-what", line.what()));
        root.pseudoClassStateChanged(TROUBLE, line.tone() == ActionsModel.Tone.TROUBLE);
        root.pseudoClassStateChanged(OVER, line.tone() == ActionsModel.Tone.OVER);
    }

    @FXML
    void undo() {
        navigator.openUndo(lease);
    }
}
