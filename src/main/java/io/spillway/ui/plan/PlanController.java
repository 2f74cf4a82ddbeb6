package io.spillway.ui.plan;

import io.spillway.action.ActResult;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Tables;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet of a plan: what changes, what is predicted, every check, one primary button. Once
/// applied it shows what each balancer said.
public final class PlanController implements PictureView {
    private final Acts acts;
    private final Navigator navigator;

    @FXML private Label title;
    @FXML private Label computed;
    @FXML private Button recompute;
    @FXML private Label purpose;
    @FXML private Label nothing;
    @FXML private VBox plan;
    @FXML private Label busiest;
    @FXML private Label mean;
    @FXML private BeforeAfterChart chart;
    @FXML private StackPane tableBox;
    @FXML private TableView<Move> table;
    @FXML private TableColumn<Move, String> serverColumn;
    @FXML private TableColumn<Move, String> cpuNowColumn;
    @FXML private TableColumn<Move, String> cpuAfterColumn;
    @FXML private TableColumn<Move, String> weightNowColumn;
    @FXML private TableColumn<Move, String> weightAfterColumn;
    @FXML private TableColumn<Move, String> shareColumn;
    @FXML private VBox checks;
    @FXML private VBox outcome;
    @FXML private HBox reasonLine;
    @FXML private TextField reason;
    @FXML private Button cancel;
    @FXML private Button undo;
    @FXML private Label lease;
    @FXML private Button primary;

    private Rows<CheckLine.Line> checkRows = new Rows<>(new VBox(), CheckLine::new);
    private Rows<CheckLine.Line> outcomeRows = new Rows<>(new VBox(), CheckLine::new);
    private String pool = "";
    private @Nullable Plan current;
    private @Nullable Picture picture;
    private @Nullable Reply reply;
    private boolean waiting;
    private int openings;

    /// @param acts sends the plan
    public PlanController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        checkRows = new Rows<>(checks, CheckLine::new);
        outcomeRows = new Rows<>(outcome, CheckLine::new);
        Tables.text(serverColumn, Move::name);
        Tables.text(cpuNowColumn, m -> Format.percent(m.cpuNow()).toString());
        Tables.text(cpuAfterColumn, m -> Format.percent(m.cpuAfter()).toString());
        Tables.text(weightNowColumn, m -> Integer.toString(m.weightNow()));
        Tables.text(weightAfterColumn, m -> Integer.toString(m.weightAfter()));
        Tables.text(shareColumn, m -> Format.signedPercent(PlanModel.shareChange(m)).toString());
        Tables.plain(table);
        Tables.fit(table, tableBox);
    }

    /// Opens on a pool: with the plan that the Picture holds, else with one asked for.
    public void open(String name, Picture now) {
        pool = name;
        picture = now;
        reply = null;
        waiting = false;
        openings++;
        current = now.plans().stream().filter(p -> p.pool().equals(name)).findFirst().orElse(null);
        Plan found = current;
        if (found == null) {
            ask();
        } else {
            begin(found);
        }
        draw();
    }

    private void begin(Plan found) {
        PlanModel model = new PlanModel(found, shownPicture());
        reason.setText(model.reason());
        table.getItems().setAll(model.changes());
        chart.show(found.servers(), model.limit());
        primary.requestFocus();
    }

    private Picture shownPicture() {
        return Objects.requireNonNull(picture, "opened without a Picture");
    }

    @Override
    public void show(Picture now) {
        picture = now;
        draw();
    }

    private void draw() {
        // A plan that changes nothing has only its reason to show.
        Plan now = current == null || current.stages().isEmpty() ? null : current;
        boolean done = reply != null && reply.done();
        Shown.when(now != null, plan);
        Shown.when(now == null, nothing);
        Shown.when(now != null && !done && shownPicture().mode().operate(), reasonLine);
        Shown.when(now != null && !done, primary);
        Shown.when(now != null && !done, lease);
        Shown.when(!done, recompute);
        Shown.when(!lease().isEmpty(), undo);
        cancel.setText(done ? "Close" : "Cancel");
        recompute.setDisable(waiting);
        outcomeRows.show(reply == null ? List.of() : Outcomes.lines(reply));
        Shown.when(!outcome.getChildren().isEmpty(), outcome);
        if (now == null) {
            drawNothing();
        } else {
            draw(new PlanModel(now, shownPicture()), done);
        }
    }

    private void drawNothing() {
        title.setText("Redistribute " + pool);
        purpose.setText("Evens out CPU by weights. Nothing is changed until you apply.");
        computed.setText("");
        String reason =
                current == null ? "No plan would help " + pool + " now." : current.summary();
        nothing.setText(waiting ? "Computing a plan…" : reason);
        Shown.when(reply == null || waiting, nothing);
    }

    private void draw(PlanModel model, boolean done) {
        title.setText(model.title());
        purpose.setText(done ? "Applied. In force until its lease ends." : model.purpose());
        computed.setText(model.computed());
        busiest.setText(model.busiest());
        mean.setText(model.mean());
        checkRows.show(model.checks());
        Shown.when(!done, checks);
        boolean operate = shownPicture().mode().operate();
        primary.setText(waiting ? "Working…" : operate ? model.act() : "Operate to apply");
        primary.setDisable(waiting || (operate && !model.applicable()));
    }

    @FXML
    void recompute() {
        ask();
        draw();
    }

    private void ask() {
        waiting = true;
        reply = null;
        send(
                new Command.MakePlan(new PlanRequest.Even(pool)),
                answer -> {
                    waiting = false;
                    current = answer.plan();
                    reply = current == null && !answer.message().isEmpty() ? answer : null;
                    if (current != null) {
                        begin(current);
                    }
                    draw();
                });
    }

    @FXML
    void primary() {
        Plan now = current;
        if (now == null || primary.isDisabled()) {
            return;
        }
        if (!shownPicture().mode().operate()) {
            navigator.openOperate();
            return;
        }
        waiting = true;
        String operator = shownPicture().mode().operator();
        send(
                new Command.Apply(now, operator, reason.getText().strip(), true),
                answer -> {
                    waiting = false;
                    reply = answer;
                    draw();
                    cancel.requestFocus();
                });
        draw();
    }

    /// Sends a command; an answer that comes once the sheet was opened anew belongs to what the
    /// sheet no longer shows, and is dropped.
    private void send(Command command, Consumer<Reply> show) {
        int asked = openings;
        acts.send(
                command,
                answer -> {
                    if (asked == openings) {
                        show.accept(answer);
                    }
                });
    }

    /// The act that was applied here; empty if there is none to undo.
    private String lease() {
        ActResult result = reply == null ? null : reply.result();
        return result == null || !result.outcome().done() ? "" : result.id();
    }

    @FXML
    void undo() {
        String id = lease();
        navigator.closeSheet();
        navigator.openUndo(id);
    }

    @FXML
    void cancel() {
        navigator.closeSheet();
    }
}
