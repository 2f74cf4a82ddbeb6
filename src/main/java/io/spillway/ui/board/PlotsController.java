package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.history.Window;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import io.spillway.ui.plot.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The two plots on one time axis: request load, and CPU over the fleet.
public final class PlotsController implements PictureView, Themed {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final List<Duration> WINDOWS =
            List.of(
                    PlotsModel.SHORT,
                    PlotsModel.LONG,
                    Duration.ofHours(6),
                    Duration.ofHours(24),
                    Duration.ofDays(7),
                    Duration.ofDays(28));
    private static final double AHEAD = 0.16;

    private final TimeAxis axis = new TimeAxis(PlotsModel.LONG.toMillis());
    private final TimePlot load = new TimePlot(axis);
    private final TimePlot cpu = new TimePlot(axis);

    private final Navigator navigator;
    private final FarPast far;
    private Duration suggested = PlotsModel.LONG;
    private boolean chosen;
    private boolean showing;
    private @Nullable Picture last;

    @FXML private SegmentedButton windows;
    @FXML private StackPane loadSlot;
    @FXML private StackPane cpuSlot;
    @FXML private Region outlierSwatch;
    @FXML private Label outliers;
    @FXML private Label usual;
    @FXML private Region usualSwatch;
    @FXML private Label forecast;
    @FXML private Region forecastSwatch;

    /// @param acts asks for the past beyond the last day
    /// @param navigator leads to why
    public PlotsController(Acts acts, Navigator navigator) {
        this.navigator = navigator;
        this.far = new FarPast(acts, this::moved);
    }

    @FXML
    void initialize() {
        axis.setAhead(AHEAD);
        axis.versionProperty().subscribe(_ -> moved());
        load.setOnAlarm(navigator::openWhy);
        cpu.setOnAlarm(() -> navigator.show(Screen.ALARMS));
        load.setUnit(Unit.PER_SECOND);
        load.setName(Words.of("board.request-load"));
        cpu.setUnit(Unit.PERCENT);
        cpu.setMax(1);
        cpu.setName("CPU");
        loadSlot.getChildren().setAll(load);
        cpuSlot.getChildren().setAll(cpu);
        List<ToggleButton> buttons = windows.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            long window = WINDOWS.get(i).toMillis();
            ToggleButton button = buttons.get(i);
            // Its skin would do so too, but only after the first window was chosen.
            button.setToggleGroup(windows.getToggleGroup());
            button.setOnAction(_ -> {
                chosen = true;
                button.setSelected(true);
                axis.setWindow(window);
            });
        }
    }

    @Override
    public void show(Picture picture) {
        showing = true;
        last = picture;
        suggest(PlotsModel.suggestedWindow(picture));
        axis.setNow(picture.time().toEpochMilli());
        draw(picture);
        showing = false;
    }

    /// Another stretch of time may need another piece of the past.
    private void moved() {
        Picture picture = last;
        if (picture != null && !showing) {
            draw(picture);
        }
    }

    private void draw(Picture picture) {
        long from = axis.end() - axis.stretch();
        Window older = far.look(from, axis.end(), picture.time().toEpochMilli());
        Window past = Past.of(picture.window(), picture.day(), older, from, axis.stretch());
        PlotsModel model = new PlotsModel(picture, past);
        draw(model, new AheadModel(picture), from);
        cpu.setData(model.cpu());
        cpu.setLimits(model.limits());
        cpu.setMarks(model.marks());
        cpu.setBlindSince(model.blindSince(Metric.CPU), model.blindReason());
        outliers.setText(model.outliers());
        boolean named = !outliers.getText().isEmpty();
        Shown.when(named, outliers);
        Shown.when(named, outlierSwatch);
        outliers.pseudoClassStateChanged(ACTIVE, model.overloaded());
        outlierSwatch.pseudoClassStateChanged(ACTIVE, model.overloaded());
    }

    private void draw(PlotsModel model, AheadModel ahead, long from) {
        List<PlotSeries> usualBand = ahead.usual(from, axis.end());
        List<PlotSeries> heading = ahead.heading();
        List<PlotSeries> all = new ArrayList<>(usualBand);
        all.addAll(heading);
        all.add(model.load());
        load.setData(all);
        load.setLimits(ahead.capacity());
        load.setMarks(ahead.marks());
        load.setCrossing(ahead.crossing());
        load.setBlindSince(model.blindSince(Metric.REQUESTS), model.blindReason());
        boolean read = far.trouble().isEmpty();
        usual.setText(read ? ahead.usualWords() : Words.of("board.past-not-read"));
        usual.setTooltip(read ? null : new Tooltip(far.trouble()));
        Shown.when(!usual.getText().isEmpty(), usual);
        Shown.when(!usualBand.isEmpty(), usualSwatch);
        Shown.when(!heading.isEmpty(), forecast);
        Shown.when(!heading.isEmpty(), forecastSwatch);
    }

    /// Until the operator chooses, a short past is not shown in a long window.
    private void suggest(Duration window) {
        if (!chosen && !window.equals(suggested)) {
            suggested = window;
            windows.getButtons().get(WINDOWS.indexOf(window)).setSelected(true);
            axis.setWindow(window.toMillis());
        }
    }

    @Override
    public void dress(Tokens tokens) {
        Palette palette = Palette.of(tokens);
        load.setPalette(palette);
        cpu.setPalette(palette);
    }
}
