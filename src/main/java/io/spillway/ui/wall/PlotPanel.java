package io.spillway.ui.wall;

import io.spillway.desk.Picture;
import io.spillway.fleet.Metric;
import io.spillway.history.Window;
import io.spillway.ui.HeaderModel;
import io.spillway.ui.board.AheadModel;
import io.spillway.ui.board.Past;
import io.spillway.ui.board.PlotsModel;
import io.spillway.ui.kit.Room;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Mark;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import io.spillway.ui.plot.Unit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;

/// A plot over the last hour: of load, or of CPU.
final class PlotPanel extends Panel {
    private static final double AHEAD = 0.16;
    private static final Window NONE =
            new Window(
                    new long[0],
                    new float[0],
                    new float[0],
                    new float[0],
                    new float[0],
                    new float[0],
                    List.of());

    private final TimeAxis axis;
    private final TimePlot plot;
    private final boolean load;
    private final Room room;
    private long window;

    private PlotPanel(String title, TimeAxis axis, boolean load, Room room) {
        this(title, axis, load, room, new TimePlot(axis));
    }

    private PlotPanel(String title, TimeAxis axis, boolean load, Room room, TimePlot plot) {
        super(title, new StackPane(plot));
        this.axis = axis;
        this.load = load;
        this.room = room;
        this.plot = plot;
        plot.setMinSize(0, 0);
        axis.setAhead(AHEAD);
    }

    /// Requests, what is usual, what can be carried, where they are heading.
    static PlotPanel load(Room room) {
        TimeAxis axis = new TimeAxis(TimeAxis.SHORTEST);
        PlotPanel panel = new PlotPanel(Words.of("board.request-load"), axis, true, room);
        panel.plot.setUnit(Unit.PER_SECOND);
        return panel;
    }

    /// How CPU spreads over the fleet.
    static PlotPanel cpu(Room room) {
        PlotPanel panel = new PlotPanel("CPU", new TimeAxis(TimeAxis.SHORTEST), false, room);
        panel.plot.setUnit(Unit.PERCENT);
        panel.plot.setMax(1);
        return panel;
    }

    /// Where the header has no room for figures, they stand here.
    private String figure(Picture picture) {
        if (room != Room.SMALL) {
            return load ? "" : Words.of("board.cpu-spread");
        }
        HeaderModel model = new HeaderModel(picture);
        HeaderModel.Shown shown = load ? model.requests() : model.cpu();
        String age = shown.age().isEmpty() ? "" : " (" + Words.of("kit.old", shown.age()) + ")";
        return (load ? "" : "p95 ") + shown.quantity() + age;
    }

    @Override
    public void show(Picture picture) {
        long wanted = PlotsModel.suggestedWindow(picture).toMillis();
        if (wanted != window) {
            window = wanted;
            axis.setWindow(wanted);
        }
        axis.setNow(picture.time().toEpochMilli());
        long from = axis.end() - axis.stretch();
        Window past = Past.of(picture.window(), picture.day(), NONE, from, axis.stretch());
        PlotsModel model = new PlotsModel(picture, past);
        if (load) {
            showLoad(model, new AheadModel(picture), from);
        } else {
            plot.setData(model.cpu());
            plot.setLimits(model.limits());
            plot.setMarks(lasting(model.marks()));
        }
        about(figure(picture));
        Metric metric = load ? Metric.REQUESTS : Metric.CPU;
        plot.setBlindSince(model.blindSince(metric), model.blindReason());
    }

    private void showLoad(PlotsModel model, AheadModel ahead, long from) {
        List<PlotSeries> all = new ArrayList<>(ahead.usual(from, axis.end()));
        all.addAll(ahead.heading());
        all.add(model.load());
        plot.setData(all);
        plot.setLimits(ahead.capacity());
        plot.setMarks(lasting(ahead.marks()));
        plot.setCrossing(ahead.crossing());
    }

    /// From afar only what lasts counts.
    private static List<Mark> lasting(List<Mark> marks) {
        return marks.stream().filter(m -> m.lasts() || m.priority().isEmpty()).toList();
    }

    @Override
    public void dress(Tokens tokens) {
        plot.setPalette(Palette.of(tokens));
    }
}
