package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Stages;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One alarm in full, and what may be done about it and those selected with it.
public final class AlarmPaneController implements Themed {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final TimeAxis axis = new TimeAxis(AlarmPlot.SPAN);
    private final TimePlot plot = new TimePlot(axis);
    private final Stages stages = new Stages();
    private final AlarmActs acts;
    private final Navigator navigator;

    @FXML private Pane root;
    @FXML private PriorityMark mark;
    @FXML private Label title;
    @FXML private Button close;
    @FXML private Label sub;
    @FXML private Label nothing;
    @FXML private Pane parts;
    @FXML private StackPane plotSlot;
    @FXML private Label plotName;
    @FXML private VBox facts;
    @FXML private Label guidance;
    @FXML private Label response;
    @FXML private Label noRelief;
    @FXML private VBox relief;
    @FXML private AsideFormController formController;
    @FXML private Label answer;
    @FXML private Pane buttons;
    @FXML private Button acknowledge;
    @FXML private Button shelve;
    @FXML private Button takeOut;
    @FXML private Button bringBack;

    private Rows<AlarmDetail.Fact> factRows = new Rows<>(new VBox(), PairRow::new);
    private Rows<Plan> reliefRows;
    private List<Alarm> chosen = List.of();
    private @Nullable Alarm shown;
    private String id = "";
    private boolean asks;

    /// @param acts carries out what buttons ask for
    /// @param navigator leads to plans
    public AlarmPaneController(AlarmActs acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
        this.reliefRows = new Rows<>(new VBox(), () -> new ReliefRow(navigator));
    }

    @FXML
    void initialize() {
        factRows = new Rows<>(facts, PairRow::new);
        reliefRows = new Rows<>(relief, () -> new ReliefRow(navigator));
        plotSlot.getChildren().setAll(plot);
        answer.textProperty().bind(acts.answerProperty());
        acts.answerProperty().subscribe(words -> Shown.when(!words.isEmpty(), answer));
        empty();
    }

    /// Lets the symbol flash in this beat.
    void flash(Flash flash) {
        flash.litProperty().subscribe(lit -> mark.pseudoClassStateChanged(DARK, asks && !lit));
    }

    /// Closes in this way, where the pane lies over something.
    void closes(Runnable way) {
        close.setOnAction(_ -> way.run());
    }

    /// Offers to close the pane, or not.
    void over(boolean over) {
        Shown.when(over, close);
    }

    /// Shows this alarm from now on; the buttons act on all that are chosen with it.
    void choose(@Nullable Alarm lead, List<Alarm> all, Picture picture) {
        if (lead == null || !lead.id().equals(id)) {
            formController.close();
        }
        chosen = all;
        shown = lead;
        id = lead == null ? "" : lead.id();
        stages.play(root, List.of(() -> show(picture), () -> draw(picture)));
    }

    /// Shows how the alarm stands now.
    void show(Picture picture) {
        shown = find(picture).orElse(shown);
        Alarm alarm = shown;
        if (alarm == null) {
            empty();
            return;
        }
        boolean gone = find(picture).isEmpty();
        chosen = chosen.isEmpty() ? List.of(alarm) : chosen;
        AlarmDetail detail = new AlarmDetail(alarm, picture);
        Shown.when(false, nothing);
        Shown.when(true, parts);
        Shown.when(!gone, buttons);
        Marks.show(mark, alarm, gone ? AlarmRow.Look.OVER : AlarmRow.Look.LISTED);
        asks = !gone && alarm.state().unacknowledged();
        if (!asks) {
            mark.pseudoClassStateChanged(DARK, false);
        }
        title.setText(detail.title());
        sub.setText(gone ? Words.of("alarms.normal-not-listed") : detail.sub());
        factRows.show(detail.facts());
        guidance.setText(detail.guidance());
        response.setText(Words.of("alarms.do-this", detail.response()));
        List<Plan> plans = detail.relief();
        reliefRows.show(plans);
        Shown.when(plans.isEmpty(), noRelief);
        offer(alarm);
    }

    /// Draws its past up to now.
    void draw(Picture picture) {
        Alarm alarm = shown;
        if (alarm != null) {
            draw(new AlarmPlot(alarm, picture));
        }
    }

    private Optional<Alarm> find(Picture picture) {
        var alarms = picture.alarms();
        return Stream.of(alarms.listed(), alarms.pending(), alarms.aside())
                .flatMap(List::stream)
                .filter(a -> a.id().equals(id))
                .findFirst();
    }

    private void draw(AlarmPlot of) {
        axis.setNow(of.end());
        plot.setUnit(of.unit());
        plot.setMax(of.max());
        plot.setName(of.name());
        plot.setData(of.series());
        plot.setLimits(of.limits());
        plot.setMarks(of.marks());
        plotName.setText(of.name());
    }

    private void offer(Alarm alarm) {
        AlarmState state = alarm.state();
        boolean listed = state.active() || state.unacknowledged();
        int asking = (int) chosen.stream().filter(a -> a.state().unacknowledged()).count();
        acknowledge.setText(
                asking > 1
                        ? Words.of("alarms.acknowledge-many-key", asking)
                        : Words.of("alarms.acknowledge-key"));
        Shown.when(listed, acknowledge);
        acknowledge.setDisable(asking == 0);
        Shown.when(state != AlarmState.SHELVED && state != AlarmState.OUT_OF_SERVICE, shelve);
        Shown.when(state != AlarmState.OUT_OF_SERVICE, takeOut);
        boolean away = state == AlarmState.SHELVED || state == AlarmState.OUT_OF_SERVICE;
        Shown.when(away, bringBack);
        bringBack.setText(
                state == AlarmState.SHELVED
                        ? Words.of("alarms.unshelve")
                        : Words.of("alarms.put-back"));
    }

    private void empty() {
        title.setText(Words.of("alarms.none-chosen"));
        sub.setText("");
        mark.show("");
        Shown.when(true, nothing);
        Shown.when(false, parts);
        Shown.when(false, buttons);
    }

    /// Acknowledges what is chosen.
    @FXML
    void acknowledge() {
        acts.acknowledge(
                AlarmActs.ids(chosen.stream().filter(a -> a.state().unacknowledged()).toList()));
    }

    /// Asks how to shelve what is chosen.
    @FXML
    void shelve() {
        if (!chosen.isEmpty()) {
            formController.shelve(chosen);
        }
    }

    @FXML
    void takeOut() {
        formController.takeOut(chosen);
    }

    @FXML
    void bringBack() {
        Alarm alarm = shown;
        if (alarm != null && alarm.state() == AlarmState.SHELVED) {
            acts.unshelve(AlarmActs.ids(chosen));
        } else {
            acts.putBack(AlarmActs.ids(chosen));
        }
    }

    @FXML
    void silence() {
        acts.silence();
    }

    /// Closes the form, if it is open.
    ///
    /// @return whether it was
    boolean closeForm() {
        boolean open = formController.isOpen();
        formController.close();
        return open;
    }

    /// Takes the keyboard to the first thing that may be done.
    void focus() {
        buttons.getChildren().stream()
                .filter(n -> n.isVisible() && !n.isDisabled())
                .findFirst()
                .orElse(root)
                .requestFocus();
    }

    @Override
    public void dress(Tokens tokens) {
        plot.setPalette(Palette.of(tokens));
    }
}
