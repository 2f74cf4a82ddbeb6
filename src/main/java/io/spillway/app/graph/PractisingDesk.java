package io.spillway.app.graph;

import io.spillway.app.cli.DeskSession;
import io.spillway.desk.DeskPort;

/// A desk of this process on a practice fleet of this process.
record PractisingDesk(SteppedDesk stepped) implements DeskSession {
    @Override
    public DeskPort desk() {
        return stepped.desk();
    }

    @Override
    public boolean givesBack() {
        return stepped.session().givesBack();
    }

    @Override
    public boolean leavesActs() {
        return false;
    }

    @Override
    public void close() {
        stepped.close();
    }
}
