package io.spillway.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// A journal's file, which other processes may use too.
final class JournalFile {
    private static final int BUSY_MILLIS = 5_000;

    private JournalFile() {}

    /// @throws JournalException if the file is of a newer version; it is left untouched
    static void refuseNewer(Path file) throws JournalException {
        if (!Files.exists(file)) {
            return;
        }
        int version;
        try (Connection look = connect(file, true)) {
            version = Schema.version(look);
        } catch (SQLException e) {
            throw trouble("opened", file, e);
        }
        if (version > Schema.VERSION) {
            throw new JournalException(
                    ("The journal %s is of version %d, this Spillway knows versions up to %d:"
                                    + " use the newer Spillway that wrote it, or another state"
                                    + " folder.")
                            .formatted(file, version, Schema.VERSION));
        }
    }

    /// A connection that waits for other processes.
    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /// In words for operators.
    static JournalException trouble(String verb, Path file, SQLException e) {
        return new JournalException(
                ("The journal %s could not be %s (%s):"
                                + " check that the state folder is there, writable and not full.")
                        .formatted(file, verb, e.getMessage()),
                e);
    }
}
