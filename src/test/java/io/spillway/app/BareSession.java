package io.spillway.app;

import io.spillway.app.cli.DeskSession;
import io.spillway.desk.DeskPort;

/// A desk of a test that only remembers whether it was closed.
final class BareSession implements DeskSession {
    boolean closed;

    @Override
    public DeskPort desk() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean givesBack() {
        return true;
    }

    @Override
    public boolean leavesActs() {
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }
}
