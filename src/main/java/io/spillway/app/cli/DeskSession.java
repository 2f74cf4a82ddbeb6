package io.spillway.app.cli;

import io.spillway.desk.DeskPort;

/// A desk for the length of one command. Closing it lets go of a desk elsewhere, and ends one that
/// runs in this process.
public interface DeskSession extends AutoCloseable {
    DeskPort desk();

    /// True if a console stands behind it, which gives acts back at their end.
    boolean givesBack();

    /// True if its end leaves the acts in force to nobody: it ends with this process, and its fleet
    /// does not.
    boolean leavesActs();

    /// Closing it once more does nothing.
    @Override
    void close();
}
