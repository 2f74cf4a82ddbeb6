package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.Line;
import io.spillway.desk.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list's rows: which, and in what order. While the operator points at them they keep their
/// places: what is new comes below, what is gone stays and says so.
final class AlarmsModel {
    /// A pointer that has rested for so long points at nothing any more.
    private static final Duration REST = Duration.ofSeconds(10);

    private final Map<String, AlarmLine> lines = new HashMap<>();
    private final ObservableList<AlarmLine> rows = FXCollections.observableArrayList();
    private final Set<String> open = new HashSet<>();
    private List<String> words = List.of();
    private Alarms alarms = Alarms.none();
    private Instant now = Instant.EPOCH;
    private boolean aside;
    private boolean touched;
    private @Nullable Instant heldUntil;
    private int below;

    /// What the table shows.
    ObservableList<AlarmLine> rows() {
        return rows;
    }

    /// How many came while the rows were held, and so stand below.
    int below() {
        return below;
    }

    /// Takes over a Picture.
    void show(Picture picture) {
        alarms = picture.alarms();
        now = picture.time();
        if (touched) {
            touched = false;
            heldUntil = now.plus(REST);
        }
        Instant until = heldUntil;
        if (until != null && now.isBefore(until) && !now.isBefore(until.minus(REST))) {
            hold(wanted());
        } else {
            arrange();
        }
    }

    /// The operator points at a row.
    void touch() {
        touched = true;
    }

    /// The operator points elsewhere.
    void leave() {
        touched = false;
        heldUntil = null;
    }

    /// Shows what is in the list, or what was put aside.
    void aside(boolean those) {
        aside = those;
        arrange();
    }

    /// Shows only rows in which all these words stand.
    void search(String text) {
        words =
                List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .filter(w -> !w.isEmpty())
                        .toList();
        arrange();
    }

    /// Gives those under a line rows of their own, or folds them.
    void unfold(String id, boolean unfolded) {
        if (unfolded ? open.add(id) : open.remove(id)) {
            arrange();
        }
    }

    private Map<String, AlarmRow> wanted() {
        Map<String, AlarmRow> wanted = new LinkedHashMap<>();
        if (aside) {
            alarms.aside().forEach(a -> put(wanted, a, AlarmRow.Look.ASIDE));
        } else {
            alarms.lines().forEach(line -> put(wanted, line));
            if (!new AlarmsWords(alarms).counted()) {
                alarms.pending().forEach(a -> put(wanted, a, AlarmRow.Look.PENDING));
            }
        }
        wanted.values().removeIf(row -> !row.has(words));
        return wanted;
    }

    private void put(Map<String, AlarmRow> wanted, Line line) {
        boolean unfolded = open.contains(line.first().id());
        wanted.put(line.first().id(), AlarmRow.of(line, unfolded, now.toEpochMilli()));
        if (unfolded) {
            line.others().forEach(a -> put(wanted, a, AlarmRow.Look.CHILD));
        }
    }

    private void put(Map<String, AlarmRow> wanted, Alarm alarm, AlarmRow.Look look) {
        wanted.putIfAbsent(alarm.id(), AlarmRow.of(alarm, look, now.toEpochMilli()));
    }

    private void arrange() {
        Map<String, AlarmRow> wanted = wanted();
        List<AlarmLine> next = wanted.values().stream().map(this::line).toList();
        lines.keySet().retainAll(wanted.keySet());
        below = 0;
        replace(next);
    }

    private void hold(Map<String, AlarmRow> wanted) {
        List<AlarmLine> next = new ArrayList<>(rows);
        Set<String> there = new HashSet<>();
        for (AlarmLine line : rows) {
            String id = line.row().id();
            there.add(id);
            AlarmRow row = wanted.get(id);
            line.update(row == null ? line.row().over() : row);
        }
        wanted.forEach((id, row) -> {
            if (!there.contains(id)) {
                next.add(line(row));
                below++;
            }
        });
        replace(next);
    }

    private AlarmLine line(AlarmRow row) {
        AlarmLine line = lines.computeIfAbsent(row.id(), _ -> new AlarmLine(row));
        line.update(row);
        return line;
    }

    private void replace(List<AlarmLine> next) {
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
    }
}
