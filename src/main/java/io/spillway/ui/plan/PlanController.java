package io.spillway.ui.plan;

import io.spillway.action.ActResult;
import io.spillway.action.Lease;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.CourseWords;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Tables;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet of a plan: what changes, what is predicted, every check, one primary button. Weights
/// can be edited. Once applied it shows what each balancer said, and follows the act.
public final class PlanController implements PictureView {
    private final Acts acts;
    private final Navigator navigator;

    @FXML private Label title;
    @FXML private Label computed;
    @FXML private Button recompute;
    @FXML private Label purpose;
    @FXML private Label nothing;
    @FXML private VBox plan;
    @FXML private PlanFigures figures;
    @FXML private VBox chartBox;
    @FXML private BeforeAfterChart chart;
    @FXML private StackPane tableBox;
    @FXML private TableView<PlanRow> table;
    @FXML private VBox checks;
    @FXML private Label follow;
    @FXML private VBox outcome;
    @FXML private HBox reasonLine;
    @FXML private TextField reason;
    @FXML private Button cancel;
    @FXML private Button edit;
    @FXML private Button undo;
    @FXML private Label lease;
    @FXML private Button primary;

    private Rows<CheckLine.Line> checkRows = new Rows<>(new VBox(), CheckLine::new);
    private Rows<CheckLine.Line> outcomeRows = new Rows<>(new VBox(), CheckLine::new);
    private PlanTable rows = new PlanTable(new TableView<>());
    private PlanEditor editor =
            new PlanEditor(new BeforeAfterChart(), rows, this::draw, this::check);
    private PlanRequest request = new PlanRequest.Even("");
    private @Nullable Plan current;
    private @Nullable Picture picture;
    private @Nullable Reply reply;
    private boolean waiting;
    private int openings;
    private int checking;

    /// @param acts sends the plan
    public PlanController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        checkRows = new Rows<>(checks, CheckLine::new);
        outcomeRows = new Rows<>(outcome, CheckLine::new);
        rows = new PlanTable(table);
        editor = new PlanEditor(chart, rows, this::draw, this::check);
        Tables.fit(table, tableBox);
    }

    /// Opens on a pool: with the plan that the Picture holds, else with one asked for.
    public void open(String pool, Picture now) {
        open(
                new PlanRequest.Even(pool),
                now,
                now.plans().stream()
                        .filter(p -> p.pool().equals(pool) && p.kind().equals("redistribute"))
                        .findFirst()
                        .orElse(null));
    }

    /// Opens on a plan.
    public void open(Plan found, Picture now) {
        open(Requests.of(found, now.relief().ladder()), now, found);
    }

    /// Opens on a plan that the desk is asked for.
    public void open(PlanRequest what, Picture now) {
        open(what, now, null);
    }

    private void open(PlanRequest what, Picture now, @Nullable Plan found) {
        request = what;
        picture = now;
        reply = null;
        waiting = false;
        openings++;
        editor.end();
        current = found;
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
        rows.show(found);
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
        boolean editing = editor.edit() != null;
        // A plan that changes nothing has only its reason to show, unless it is edited on.
        Plan now = current == null || (current.stages().isEmpty() && !editing) ? null : current;
        boolean done = reply != null && reply.done();
        boolean open = now != null && !done;
        Shown.when(now != null, plan);
        Shown.when(now == null, nothing);
        Shown.when(open && shownPicture().mode().operate(), reasonLine);
        Shown.when(open, primary);
        Shown.when(open, lease);
        Shown.when(!done && !editing, recompute);
        Shown.when(!lease().isEmpty(), undo);
        cancel.setText(Words.of(done ? "kit.close" : "kit.cancel"));
        recompute.setDisable(waiting);
        outcomeRows.show(reply == null ? List.of() : Outcomes.lines(reply));
        Shown.when(!outcome.getChildren().isEmpty(), outcome);
        drawFollow();
        if (now == null) {
            Shown.when(false, edit);
            drawNothing();
        } else {
            draw(new PlanModel(now, shownPicture()), done);
        }
    }

    private Optional<Lease> act() {
        String id = lease();
        return shownPicture().leases().stream().filter(l -> l.id().equals(id)).findFirst();
    }

    private void drawFollow() {
        Optional<Lease> act = act();
        follow.setText(act.map(CourseWords::follow).orElse(""));
        Shown.when(act.isPresent(), follow);
    }

    private void drawNothing() {
        title.setText(Requests.title(request));
        purpose.setText(Words.of("kit.until-you-apply"));
        computed.setText("");
        String why = current == null ? Words.of("plan.no-such-plan") : current.summary();
        nothing.setText(waiting ? Words.of("kit.computing") : why);
        Shown.when(reply == null || waiting, nothing);
    }

    private void draw(PlanModel model, boolean done) {
        WeightEdit edits = done ? null : editor.edit();
        title.setText(model.title());
        purpose.setText(done ? CourseWords.subtitle(act()) : model.purpose());
        computed.setText(model.computed());
        figures.show(model, edits);
        Shown.when(chart.any(), chartBox);
        List<CheckLine.Line> lines =
                edits == null ? model.checks() : model.checks(edits, editor.unchecked());
        checkRows.show(lines);
        Shown.when(!done, checks);
        Shown.when(!done && model.editable(), edit);
        edit.setText(Words.of(edits == null ? "plan.edit-weights" : "plan.discard-edits"));
        edit.setDisable(waiting);
        lease.setText(model.lease());
        boolean operate = shownPicture().mode().operate();
        String act = edits == null ? model.act() : model.act(edits.changes());
        String does = operate ? act : Words.of("kit.operate-to-apply");
        primary.setText(waiting ? Words.of("kit.working") : does);
        boolean barred = edits != null && (editor.unchecked() || !edits.overload().isEmpty());
        primary.setDisable(waiting || barred || (operate && !model.applicable()));
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
                new Command.MakePlan(request),
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
    void edit() {
        Plan now = current;
        if (editor.edit() != null) {
            editor.end();
            ask();
        } else if (now != null) {
            waiting = true;
            reply = null;
            PlanRequest weights = new PlanRequest.Weights(now.pool(), Requests.weights(now));
            send(new Command.MakePlan(weights), answer -> beginEdit(answer, now));
        }
        draw();
    }

    private void beginEdit(Reply answer, Plan before) {
        waiting = false;
        if (answer.input() == null || answer.plan() == null) {
            reply = answer;
        } else {
            current = answer.plan();
            editor.begin(answer.input(), before);
        }
        draw();
    }

    /// Has the desk check edited weights; answers that were overtaken are dropped.
    private void check(PlanRequest weights) {
        int asked = ++checking;
        send(
                new Command.MakePlan(weights),
                answer -> {
                    if (asked == checking && editor.edit() != null) {
                        reply = answer.plan() == null ? answer : null;
                        if (answer.plan() != null) {
                            current = answer.plan();
                            editor.checked();
                        }
                        draw();
                    }
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
        Command.Apply apply = new Command.Apply(now, operator, reason.getText().strip(), true);
        send(
                apply,
                answer -> {
                    answered(answer);
                    if (answer.asksSecond()) {
                        int asked = openings;
                        navigator.openConsent(
                                apply,
                                answer,
                                agreed -> {
                                    if (asked == openings) {
                                        answered(agreed);
                                    }
                                });
                    }
                });
        draw();
    }

    private void answered(Reply answer) {
        waiting = false;
        reply = answer;
        if (answer.done()) {
            editor.end();
        }
        draw();
        cancel.requestFocus();
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
