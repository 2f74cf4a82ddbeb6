package io.spillway.app.secret;

import java.io.IOException;
import java.util.List;

/// Runs a program of the platform.
@FunctionalInterface
public interface Runner {
    /// Runs it to its end.
    ///
    /// @param command program and arguments, in which no secret may stand: others see them
    /// @param input its whole standard input
    /// @throws IOException if it is not there or takes too long
    Ran run(List<String> command, String input) throws IOException;

    /// What a program left behind.
    record Ran(int code, String out, String err) {
        /// Without what was printed, which may be a secret.
        @Override
        public String toString() {
            return "Ran[code=%d]".formatted(code);
        }
    }
}
