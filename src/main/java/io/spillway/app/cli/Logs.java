package io.spillway.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/// Sends all logging into one file of the state folder, and none of it to the terminal.
final class Logs {
    private static final String FILE = "spillway.log";
    private static final String SWITCH = "spillway.log";

    private Logs() {}

    /// From now on; must come before the first line is logged.
    static void writeTo(Path state) {
        System.setProperty(SWITCH, state.resolve(FILE).toString());
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new Bridge());
    }

    /// The file, if logging was begun.
    static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(SWITCH)).map(Path::of);
    }

    /// Hands on what libraries log through the JDK.
    private static final class Bridge extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                String name = line.getLoggerName() == null ? "" : line.getLoggerName();
                LoggerFactory.getLogger(name).warn(line.getMessage(), line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
