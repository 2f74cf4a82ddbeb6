package io.spillway.ui.plot;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.ui.plot.CellStates.PoolCells;
import io.spillway.ui.plot.FleetLayout.Block;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Every server as a cell, by pool, all in sight however many there are. Grey says how busy a
/// server is; only an active alarm has a colour. Everything that is set takes effect at the next
/// layout, together.
public final class FleetCells extends Region {
    private static final double LEGEND = 28;
    private static final double SMALLEST_HOT = 6;

    private final ImageView view = new ImageView();
    private final Pane words = new Pane();
    private final CellTexts texts = new CellTexts(words);
    private final CellInput input = new CellInput(this);
    private CellStates states =
            new CellStates(FleetState.empty(0, List.of()), Metric.CPU, Map.of());
    private FleetState fleet = FleetState.empty(0, List.of());
    private Metric metric = Metric.CPU;
    private Map<String, Priority> alarms = Map.of();
    private FleetLayout layout = new FleetLayout(1, 1, false, List.of());
    private Raster raster = new Raster(1, 1);
    private @Nullable Palette palette;
    private double renderScale;

    /// Cells of no fleet yet. They stay without pixels until they have a palette.
    public FleetCells() {
        getStyleClass().add("fleet-cells");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setSmooth(false);
        view.setMouseTransparent(true);
        words.setMouseTransparent(true);
        sceneProperty().addListener((o, before, now) -> requestLayout());
        getChildren().addAll(view, words, input.focus());
    }

    /// The theme's colours.
    public void setPalette(Palette colours) {
        palette = colours;
        requestLayout();
    }

    /// The fleet to show.
    ///
    /// @param active servers with an active alarm, by pool and name joined by `/`, with the most
    ///   urgent priority
    public void setFleet(FleetState state, Map<String, Priority> active) {
        fleet = state;
        alarms = Map.copyOf(active);
        states = new CellStates(state, metric, alarms);
        requestLayout();
    }

    /// What the cells show. Alarms are shown with every one.
    public void setMetric(Metric shown) {
        metric = shown;
        states = new CellStates(fleet, shown, alarms);
        requestLayout();
    }

    /// Called with a server that is clicked, or chosen with Enter.
    public void setOnServer(Consumer<Server> action) {
        input.setOnServer(action);
    }

    /// Called with the server under the mouse, null when there is none.
    public void setOnHover(Consumer<@Nullable Server> action) {
        input.setOnHover(action);
    }

    /// Pixels drawn per unit of length; 0 takes the window's output scale.
    public void setRenderScale(double scale) {
        renderScale = scale;
        requestLayout();
    }

    CellStates states() {
        return states;
    }

    Metric metric() {
        return metric;
    }

    FleetLayout cellLayout() {
        return layout;
    }

    /// The server at a place, -1 if there is none.
    int at(double x, double y) {
        double scale = scale();
        for (int p = 0; p < layout.blocks().size(); p++) {
            int i = layout.at(layout.blocks().get(p), x * scale, y * scale);
            if (i >= 0) {
                return states.pools().get(p).first() + i;
            }
        }
        return -1;
    }

    double scale() {
        if (renderScale > 0) {
            return renderScale;
        }
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? getScene().getWindow().getOutputScaleX() : 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 518;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 280;
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        int width = (int) Math.floor(getWidth() * scale);
        int height = (int) Math.floor((getHeight() - LEGEND) * scale);
        if (palette == null || width < 1 || height < 1) {
            return;
        }
        List<Integer> sizes = states.pools().stream().map(PoolCells::count).toList();
        layout = FleetLayout.of(sizes, width, height, scale);
        CellPainter painter = paint(palette, width, (int) (getHeight() * scale), scale);
        view.setFitWidth(width / scale);
        view.setFitHeight(raster.height() / scale);
        words.resizeRelocate(0, 0, getWidth(), getHeight());
        texts.place(this, painter, palette, getWidth(), getHeight());
        raster.update(0, raster.width());
        input.follow();
    }

    private CellPainter paint(Palette colours, int width, int height, double scale) {
        if (raster.width() != width || raster.height() != height) {
            raster = new Raster(width, height);
            view.setImage(raster.image());
        }
        raster.fill(colours.background());
        CellPainter painter = new CellPainter(raster, colours, scale);
        paint(painter, false);
        paint(painter, true);
        return painter;
    }

    /// Paints the cells with alarms, or all others. An alarm must be found among ten thousand cells
    /// of two pixels: its cells are never smaller than can be seen, and lie above their neighbours.
    private void paint(CellPainter painter, boolean hot) {
        int cell = layout.cell();
        int least = (int) Math.round(SMALLEST_HOT * scale());
        int side = hot ? Math.max(cell, least) : cell;
        int shift = (cell - side) / 2;
        for (int p = 0; p < layout.blocks().size(); p++) {
            Block block = layout.blocks().get(p);
            int first = states.pools().get(p).first();
            for (int i = 0; i < block.count(); i++) {
                CellKind kind = states.kind(first + i);
                if (hot == kind.alarm()) {
                    double shade = kind == CellKind.NORMAL ? states.shade(first + i) : 0;
                    int x = layout.x(block, i) + shift;
                    painter.paint(x, layout.y(block, i) + shift, side, kind, shade);
                }
            }
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        String chosen = input.words();
        return chosen.isEmpty() ? FleetWords.summary(states, metric) : chosen;
    }
}
