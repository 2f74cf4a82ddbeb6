package io.spillway.app.cli;

import java.util.function.IntFunction;

/// The wall, and the process that watches over it.
public interface WallDisplay {
    /// Shows the wall until it is closed, interrupted, or has to begin anew.
    ///
    /// @return the exit code
    /// @throws NoDisplayException if nothing can be shown here
    int show(WallRequest request) throws NoDisplayException;

    /// Keeps a wall alive in a process of its own until it is closed or this thread is interrupted.
    ///
    /// @param line the command that starts it, by the view that it begins with
    /// @return the exit code
    int supervise(IntFunction<java.util.List<String>> line);
}
