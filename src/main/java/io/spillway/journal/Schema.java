package io.spillway.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The journal's tables, by versioned migrations. The number of migrations done stands in the
/// file's `user_version`.
final class Schema {
    private static final List<String> MIGRATIONS = List.of("001-event.sql", "002-note.sql");

    /// The version that this program writes and understands.
    static final int VERSION = MIGRATIONS.size();

    private Schema() {}

    static int version(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("pragma user_version")) {
            return r.getInt(1);
        }
    }

    /// Brings an older file up to [#VERSION], all or nothing, also when two processes try at once.
    static void migrate(Connection connection) throws SQLException {
        if (version(connection) >= VERSION) {
            return;
        }
        try (Statement s = connection.createStatement()) {
            s.executeUpdate("begin immediate");
            try {
                // Read again: another process may have migrated while this one waited.
                for (int done = version(connection); done < VERSION; done++) {
                    s.executeUpdate(script(MIGRATIONS.get(done)));
                    s.executeUpdate("pragma user_version = " + (done + 1));
                }
                s.executeUpdate("commit");
            } catch (SQLException e) {
                s.executeUpdate("rollback");
                throw e;
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("migration " + name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
