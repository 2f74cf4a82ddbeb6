package io.spillway.ui.traffic;

import io.spillway.action.ActResult;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plan.Outcomes;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a plan would do, before it is applied; then what each balancer said.
public final class PreviewController implements PictureView {
    /// Below this there is no room to say when the plan was computed.
    private static final double ROOMY = 640;

    private final Acts acts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label state;
    @FXML private Label computed;
    @FXML private Button recompute;
    @FXML private HBox facts;
    @FXML private Node load;
    @FXML private ClassBars bars;
    @FXML private Label summary;
    @FXML private VBox checks;
    @FXML private Label holding;
    @FXML private VBox outcome;
    @FXML private HBox reasonLine;
    @FXML private TextField reason;
    @FXML private Button cancel;
    @FXML private Button undo;
    @FXML private Label terms;
    @FXML private Button primary;

    private final Tooltip holdingText = new Tooltip();
    private Rows<PreviewModel.Fact> factRows = new Rows<>(new HBox(), FactBox::new);
    private Rows<CheckLine.Line> checkRows = new Rows<>(new VBox(), CheckLine::new);
    private Rows<CheckLine.Line> outcomeRows = new Rows<>(new VBox(), CheckLine::new);
    private Consumer<@Nullable Plan> changed = _ -> {};
    private @Nullable PlanRequest request;
    private @Nullable Plan plan;
    private @Nullable Picture picture;
    private @Nullable Reply reply;
    private boolean waiting;
    private int asked;

    /// @param acts asks for plans and applies them
    public PreviewController(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    @FXML
    void initialize() {
        factRows = new Rows<>(facts, FactBox::new);
        checkRows = new Rows<>(checks, CheckLine::new);
        outcomeRows = new Rows<>(outcome, CheckLine::new);
        holding.setTooltip(holdingText);
        root.widthProperty().subscribe(w -> Shown.when(w.doubleValue() >= ROOMY, computed));
    }

    /// Whom to tell when the plan in the preview is another one, or none.
    void changes(Consumer<@Nullable Plan> listener) {
        changed = listener;
    }

    /// True while there is something to see.
    boolean open() {
        return request != null;
    }

    /// The rung of the ladder that is looked at, -1 for none.
    int rung(Picture now) {
        boolean done = reply != null && reply.done();
        return request == null || done ? -1 : PreviewModel.rung(request, now);
    }

    /// Asks the desk for a plan. Changes nothing.
    void ask(PlanRequest what) {
        request = what;
        plan = null;
        reply = null;
        waiting = true;
        asked++;
        send(
                new Command.MakePlan(what),
                answer -> {
                    waiting = false;
                    begin(answer);
                });
        tell();
    }

    private void begin(Reply answer) {
        plan = answer.plan();
        reply = plan == null ? answer : null;
        PlanRequest what = request;
        Plan made = plan;
        if (made != null && what != null) {
            reason.setText(new PreviewModel(what, made, shownPicture()).reason());
        }
        tell();
        if (reasonLine.isVisible()) {
            reason.requestFocus();
            reason.end();
        } else {
            (primary.isVisible() ? primary : cancel).requestFocus();
        }
    }

    private void tell() {
        changed.accept(reply != null && reply.done() ? null : plan);
    }

    private Picture shownPicture() {
        return Objects.requireNonNull(picture, "asked without a Picture");
    }

    private void send(Command command, Consumer<Reply> show) {
        acts.send(command, still(show));
    }

    /// Drops an answer that comes once something else was asked for.
    private Consumer<Reply> still(Consumer<Reply> show) {
        int now = asked;
        return answer -> {
            if (now == asked) {
                show.accept(answer);
            }
        };
    }

    @Override
    public void show(Picture now) {
        picture = now;
        PlanRequest what = request;
        if (what == null) {
            return;
        }
        Plan made = plan;
        boolean real = made != null && !made.stages().isEmpty();
        boolean done = reply != null && reply.done();
        boolean operate = now.mode().operate();
        Shown.when(real, facts);
        Shown.when(real && !done, primary);
        Shown.when(real && !done, terms);
        Shown.when(real && !done && operate, reasonLine);
        Shown.when(real && !done, holding);
        Shown.when(!done, recompute);
        Shown.when(!lease().isEmpty(), undo);
        cancel.setText(Words.of(done ? "kit.close" : "kit.cancel"));
        recompute.setDisable(waiting);
        outcomeRows.show(reply == null ? List.of() : Outcomes.lines(reply));
        Shown.when(!outcome.getChildren().isEmpty(), outcome);
        state.setText(became());
        if (made == null) {
            drawNothing(what, now);
        } else {
            draw(new PreviewModel(what, made, now), done, real);
        }
    }

    private String became() {
        ActResult result = reply == null ? null : reply.result();
        if (result == null) {
            return Words.of("traffic.state-preview");
        }
        return switch (result.outcome()) {
            case APPLIED, NOTED, UNDONE -> Words.of("traffic.state-applied");
            case APPLYING -> Words.of("traffic.state-applying");
            case HALTED -> Words.of("traffic.state-halted");
            case REFUSED -> Words.of("traffic.state-refused");
            case RESTORED -> Words.of("traffic.state-restored");
            case INTERRUPTED -> Words.of("traffic.state-interrupted");
        };
    }

    private void drawNothing(PlanRequest what, Picture now) {
        title.setText(PreviewModel.name(what, now));
        computed.setText("");
        summary.setText(Words.of("kit.computing"));
        Shown.when(waiting, summary);
        Shown.when(false, load);
        Shown.when(false, checks);
    }

    private void draw(PreviewModel model, boolean done, boolean real) {
        title.setText(model.title());
        computed.setText(model.computed());
        List<ClassBars.Bar> classes = model.bars();
        factRows.show(model.facts());
        bars.show(classes);
        summary.setText(model.summary());
        Shown.when(real && !classes.isEmpty(), load);
        Shown.when(!real || classes.isEmpty(), summary);
        List<CheckLine.Line> failing = model.failing();
        checkRows.show(failing);
        Shown.when(!done && !failing.isEmpty(), checks);
        holding.setText(model.holding());
        holdingText.setText(model.holdingText());
        terms.setText(model.terms());
        boolean operate = shownPicture().mode().operate();
        primary.setText(
                waiting
                        ? Words.of("kit.working")
                        : operate ? model.act() : Words.of("kit.operate-to-apply"));
        primary.setDisable(waiting || (operate && !model.applicable()));
    }

    @FXML
    void recompute() {
        if (request != null) {
            ask(request);
        }
    }

    @FXML
    void primary() {
        Plan now = plan;
        if (now == null || primary.isDisabled() || waiting) {
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
                        navigator.openConsent(apply, answer, still(this::answered));
                    }
                });
        show(shownPicture());
    }

    private void answered(Reply answer) {
        waiting = false;
        reply = answer;
        tell();
        cancel.requestFocus();
    }

    /// The act that was applied here; empty if there is none to undo.
    private String lease() {
        ActResult result = reply == null ? null : reply.result();
        return result == null || !result.outcome().done() ? "" : result.id();
    }

    @FXML
    void undo() {
        String id = lease();
        cancel();
        navigator.openUndo(id);
    }

    @FXML
    void cancel() {
        request = null;
        plan = null;
        reply = null;
        waiting = false;
        asked++;
        tell();
    }
}
