package io.spillway.ui.servers;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.FleetIndex;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Limit;
import io.spillway.ui.plot.Palette;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.TimeAxis;
import io.spillway.ui.plot.TimePlot;
import io.spillway.ui.plot.Unit;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;

/// CPU and requests of one server over the last minutes: what the desk remembers of it when the
/// sheet opens, then what each Picture brings. For the FX thread.
final class ServerPlots {
    private final Acts acts;
    private final Consumer<String> trouble;
    private final TimeAxis axis = new TimeAxis(ServerPast.LENGTH.toMillis());
    private final TimePlot cpu = new TimePlot(axis);
    private final TimePlot requests = new TimePlot(axis);
    private ServerPast past = ServerPast.empty();
    private String pool = "";
    private String server = "";
    private boolean asking;

    /// @param trouble told why the past is not known; the empty text once it is
    ServerPlots(Acts acts, Pane cpuSlot, Pane requestsSlot, Consumer<String> trouble) {
        this.acts = acts;
        this.trouble = trouble;
        cpu.setUnit(Unit.PERCENT);
        cpu.setMax(1);
        cpu.setName(Words.of("kit.cpu"));
        requests.setUnit(Unit.PER_SECOND);
        requests.setName(Words.of("servers.requests"));
        cpuSlot.getChildren().setAll(cpu);
        requestsSlot.getChildren().setAll(requests);
    }

    /// Draws with these colours from now on.
    void dress(Palette palette) {
        cpu.setPalette(palette);
        requests.setPalette(palette);
    }

    /// What is drawn.
    ServerPast past() {
        return past;
    }

    /// Turns to another server, or looks anew at the same.
    void open(String name) {
        server = name;
        pool = "";
        past = ServerPast.empty();
        asking = false;
        trouble.accept("");
    }

    /// Takes over a Picture.
    void show(Picture picture) {
        FleetState fleet = picture.fleet();
        int i = place(fleet);
        long time = fleet.time();
        axis.setNow(picture.time().toEpochMilli());
        if (i < 0) {
            return;
        }
        boolean first = pool.isEmpty();
        pool = fleet.servers().get(i).pool();
        // Pictures that never came here are on the desk.
        boolean missed = time - past.last() > 1.5 * picture.interval().toMillis();
        past = past.and(time, live(fleet, Metric.CPU, i), live(fleet, Metric.REQUESTS, i));
        if (first || missed) {
            ask();
        }
        cpu.setLimits(List.of(limit(picture, i)));
        draw();
    }

    private int place(FleetState fleet) {
        List<Server> servers = fleet.servers();
        for (int i = 0; i < servers.size(); i++) {
            boolean same = pool.isEmpty() || servers.get(i).pool().equals(pool);
            if (same && servers.get(i).name().equals(server)) {
                return i;
            }
        }
        return -1;
    }

    private static float live(FleetState fleet, Metric metric, int i) {
        return fleet.quality(metric, i) == Quality.LIVE ? fleet.value(metric, i) : Float.NaN;
    }

    private void ask() {
        if (asking) {
            return;
        }
        asking = true;
        Command.ServerPast asked = new Command.ServerPast(pool, server);
        acts.send(asked, reply -> take(asked, reply));
    }

    private void take(Command.ServerPast asked, Reply reply) {
        if (!asked.server().equals(server) || !asked.pool().equals(pool)) {
            return;
        }
        asking = false;
        Reply.ServerPast remembered = reply.server();
        if (remembered == null) {
            trouble.accept(Words.of("servers.past-unknown", reply.message()));
            return;
        }
        trouble.accept("");
        past = past.after(remembered);
        draw();
    }

    private void draw() {
        String load = Words.of("servers.requests");
        cpu.setData(
                List.of(PlotSeries.line(Words.of("kit.cpu"), Ink.DATA, past.times(), past.cpu())));
        requests.setData(List.of(PlotSeries.line(load, Ink.DATA, past.times(), past.requests())));
    }

    private static Limit limit(Picture picture, int i) {
        double limit = new FleetIndex(picture.fleet()).limit(i);
        Server of = picture.fleet().servers().get(i);
        String key = Subject.server(of.pool(), of.name()).key();
        boolean active =
                picture.alarms().listed().stream()
                        .filter(a -> a.state().active() && a.priority() == Priority.HIGH)
                        .map(Alarm::subject)
                        .anyMatch(s -> s.kind() == Subject.Kind.SERVER && s.key().equals(key));
        return new Limit(limit, Words.of("kit.limit-at", Format.percent(limit)), active);
    }
}
