package io.spillway.source.log;

import io.spillway.source.SourceException;
import java.time.Instant;

/// Where lines of a log come from. For one thread at a time.
sealed interface LogInput extends AutoCloseable permits FileTail, SyslogPort {
    /// Gives what came since the last call; never waits for more.
    ///
    /// @param now the desk's time
    /// @param into takes the lines
    /// @throws SourceException with one sentence for operators
    void read(Instant now, Lines into) throws SourceException;

    /// Gives some lines that were written lately, if there are any, to judge the log by.
    void sample(Instant now, Lines into) throws SourceException;

    /// For messages.
    String text();

    @Override
    void close();
}
