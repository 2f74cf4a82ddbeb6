package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.ui.HeaderModel;
import io.spillway.ui.StateModel;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.KeyFigure;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.Room;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.StyleClasses;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The wall's header: are we all right, how long have we got, load, CPU, the clock.
public final class HeadController implements PictureView {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> STATES =
            List.of("ok", "low", "surge", "overload", "blind", "unconfigured");

    private final Flash flash;
    private final Room room;

    @FXML private HBox tile;
    @FXML private PriorityMark mark;
    @FXML private FontIcon blindMark;
    @FXML private Label word;
    @FXML private Label lead;
    @FXML private Label time;
    @FXML private Label tail;
    @FXML private Label below;
    @FXML private KeyFigure requests;
    @FXML private KeyFigure cpu;
    @FXML private KeyFigure latency;
    @FXML private KeyFigure inService;
    @FXML private Label clock;
    @FXML private Label zone;
    @FXML private Label health;
    private boolean asks;

    /// @param room how much may be said
    HeadController(Room room, Flash flash) {
        this.room = room;
        this.flash = flash;
    }

    @FXML
    void initialize() {
        Shown.when(room != Room.SMALL, requests);
        Shown.when(room != Room.SMALL, cpu);
        Shown.when(room != Room.SMALL, zone);
        Shown.when(room == Room.WIDE, latency);
        Shown.when(room == Room.WIDE, inService);
        flash.litProperty().subscribe(_ -> beat());
    }

    @Override
    public void show(Picture picture) {
        HeaderModel model = new HeaderModel(picture);
        showState(model.state(), picture);
        show(requests, model.requests());
        show(cpu, model.cpu());
        show(latency, model.latency());
        show(inService, model.inService());
        inService.note(model.crowd(), false);
        clock.setText(model.clock());
        health.setText(model.health());
        health.pseudoClassStateChanged(TROUBLE, !model.healthy());
        Shown.when(room == Room.WIDE || !model.healthy(), health);
    }

    private void showState(StateModel state, Picture picture) {
        StyleClasses.only(tile, STATES, List.of(state.style()));
        String digit = state.digit();
        mark.show(digit);
        Shown.when(!digit.isEmpty(), mark);
        Shown.when(picture.state() == Picture.State.BLIND, blindMark);
        asks =
                picture.alarms().listed().stream()
                        .filter(a -> a.state().unacknowledged())
                        .anyMatch(a -> digit.equals(Integer.toString(a.priority().digit())));
        beat();
        word.setText(state.word());
        StateModel.Detail detail = state.detail();
        lead.setText(detail.lead());
        time.setText(detail.time());
        tail.setText(detail.tail());
        below.setText(detail.beside());
        Shown.when(!detail.time().isEmpty(), time);
        Shown.when(!detail.tail().isEmpty() && room == Room.WIDE, tail);
        Shown.when(!detail.beside().isEmpty() && room == Room.WIDE, below);
    }

    private void beat() {
        mark.pseudoClassStateChanged(DARK, asks && !flash.litProperty().get());
    }

    private static void show(KeyFigure figure, HeaderModel.Shown shown) {
        figure.show(shown.quantity(), shown.age());
    }
}
