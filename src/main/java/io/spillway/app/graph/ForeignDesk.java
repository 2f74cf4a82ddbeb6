package io.spillway.app.graph;

import io.spillway.app.cli.DeskSession;
import io.spillway.desk.DeskPort;
import io.spillway.desk.RemoteDesk;

/// A desk that runs in another process.
///
/// @param console true if that process gives acts back at their end
record ForeignDesk(RemoteDesk port, boolean console) implements DeskSession {
    @Override
    public DeskPort desk() {
        return port;
    }

    @Override
    public boolean givesBack() {
        return console;
    }

    @Override
    public boolean leavesActs() {
        return false;
    }

    @Override
    public void close() {
        port.close();
    }
}
