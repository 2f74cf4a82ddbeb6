package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import io.spillway.fleet.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The table's rows: which, and in what order. Values change in place at once; rows change places
/// only now and then, and never by themselves while the operator points at them or has chosen some.
final class ServersModel {
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final ObservableList<ServerLine> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Consumer<List<ServerLine>> replace = rows::setAll;
    private List<Server> servers = List.of();
    private List<ServerLine> all = List.of();
    private NameRanks ranks = new NameRanks(List.of());
    private ServerFilter filter = ServerFilter.parse("");
    private Set<Server> only = Set.of();
    private ServerKey key = ServerKey.CPU;
    private boolean ascending;
    private boolean held;
    private @Nullable FactsReader reader;
    private @Nullable Instant ordered;

    /// What the table shows.
    ObservableList<ServerLine> rows() {
        return rows;
    }

    /// True while rows would stand in another order, were they not held.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// How many servers there are, shown or not.
    int size() {
        return all.size();
    }

    /// Who puts other rows into the table instead of this.
    void setReplace(Consumer<List<ServerLine>> other) {
        replace = other;
    }

    /// Takes over a Picture.
    void show(Picture picture) {
        FactsReader next = new FactsReader(picture);
        reader = next;
        if (next.servers().equals(servers)) {
            for (int i = 0; i < all.size(); i++) {
                all.get(i).update(next, i);
            }
            if (due(picture)) {
                ordered = picture.time();
                settle();
            }
            return;
        }
        adopt(next);
        ordered = picture.time();
        if (held) {
            keepPlaces(next);
        } else {
            arrange();
        }
    }

    private void adopt(FactsReader next) {
        Map<Server, ServerLine> known = new HashMap<>();
        all.forEach(line -> known.put(servers.get(line.place()), line));
        List<ServerLine> lines = new ArrayList<>(next.servers().size());
        for (int i = 0; i < next.servers().size(); i++) {
            ServerLine line = known.get(next.servers().get(i));
            if (line == null) {
                line = new ServerLine(next, i);
            }
            lines.add(line);
        }
        servers = next.servers();
        all = lines;
        ranks = new NameRanks(servers);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).update(next, i);
        }
    }

    /// Rows stay where they are; those of servers that left go, newcomers stand at the end.
    private void keepPlaces(FactsReader next) {
        Set<ServerLine> there = new HashSet<>(all);
        List<ServerLine> lines = new ArrayList<>(rows);
        lines.removeIf(line -> !there.contains(line));
        Set<ServerLine> shown = new HashSet<>(lines);
        for (int i : ranks.order(next, key, ascending, passes(next))) {
            if (!shown.contains(all.get(i))) {
                lines.add(all.get(i));
            }
        }
        replace.accept(lines);
        settle();
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

    /// Shows only these, as far as they pass; the empty set lets all pass.
    void only(Set<Server> these) {
        only = Set.copyOf(these);
        arrange();
    }

    private IntPredicate passes(FactsReader now) {
        IntPredicate typed = filter.on(now);
        return only.isEmpty() ? typed : i -> only.contains(now.servers().get(i)) && typed.test(i);
    }

    /// Orders the rows.
    void order(ServerKey by, boolean up) {
        key = by;
        ascending = up;
        arrange();
    }

    /// Keeps rows where they are while the operator points at them or has chosen some; after that
    /// what waited is done at once.
    void hold(boolean hold) {
        held = hold;
        if (!hold && waiting.get()) {
            arrange();
        }
    }

    /// Puts rows in order if nothing holds them, else remembers that it waits.
    private void settle() {
        List<ServerLine> next = next();
        boolean moved = !same(next);
        waiting.set(held && moved);
        if (!held && moved) {
            replace.accept(next);
        }
    }

    /// Puts rows in order, held or not.
    void arrange() {
        List<ServerLine> next = next();
        waiting.set(false);
        if (!same(next)) {
            replace.accept(next);
        }
    }

    private List<ServerLine> next() {
        FactsReader now = reader;
        if (now == null) {
            return List.of();
        }
        int[] order = ranks.order(now, key, ascending, passes(now));
        List<ServerLine> next = new ArrayList<>(order.length);
        for (int i : order) {
            next.add(all.get(i));
        }
        return next;
    }

    private boolean same(List<ServerLine> next) {
        boolean same = next.size() == rows.size();
        for (int i = 0; same && i < next.size(); i++) {
            same = next.get(i) == rows.get(i);
        }
        return same;
    }
}
