package io.spillway.app.cli;

import io.spillway.app.config.PracticeEndpoints;

/// A practice fleet that answers on loopback until it is closed.
public interface RunningPractice extends AutoCloseable {
    PracticeEndpoints endpoints();

    @Override
    void close();
}
