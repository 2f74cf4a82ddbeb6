package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import io.spillway.ui.plot.Unit;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/// The two plots on one time axis: request load, and CPU over the fleet.
public final class PlotsController implements PictureView, Themed {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final List<Duration> WINDOWS =
            List.of(PlotsModel.SHORT, PlotsModel.LONG, Duration.ofHours(1));

    private final TimeAxis axis = new TimeAxis(WINDOWS.getFirst().toMillis());
    private final TimePlot load = new TimePlot(axis);
    private final TimePlot cpu = new TimePlot(axis);

    private Duration suggested = PlotsModel.LONG;
    private boolean chosen;

    @FXML private SegmentedButton windows;
    @FXML private StackPane loadSlot;
    @FXML private StackPane cpuSlot;
    @FXML private Region outlierSwatch;
    @FXML private Label outliers;

    @FXML
    void initialize() {
        load.setUnit(Unit.PER_SECOND);
        load.setName("Request load");
        cpu.setUnit(Unit.PERCENT);
        cpu.setMax(1);
        cpu.setName("CPU");
        loadSlot.getChildren().setAll(load);
        cpuSlot.getChildren().setAll(cpu);
        List<ToggleButton> buttons = windows.getButtons();
        for (int i = 0; i < buttons.size(); i++) {
            long window = WINDOWS.get(i).toMillis();
            ToggleButton button = buttons.get(i);
            button.setOnAction(_ -> {
                chosen = true;
                button.setSelected(true);
                axis.setWindow(window);
            });
        }
    }

    @Override
    public void show(Picture picture) {
        PlotsModel model = new PlotsModel(picture);
        suggest(model.suggestedWindow());
        axis.setNow(picture.time().toEpochMilli());
        load.setData(model.load());
        load.setMarks(model.marks());
        load.setBlindSince(model.blindSince(Metric.REQUESTS), model.blindReason());
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
        Palette palette = PlotsModel.palette(tokens);
        load.setPalette(palette);
        cpu.setPalette(palette);
    }
}
