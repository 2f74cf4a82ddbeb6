package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The table's rows: which, and in what order. Values change in place at once; rows change places
/// only now and then, and never while the operator points at them.
final class ServersModel {
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Map<String, ServerLine> lines = new HashMap<>();
    private final ObservableList<ServerLine> rows = FXCollections.observableArrayList();
    private List<ServerLine> all = List.of();
    private Predicate<ServerFacts> filter = _ -> true;
    private ServerKey key = ServerKey.CPU;
    private boolean ascending;
    private boolean held;
    private @Nullable Instant ordered;

    /// What the table shows.
    ObservableList<ServerLine> rows() {
        return rows;
    }

    /// How many servers there are, shown or not.
    int size() {
        return all.size();
    }

    /// Takes over a Picture.
    void show(Picture picture) {
        List<ServerFacts> facts = new FactsReader(picture).read();
        List<ServerLine> next = new ArrayList<>(facts.size());
        for (ServerFacts f : facts) {
            String id = FactsReader.key(f.server().pool(), f.server().name());
            ServerLine line = lines.get(id);
            if (line == null) {
                line = new ServerLine(f);
                lines.put(id, line);
            } else {
                line.update(f);
            }
            next.add(line);
        }
        boolean same = next.equals(all);
        if (!same) {
            lines.values().retainAll(next);
            all = next;
        }
        if (!same || (!held && due(picture))) {
            arrange();
            ordered = picture.time();
        }
    }

    private boolean due(Picture picture) {
        Instant last = ordered;
        Duration wait = picture.interval().multipliedBy(5);
        return last == null
                || picture.time().isBefore(last)
                || Duration.between(last, picture.time())
                                .compareTo(wait.compareTo(SETTLE) > 0 ? wait : SETTLE)
                        >= 0;
    }

    /// Shows only servers that pass.
    void filter(String text) {
        filter = ServerFilter.parse(text);
        arrange();
    }

    /// Orders the rows.
    void order(ServerKey by, boolean up) {
        key = by;
        ascending = up;
        arrange();
    }

    /// Keeps rows where they are while the operator points at them.
    void hold(boolean hold) {
        held = hold;
    }

    private void arrange() {
        List<ServerLine> next = new ArrayList<>();
        for (ServerLine line : all) {
            if (filter.test(line.facts())) {
                next.add(line);
            }
        }
        var order = key.order(ascending);
        next.sort((a, b) -> order.compare(a.facts(), b.facts()));
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
    }
}
