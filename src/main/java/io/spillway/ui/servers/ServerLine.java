package io.spillway.ui.servers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A row that stays the same object while its server lives, so that the table changes cells in
/// place.
final class ServerLine {
    private final ReadOnlyObjectWrapper<ServerFacts> facts;

    ServerLine(ServerFacts facts) {
        this.facts = new ReadOnlyObjectWrapper<>(facts);
    }

    ServerFacts facts() {
        return facts.get();
    }

    void update(ServerFacts now) {
        facts.set(now);
    }

    ReadOnlyObjectProperty<ServerFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }
}
