package io.spillway.ui.plot;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Server;
import io.spillway.ui.plot.CellStates.PoolCells;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Every server as a cell, by pool, all in sight however many there are. Grey says how busy a
/// server is; only an active alarm has a colour. Everything that is set takes effect at the next
/// layout, together. For the FX thread.
public final class FleetCells extends Region {
    private static final double LEGEND = 28;

    private final ImageView view = new ImageView();
    private final Pane words = new Pane();
    private final CellTexts texts = new CellTexts(words);
    private final CellMarks marks = new CellMarks();
    private final CellInput input = new CellInput(this);
    private CellStates states =
            new CellStates(FleetState.empty(0, List.of()), Metric.CPU, Map.of());
    private CellOrder order = CellOrder.plain(0);
    private FleetState fleet = FleetState.empty(0, List.of());
    private Metric metric = Metric.CPU;
    private Map<String, Priority> alarms = Map.of();
    private boolean worstFirst;
    private Room room = new Room(List.of(), 1, 1, 1);
    private FleetLayout layout = new FleetLayout(1, 1, false, List.of());
    private Raster raster = new Raster(1, 1);
    private @Nullable CellPainter painter;
    private @Nullable Palette palette;
    private double renderScale;
    private Consumer<List<Server>> onChosen = servers -> {};

    /// What decides the places of cells.
    private record Room(List<Integer> sizes, int width, int height, double scale) {}

    /// Cells of no fleet yet. They stay without pixels until they have a palette.
    public FleetCells() {
        getStyleClass().add("fleet-cells");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setSmooth(false);
        view.setMouseTransparent(true);
        words.setMouseTransparent(true);
        sceneProperty().addListener((o, before, now) -> requestLayout());
        getChildren().addAll(view, words, input.focus(), input.band());
    }

    /// The theme's colours.
    public void setPalette(Palette colours) {
        palette = colours;
        painter = null;
        requestLayout();
    }

    /// The fleet to show. What is chosen and found stays so.
    ///
    /// @param active servers with an active alarm, by pool and name joined by `/`, with the most
    ///   urgent priority
    public void setFleet(FleetState state, Map<String, Priority> active) {
        List<Server> before = fleet.servers();
        fleet = state;
        alarms = Map.copyOf(active);
        boolean others = marks.fleet(state.servers());
        refresh(others);
        if (others) {
            input.moved(before, state.servers());
            chosen();
        }
    }

    /// What the cells show. Alarms are shown with every one.
    public void setMetric(Metric shown) {
        metric = shown;
        refresh(true);
    }

    /// Whether the worst of each pool come first; else servers stand as the balancers name them.
    public void setWorstFirst(boolean worst) {
        worstFirst = worst;
        refresh(true);
    }

    /// Cells change places only while nobody points at them or has chosen some.
    private void refresh(boolean asked) {
        states = new CellStates(fleet, metric, alarms);
        boolean held = order.size() == states.size() && (isHover() || !marks.none());
        if (asked || !held) {
            order = worstFirst ? CellOrder.worstFirst(states) : CellOrder.plain(states.size());
        }
        requestLayout();
    }

    /// Shows where servers are by part of their name or their pool's: others fade. The empty text
    /// ends that.
    ///
    /// @return how many are found
    public int search(String text) {
        marks.search(text);
        requestLayout();
        return marks.found();
    }

    /// Chooses what is found, and nothing else.
    public void chooseFound() {
        marks.chooseFound();
        chosen();
    }

    /// Chooses nothing.
    public void chooseNone() {
        choose(new BitSet());
    }

    /// Chooses servers by their places in the fleet.
    void choose(BitSet these) {
        marks.choose(these);
        chosen();
    }

    private void chosen() {
        requestLayout();
        onChosen.accept(marks.chosen());
    }

    /// Called with the servers chosen, each time others are.
    public void setOnChosen(Consumer<List<Server>> action) {
        onChosen = action;
    }

    /// Called with a server that is clicked twice, or opened with Enter.
    public void setOnServer(Consumer<Server> action) {
        input.setOnServer(action);
    }

    /// Pixels drawn per unit of the scene's length; 0 takes the window's output scale.
    public void setRenderScale(double scale) {
        renderScale = scale;
        requestLayout();
    }

    CellStates states() {
        return states;
    }

    CellOrder order() {
        return order;
    }

    CellMarks marks() {
        return marks;
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
        for (int p = 0; p < Math.min(layout.blocks().size(), states.pools().size()); p++) {
            int i = layout.at(layout.blocks().get(p), x * scale, y * scale);
            int place = states.pools().get(p).first() + i;
            if (i >= 0 && place < order.size()) {
                return order.server(place);
            }
        }
        return -1;
    }

    double scale() {
        return Density.of(this, renderScale);
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
        Room next = new Room(sizes, width, height, scale);
        if (!next.equals(room)) {
            room = next;
            layout = FleetLayout.of(sizes, width, height, scale);
        }
        CellPainter now = painter(palette, width, (int) (getHeight() * scale), scale);
        raster.fill(palette.background());
        new CellPicture(now, scale, layout, states, order, marks).paint();
        Point2D corner = Density.onPixel(this, 0, 0, scale);
        view.relocate(corner.getX(), corner.getY());
        view.setFitWidth(width / scale);
        view.setFitHeight(raster.height() / scale);
        words.resizeRelocate(0, 0, getWidth(), getHeight());
        texts.place(this, now, palette, getWidth(), getHeight());
        raster.update(0, raster.width());
        input.follow();
    }

    private CellPainter painter(Palette colours, int width, int height, double scale) {
        CellPainter now = painter;
        if (now == null || !now.fits(width, height, scale)) {
            raster = new Raster(width, height);
            view.setImage(raster.image());
            now = new CellPainter(raster, colours, scale);
            painter = now;
        }
        return now;
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
