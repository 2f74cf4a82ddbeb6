package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A plot over time: pixels for what is measured, nodes for words and symbols. The y axis begins at
/// 0. Times are shown in UTC. Everything that is set takes effect at the next layout, together;
/// what series that go on have new, when a column of pixels is complete, at the latest after 5
/// seconds.
///
/// It keeps listening to its axis, so an axis should not outlive its plots by much.
public final class TimePlot extends Region {
    private static final double LEFT = 56;
    private static final double RIGHT = 16;
    private static final double BELOW = 26;
    private static final double STEP_HEIGHT = 40;
    private static final int MOST_STEPS = 5;

    private final TimeAxis axis;
    private final PlotRing ring = new PlotRing();
    private final AxisLabels labels = new AxisLabels();
    private final LimitLabels limitLabels = new LimitLabels();
    private final AheadLayer ahead = new AheadLayer();
    private final MarksLayer marksLayer = new MarksLayer();
    private final Crosshair crosshair = new Crosshair();
    private final Veil veil = new Veil();
    private final Text empty = new Text(Words.of("plot.waiting"));
    private final YRange range = new YRange();
    private final PlotInput input;
    private @Nullable Palette palette;
    private @Nullable Frame frame;
    private List<PlotSeries> series = List.of();
    private List<Limit> limits = List.of();
    private LastSample last = LastSample.of(List.of());
    private Unit unit = Unit.COUNT;
    private String name = "";
    private double renderScale;
    private @Nullable Drawn drawn;
    private long drawnAt;
    private boolean touched = true;

    /// What decides whether a plot is drawn anew when nothing else was set.
    private record Drawn(Stretch stretch, double height, double scale, long beat) {}

    /// A plot of nothing yet. It stays without pixels until it has a palette.
    public TimePlot(TimeAxis axis) {
        this.axis = axis;
        this.input = new PlotInput(this, axis, () -> frame);
        getStyleClass().add("time-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        empty.getStyleClass().add("plot-empty");
        empty.setManaged(false);
        getChildren().addAll(ring.node(), labels, limitLabels, ahead, marksLayer);
        getChildren().addAll(veil, empty, crosshair);
        crosshair.setVisible(false);
        ExportMenu.of(this, () -> name + " " + day()).setValues(this::csv);
        axis.versionProperty().addListener((o, before, now) -> requestLayout());
        sceneProperty().addListener((o, before, now) -> requestLayout());
        axis.cursorProperty().addListener((o, before, now) -> showCursor());
    }

    /// The stretch of time shown.
    public TimeAxis axis() {
        return axis;
    }

    /// The theme's colours.
    public void setPalette(Palette colours) {
        palette = colours;
        touch();
    }

    /// What the plot is about, for those who hear it.
    public void setName(String words) {
        name = words;
    }

    /// What is drawn, the first at the bottom, bands below all lines. Series that keep their names
    /// from tick to tick cost only what is new in them, and keep the order they first had.
    public void setData(List<PlotSeries> data) {
        List<PlotSeries> next = Changes.inOrder(series, List.copyOf(data));
        boolean known = last.known();
        touched |= axis.now() == drawnAt || !Changes.comparable(series, next);
        series = next;
        last = LastSample.of(series);
        touched |= known != last.known();
        requestLayout();
    }

    /// Dashed lines across the plot.
    public void setLimits(List<Limit> lines) {
        if (!limits.equals(lines)) {
            limits = List.copyOf(lines);
            touch();
        }
    }

    /// Acts and alarms, at their times.
    public void setMarks(List<Mark> marks) {
        if (marksLayer.set(marks)) {
            touch();
        }
    }

    /// What a click on the symbol of an alarm does.
    public void setOnAlarm(Runnable action) {
        marksLayer.setOnAlarm(action);
    }

    /// Where what is expected reaches a level; null if that is not in sight.
    public void setCrossing(@Nullable Crossing crossing) {
        if (!Objects.equals(crossing, ahead.crossing())) {
            ahead.set(crossing);
            touch();
        }
    }

    /// How values are written.
    public void setUnit(Unit values) {
        unit = values;
        touch();
    }

    /// The upper end of the y axis in the unit of the data; NaN lets it follow the data.
    public void setMax(double max) {
        range.fix(max);
        touch();
    }

    /// Dims the plot and says since when it sees nothing, and why; null ends that.
    public void setBlindSince(@Nullable Instant since, String reason) {
        boolean blind = veil.isVisible();
        veil.set(since, reason);
        if (blind != veil.isVisible()) {
            touch();
        }
    }

    /// Pixels drawn per unit of the scene's length; 0 takes the window's output scale.
    public void setRenderScale(double scale) {
        renderScale = scale;
        touch();
    }

    /// The day on which what is shown ends, in UTC.
    private String day() {
        return Instant.ofEpochMilli(axis.end()).toString().substring(0, 10);
    }

    private String csv() {
        Frame at = frame;
        return at == null ? "" : ValuesCsv.of(series, unit, at.start(), at.end());
    }

    private void touch() {
        touched = true;
        requestLayout();
    }

    /// Columns painted since the plot was made.
    long columnsPainted() {
        return ring.count();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 260;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth() - LEFT - RIGHT);
        double height = Math.floor(getHeight() - BELOW);
        if (palette == null || width < 1 || height < 1) {
            return;
        }
        double scale = Density.of(this, renderScale);
        Stretch stretch = Stretch.of(axis, width, scale);
        Drawn next = new Drawn(stretch, height, scale, stretch.beat(axis.now()));
        if (touched || frame == null || !next.equals(drawn)) {
            drawn = next;
            drawnAt = axis.now();
            touched = false;
            frame = frame(palette, stretch, width, height, scale);
            draw(frame, stretch);
        } else if (labels.outdated(axis, last)) {
            labels.place(frame, unit, axis, last, getWidth() - RIGHT / 2);
        }
        input.follow();
        showCursor();
    }

    private void draw(Frame next, Stretch stretch) {
        ring.show(next.sheet(), series, stretch.columns(), stretch.first());
        Point2D corner = Density.onPixel(this, next.left(), next.top(), next.sheet().scale());
        ring.node().relocate(corner.getX(), corner.getY());
        for (Region layer : List.of(labels, limitLabels, ahead, marksLayer, crosshair)) {
            layer.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        labels.place(next, unit, axis, last, getWidth() - RIGHT / 2);
        List<Bounds> taken = new ArrayList<>(limitLabels.place(next, limits));
        ahead.place(next, axis, taken);
        taken.addAll(ahead.taken());
        marksLayer.place(next, axis.now(), taken);
        veil.resizeRelocate(next.left(), next.top(), next.width(), next.height());
        placeEmpty(next);
    }

    private Frame frame(Palette colours, Stretch at, double width, double height, double scale) {
        int steps = (int) Math.clamp(height / STEP_HEIGHT, 2, MOST_STEPS);
        double top = range.top(series, limits, at.start(), axis.end(), steps);
        List<Double> ticks = Ticks.values(top, steps);
        int pixels = (int) Math.round(height * scale);
        List<Limit> shown = limits.stream().filter(limit -> limit.value() <= top).toList();
        Sheet sheet = new Sheet(colours, at.column(), pixels, scale, top, ticks, shown);
        return new Frame(LEFT, 0, width, height, sheet, at.first());
    }

    private void placeEmpty(Frame now) {
        empty.setVisible(!last.known() && !veil.isVisible());
        if (empty.isVisible()) {
            empty.applyCss();
            empty.setX(Math.rint(now.left() + (now.width() - TextPool.width(empty)) / 2));
            empty.setY(Math.rint(now.top() + now.height() / 2));
        }
    }

    private void showCursor() {
        if (frame != null) {
            crosshair.show(frame, axis, series, unit);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        StringBuilder words = new StringBuilder(name);
        for (PlotSeries s : series) {
            if (s.kind() == PlotSeries.Kind.CONE || s.kind() == PlotSeries.Kind.DASHED) {
                continue;
            }
            String value = Crosshair.value(s, last.time(), unit);
            words.append(words.isEmpty() ? "" : ", ").append(s.name()).append(' ').append(value);
        }
        Crossing crossing = ahead.crossing();
        if (crossing != null) {
            words.append(", ")
                    .append(
                            Words.of(
                                    "plot.reaches",
                                    unit.format(crossing.value()),
                                    Ticks.clock(crossing.time())));
        }
        return last.known()
                ? words + ", " + last.age(axis.now())
                : words + ", " + Words.of("plot.no-sample");
    }
}
