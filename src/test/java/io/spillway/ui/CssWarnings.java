package io.spillway.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what JavaFX has to say about style sheets while it is open.
final class CssWarnings extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("javafx.css");

    final List<String> messages = new CopyOnWriteArrayList<>();

    CssWarnings() {
        LOGGER.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getLevel() + " " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
