package io.spillway.app.cli;

/// The console's window.
public interface ConsoleWindow {
    /// Shows its frame, with nothing in it yet, as soon as that can be; returns at once.
    void frame(Setup setup);

    /// Shows a desk in it and returns when it is closed.
    ///
    /// @throws NoDisplayException if no window can be opened here; nothing was shown then
    void run(Setup setup, DeskSession session) throws NoDisplayException;
}
