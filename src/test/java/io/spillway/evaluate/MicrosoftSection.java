package io.spillway.evaluate;

import io.spillway.watch.LoadWatch;
import io.spillway.watch.detect.Calendar;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.SpikeDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Labelled minute series of a cloud service, with the shipped defaults. The first fifth of a file
/// is warm-up; labels within 15 minutes are one event; it is found by an alarm that begins from 2
/// minutes before it to 5 minutes after it.
public final class MicrosoftSection implements Section {
    private static final long MINUTE = 60_000;
    private static final List<String> FILES =
            List.of("ingress-01", "ingress-02", "ingress-03", "machine-01", "mongo-01", "mongo-02");
    private static final int INGRESS = 3;
    private static final String MACHINE = "machine-01";

    /// An event, both ends epoch milliseconds, as the time span in which an alarm finds it.
    private record Event(long from, long to) {
        boolean holds(long time) {
            return from <= time && time <= to;
        }
    }

    @Override
    public String name() {
        return "microsoft";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        List<Row> rows = new ArrayList<>();
        int ingress = 0;
        for (String file : full ? FILES : FILES.subList(0, 1)) {
            Path path = data.resolve("microsoft/" + file + ".csv");
            MinuteSeries series = MinuteSeries.read(path, 1);
            double[] labels = MinuteSeries.read(path, 2).values();
            int warm = series.times().length / 5;
            List<Event> events = events(series.times(), labels, warm);
            List<Long> all = alarms(series, warm);
            int found = found(events, all);
            ingress += FILES.indexOf(file) < INGRESS ? found : 0;
            rows.add(
                    file.equals(MACHINE)
                            ? Row.atLeast(name(), file + ", found of 18 events", found, 17, "")
                            : row(file + ", found of " + events.size() + " events", found));
            double days = (series.times().length - warm) / 1440.0;
            rows.add(row(file + ", false alarms a day", wrong(events, all) / days));
            List<Long> spikes = spikes(series, warm);
            rows.add(row(file + ", found by spikes alone", found(events, spikes)));
            rows.add(row(file + ", false spikes a day", wrong(events, spikes) / days));
        }
        if (full) {
            rows.add(Row.atLeast(name(), "ingress, found of 4 events", ingress, 4, ""));
        }
        return rows;
    }

    private Row row(String measure, double value) {
        return Row.shown(name(), measure, value, "");
    }

    private static List<Event> events(long[] times, double[] labels, int warm) {
        List<Event> events = new ArrayList<>();
        long last = Long.MIN_VALUE / 2;
        for (int i = warm; i < times.length; i++) {
            if (labels[i] == 0) {
                continue;
            }
            boolean more = times[i] - last <= 15 * MINUTE;
            long from = more ? events.removeLast().from : times[i] - 2 * MINUTE;
            events.add(new Event(from, times[i] + 5 * MINUTE));
            last = times[i];
        }
        return events;
    }

    /// Where an alarm of any kind begins, in the watch as shipped.
    private static List<Long> alarms(MinuteSeries series, int warm) {
        LoadWatch watch = new LoadWatch(new Calendar(List.of()));
        Stream.Builder<Detection> changes = Stream.builder();
        for (int i = 0; i < series.times().length; i++) {
            watch.add(series.times()[i], series.values()[i], Double.NaN).forEach(changes);
        }
        return starts(changes.build().filter(d -> d.kind() != Kind.SATURATION), series, warm);
    }

    private static List<Long> spikes(MinuteSeries series, int warm) {
        SpikeDetector detector = new SpikeDetector();
        Stream.Builder<Detection> changes = Stream.builder();
        for (int i = 0; i < series.times().length; i++) {
            Detection change = detector.add(series.times()[i], series.values()[i]);
            if (change != null) {
                changes.add(change);
            }
        }
        return starts(changes.build(), series, warm);
    }

    private static List<Long> starts(Stream<Detection> changes, MinuteSeries series, int warm) {
        return changes.filter(change -> change.until() == 0)
                .filter(change -> change.time() >= series.times()[warm])
                .map(change -> Math.floorDiv(change.time(), MINUTE) * MINUTE)
                .distinct()
                .toList();
    }

    private static int found(List<Event> events, List<Long> alarms) {
        return (int)
                events.stream().filter(event -> alarms.stream().anyMatch(event::holds)).count();
    }

    private static int wrong(List<Event> events, List<Long> alarms) {
        return (int)
                alarms.stream()
                        .filter(alarm -> events.stream().noneMatch(event -> event.holds(alarm)))
                        .count();
    }
}
