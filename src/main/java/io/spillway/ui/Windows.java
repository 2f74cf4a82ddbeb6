package io.spillway.ui;

/// What a console's window can do with itself and with others. For the FX thread.
public interface Windows {
    /// Opens another window of the same desk.
    void open();

    /// Closes this window; the last one ends the program. May ask for a second press first.
    void close();

    /// Closes all windows, to be opened again by the next start. May ask for a second press first.
    void closeAll();

    /// The window shows another screen or wears other clothes.
    void changed();
}
