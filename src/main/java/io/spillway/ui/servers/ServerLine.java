package io.spillway.ui.servers;

import io.spillway.fleet.Server;
import javafx.beans.binding.ObjectBinding;

/// A row that stays the same object while its server lives, so that the table changes cells in
/// place. What it says is only worked out when somebody looks: of ten thousand rows, those in
/// sight.
final class ServerLine extends ObjectBinding<ServerFacts> {
    private FactsReader reader;
    private int place;

    /// @param place of the server in the fleet
    ServerLine(FactsReader reader, int place) {
        this.reader = reader;
        this.place = place;
    }

    ServerFacts facts() {
        return get();
    }

    /// Its server; asks for nothing else.
    Server server() {
        return reader.servers().get(place);
    }

    /// Where its server stands in the fleet.
    int place() {
        return place;
    }

    void update(FactsReader now, int at) {
        reader = now;
        place = at;
        invalidate();
    }

    @Override
    protected ServerFacts computeValue() {
        return reader.facts(place);
    }
}
