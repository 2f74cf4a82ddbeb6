package io.spillway.ui;

import io.spillway.desk.Picture;
import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.KeyFigure;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.StyleClasses;
import io.spillway.ui.kit.Words;
import io.spillway.ui.sound.SoundController;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The header: are we all right, the key figures, the clock, the sources, who operates.
public final class HeaderController implements PictureView {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final PseudoClass OPERATE = PseudoClass.getPseudoClass("operate");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> STATES =
            List.of("ok", "low", "surge", "overload", "blind", "unconfigured");
    private static final double NARROW = 400;

    private final Flash flash;
    private final Navigator navigator;
    private final Tooltip sources = new Tooltip();
    private final Tooltip explanation = new Tooltip();

    @FXML private Label site;
    @FXML private Button stateTile;
    @FXML private PriorityMark stateMark;
    @FXML private FontIcon blindMark;
    @FXML private Label stateWord;
    @FXML private Label lead;
    @FXML private Label time;
    @FXML private Label tail;
    @FXML private Label beside;
    @FXML private Label below;
    @FXML private KeyFigure requests;
    @FXML private KeyFigure cpu;
    @FXML private KeyFigure latency;
    @FXML private KeyFigure errors;
    @FXML private KeyFigure inService;
    @FXML private Label clock;
    @FXML private Pane heart;
    @FXML private Label health;
    @FXML private Button mode;
    @FXML private SoundController soundController;

    private boolean asks;

    HeaderController(Navigator navigator, Motion motion) {
        this.navigator = navigator;
        flash = new Flash(motion);
    }

    @FXML
    void initialize() {
        health.setTooltip(sources);
        stateTile.setTooltip(explanation);
        stateTile.widthProperty().subscribe(this::fold);
        flash.litProperty().subscribe(_ -> beat());
    }

    @FXML
    void openWhy() {
        navigator.openWhy();
    }

    /// Where there is no room beside it, the second statement stands on a line of its own.
    private void fold() {
        boolean narrow = stateTile.getWidth() < NARROW;
        Shown.when(!narrow && !beside.getText().isEmpty(), beside);
        Shown.when(narrow && !below.getText().isEmpty(), below);
    }

    @FXML
    void changeMode() {
        navigator.openOperate();
    }

    /// What the loudspeaker does.
    SoundController sound() {
        return soundController;
    }

    @Override
    public void show(Picture picture) {
        HeaderModel model = new HeaderModel(picture);
        site.setText(picture.site());
        showState(model.state(), picture);
        show(requests, model.requests());
        requests.note(model.state().overUsual(), picture.state() == Picture.State.SURGE);
        show(cpu, model.cpu());
        show(latency, model.latency());
        show(errors, model.errors());
        show(inService, model.inService());
        inService.note(model.crowd(), false);
        clock.setText(model.clock());
        soundController.refresh();
        showHealth(model, picture);
        mode.setText(model.mode());
        mode.pseudoClassStateChanged(OPERATE, picture.mode().operate());
        mode.setDisable(picture.state() == Picture.State.UNCONFIGURED);
    }

    private void showState(StateModel state, Picture picture) {
        StyleClasses.only(stateTile, STATES, List.of(state.style()));
        String digit = state.digit();
        stateMark.show(digit);
        asks =
                picture.alarms().listed().stream()
                        .filter(a -> a.state().unacknowledged())
                        .anyMatch(a -> digit.equals(Integer.toString(a.priority().digit())));
        flash.show(asks);
        beat();
        Shown.when(!digit.isEmpty(), stateMark);
        Shown.when(picture.state() == Picture.State.BLIND, blindMark);
        stateWord.setText(state.word());
        StateModel.Detail detail = state.detail();
        lead.setText(detail.lead());
        time.setText(detail.time());
        tail.setText(detail.tail());
        Shown.when(!detail.time().isEmpty(), time);
        Shown.when(!detail.tail().isEmpty(), tail);
        beside.setText(detail.beside().isEmpty() ? "" : " · " + detail.beside());
        below.setText(detail.beside());
        fold();
        explanation.setText(state.explanation());
        stateTile.setDisable(picture.state() == Picture.State.UNCONFIGURED);
        stateTile.setAccessibleText(state.word() + ", " + detail);
        stateTile.setAccessibleHelp(Words.of("shell.opens-why"));
    }

    /// The tile's symbol flashes while an alarm of its priority waits for an answer.
    private void beat() {
        stateMark.pseudoClassStateChanged(DARK, asks && !flash.litProperty().get());
    }

    private void showHealth(HeaderModel model, Picture picture) {
        for (int i = 0; i < heart.getChildren().size(); i++) {
            heart.getChildren().get(i).pseudoClassStateChanged(ON, i == model.beat());
        }
        heart.pseudoClassStateChanged(TROUBLE, !model.healthy());
        health.setText(model.health());
        health.pseudoClassStateChanged(TROUBLE, !model.healthy());
        sources.setText(
                String.join("\n", picture.sources().stream().map(HeaderController::line).toList()));
    }

    private static String line(SourceHealth source) {
        return source.name()
                + ": "
                + (source.message().isEmpty() ? Words.of("shell.live") : source.message());
    }

    private static void show(KeyFigure figure, HeaderModel.Shown shown) {
        figure.show(shown.quantity(), shown.age());
    }
}
