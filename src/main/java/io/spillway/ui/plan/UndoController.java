package io.spillway.ui.plan;

import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Tables;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The preview of taking an act back, then what each balancer said.
public final class UndoController implements PictureView {
    private final Acts acts;
    private final Navigator navigator;

    @FXML private Label title;
    @FXML private Label purpose;
    @FXML private Label reason;
    @FXML private StackPane tableBox;
    @FXML private TableView<UndoModel.Line> table;
    @FXML private TableColumn<UndoModel.Line, String> serverColumn;
    @FXML private TableColumn<UndoModel.Line, String> nowColumn;
    @FXML private TableColumn<UndoModel.Line, String> backColumn;
    @FXML private TableColumn<UndoModel.Line, String> balancersColumn;
    @FXML private Label unknown;
    @FXML private VBox outcome;
    @FXML private Button cancel;
    @FXML private Button primary;

    private Rows<CheckLine.Line> outcomeRows = new Rows<>(new VBox(), CheckLine::new);
    private @Nullable Lease lease;
    private @Nullable Picture newest;
    private @Nullable Reply reply;
    private boolean operate;
    private String operator = "";
    private boolean waiting;
    private int openings;

    /// @param acts sends the undo
    public UndoController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        outcomeRows = new Rows<>(outcome, CheckLine::new);
        Tables.text(serverColumn, UndoModel.Line::what);
        Tables.text(nowColumn, UndoModel.Line::now);
        Tables.text(backColumn, UndoModel.Line::back);
        Tables.text(balancersColumn, UndoModel.Line::on);
        Tables.plain(table);
        Tables.fit(table, tableBox);
    }

    /// Opens on an act.
    public void open(Lease act, Picture picture) {
        lease = act;
        reply = null;
        waiting = false;
        openings++;
        table.getItems().clear();
        show(picture);
        primary.requestFocus();
    }

    @Override
    public void show(Picture picture) {
        operate = picture.mode().operate();
        operator = picture.mode().operator();
        newest = picture;
        Lease act = lease;
        if (act != null) {
            draw(new UndoModel(act, picture));
        }
    }

    private void draw(UndoModel model) {
        boolean done = reply != null && reply.done();
        title.setText(model.title());
        purpose.setText(model.purpose());
        reason.setText(model.reason());
        List<UndoModel.Line> lines = model.lines();
        // Once asked for, what was asked for stays in sight.
        if (!waiting && !done && !lines.equals(table.getItems())) {
            table.getItems().setAll(lines);
        }
        boolean empty = table.getItems().isEmpty();
        unknown.setText(model.nothing());
        primary.setText(
                waiting
                        ? Words.of("kit.working")
                        : operate ? model.act() : Words.of("plan.operate-to-undo"));
        Shown.when(!empty, tableBox);
        Shown.when(empty && !done, unknown);
        outcomeRows.show(reply == null ? List.of() : Outcomes.lines(reply));
        Shown.when(!outcome.getChildren().isEmpty(), outcome);
        Shown.when(!done, primary);
        primary.setDisable(waiting);
        cancel.setText(Words.of(done ? "kit.close" : "kit.cancel"));
    }

    @FXML
    void primary() {
        Lease act = lease;
        if (act == null || waiting) {
            return;
        }
        if (!operate) {
            navigator.openOperate();
            return;
        }
        waiting = true;
        redraw();
        int asked = openings;
        acts.send(
                new Command.Undo(act.id(), operator, true),
                answer -> {
                    // Opened anew since, the sheet shows another act.
                    if (asked != openings) {
                        return;
                    }
                    waiting = false;
                    reply = answer;
                    redraw();
                    cancel.requestFocus();
                });
    }

    private void redraw() {
        if (newest != null) {
            show(newest);
        }
    }

    @FXML
    void cancel() {
        navigator.closeSheet();
    }
}
