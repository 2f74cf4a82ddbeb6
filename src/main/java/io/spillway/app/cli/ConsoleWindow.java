package io.spillway.app.cli;

/// The console's window.
public interface ConsoleWindow {
    /// Shows it and returns when it is closed.
    ///
    /// @throws NoDisplayException if no window can be opened here; nothing was shown then
    void run(Setup setup, DeskSession session) throws NoDisplayException;
}
