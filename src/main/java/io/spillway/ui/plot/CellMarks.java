package io.spillway.ui.plot;

import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which servers are chosen and which a search finds, by their places in the fleet. Both go with
/// the servers when the fleet changes.
final class CellMarks {
    private List<Server> servers = List.of();
    private BitSet chosen = new BitSet();
    private BitSet found = new BitSet();
    private String search = "";

    /// Takes over a fleet.
    ///
    /// @return true if it has other servers than before
    boolean fleet(List<Server> next) {
        if (next.equals(servers)) {
            servers = next;
            return false;
        }
        Set<Server> kept = new HashSet<>(chosen());
        servers = next;
        BitSet moved = new BitSet();
        for (int i = 0; i < next.size() && !kept.isEmpty(); i++) {
            moved.set(i, kept.contains(next.get(i)));
        }
        chosen = moved;
        look();
        return true;
    }

    /// Finds servers by part of their name or their pool's; the empty text ends the search.
    void search(String text) {
        search = text.strip().toLowerCase(Locale.ROOT);
        look();
    }

    private void look() {
        found = new BitSet();
        for (int i = 0; i < servers.size() && searching(); i++) {
            Server s = servers.get(i);
            found.set(i, has(s.name()) || has(s.pool()));
        }
    }

    private boolean has(String name) {
        return name.toLowerCase(Locale.ROOT).contains(search);
    }

    boolean searching() {
        return !search.isEmpty();
    }

    /// How many servers are found.
    int found() {
        return found.cardinality();
    }

    boolean isFound(int server) {
        return found.get(server);
    }

    boolean isChosen(int server) {
        return chosen.get(server);
    }

    boolean none() {
        return chosen.isEmpty();
    }

    /// Chooses these and no others.
    void choose(BitSet these) {
        chosen = (BitSet) these.clone();
    }

    /// Chooses what is found.
    void chooseFound() {
        choose(found);
    }

    /// A copy of what is chosen.
    BitSet copy() {
        return (BitSet) chosen.clone();
    }

    /// The servers chosen, in the order of the fleet.
    List<Server> chosen() {
        List<Server> all = new ArrayList<>(chosen.cardinality());
        chosen.stream().forEach(i -> all.add(servers.get(i)));
        return all;
    }
}
