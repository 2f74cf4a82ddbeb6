package io.spillway.app.graph;

import io.spillway.app.cli.Refused;
import io.spillway.desk.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps practice and real out of one another's journals: a state folder belongs to one of the two
/// from its first desk on.
final class World {
    private static final String MARK = "practice";

    private World() {}

    /// @param folder closed if it belongs to the other world
    static void claim(StateFolder folder, boolean practice) {
        Path mark = folder.path().resolve(MARK);
        boolean used = Files.exists(folder.journal());
        boolean marked = Files.exists(mark);
        if (used && marked != practice) {
            folder.close();
            throw new Refused(
                    "the state folder %s belongs to %s: give another with --state"
                            .formatted(
                                    folder.path(), marked ? "a practice fleet" : "a real fleet"));
        }
        if (practice && !marked) {
            try {
                Files.createFile(mark);
            } catch (IOException e) {
                folder.close();
                throw new Refused(
                        "the state folder %s cannot be written: check its rights"
                                .formatted(folder.path()),
                        e);
            }
        }
    }
}
