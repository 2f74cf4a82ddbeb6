package io.spillway.app.cli;

/// There is no display to open a window on. The message says why in a few words.
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    /// @param why in a few words
    public NoDisplayException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
