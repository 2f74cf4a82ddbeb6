package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Picture;
import io.spillway.history.Window;
import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.Ink;
import io.spillway.ui.plot.Limit;
import io.spillway.ui.plot.Mark;
import io.spillway.ui.plot.PlotSeries;
import io.spillway.ui.plot.Unit;
import java.util.List;

/// The past around the time of an alarm: its own value where that is kept, else the fleet's.
final class AlarmPlot {
    /// How much is shown, milliseconds.
    static final long SPAN = 20 * 60_000L;

    private static final long AFTER = 5 * 60_000L;

    private final Alarm alarm;
    private final Window past;
    private final long end;
    private final boolean cpu;

    AlarmPlot(Alarm alarm, Picture picture) {
        this.alarm = alarm;
        long now = picture.time().toEpochMilli();
        boolean near = alarm.since() == 0 || now - alarm.since() < SPAN - AFTER;
        this.end = near ? now : Math.min(now, alarm.since() + AFTER);
        this.past = covers(picture.window(), end - SPAN) ? picture.window() : longer(picture);
        this.cpu = alarm.rule().name().endsWith("cpu");
    }

    private static Window longer(Picture picture) {
        return picture.day().times().length > 0 ? picture.day() : picture.window();
    }

    private static boolean covers(Window window, long from) {
        return window.times().length > 0 && window.times()[0] <= from;
    }

    /// Where the plot ends, epoch milliseconds.
    long end() {
        return end;
    }

    Unit unit() {
        return cpu ? Unit.PERCENT : Unit.PER_SECOND;
    }

    /// The upper end of the y axis, NaN to follow the data.
    double max() {
        return cpu ? 1 : Double.NaN;
    }

    /// What is drawn, in a few words.
    String name() {
        if (!cpu) {
            return Words.of("alarms.plot-load");
        }
        String subject = AlarmWords.source(alarm.subject());
        if (own() != null) {
            return Words.of("alarms.plot-cpu", subject);
        }
        return Words.of("alarms.plot-fleet-cpu", subject);
    }

    private float @org.jspecify.annotations.Nullable [] own() {
        if (alarm.subject().kind() != Subject.Kind.SERVER) {
            return null;
        }
        return past.outliers().stream()
                .filter(t -> t.server().equals(alarm.subject().name()))
                .map(Window.Trace::cpu)
                .findFirst()
                .orElse(null);
    }

    List<PlotSeries> series() {
        if (!cpu) {
            return List.of(
                    PlotSeries.line(
                            Words.of("kit.requests"), Ink.DATA, past.times(), past.requests()));
        }
        float[] own = own();
        return own == null
                ? List.of(
                        PlotSeries.band(
                                "p5–p95", Ink.DATA_2, past.times(), past.cpuLow(), past.cpuHigh()),
                        PlotSeries.line(
                                Words.of("kit.median"), Ink.DATA, past.times(), past.cpuMedian()))
                : List.of(PlotSeries.line(alarm.subject().name(), Ink.DATA, past.times(), own));
    }

    /// Its levels, where what is drawn is its own value.
    List<Limit> limits() {
        if (own() == null || !alarm.rule().name().equals("server-cpu")) {
            return List.of();
        }
        Limits l = alarm.rule().limits();
        var unit = alarm.rule().unit();
        boolean red = alarm.state().active() && alarm.priority() == Priority.HIGH;
        return List.of(
                new Limit(l.set(), Words.of("alarms.set-at", AlarmWords.value(l.set(), unit)), red),
                new Limit(
                        l.clear(),
                        Words.of("alarms.clear-at", AlarmWords.value(l.clear(), unit)),
                        false));
    }

    /// Itself, at its time.
    List<Mark> marks() {
        return alarm.since() == 0
                ? List.of()
                : List.of(
                        new Mark(
                                alarm.since(),
                                Words.of("alarms.raised-mark"),
                                Integer.toString(alarm.priority().digit()),
                                alarm.state().active()));
    }
}
