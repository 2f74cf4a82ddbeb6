package io.spillway.app.cli;

/// A command line that cannot be carried out as it stands. Ends the program with code 2.
public class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Misused(String message) {
        super(message);
    }

    public Misused(String message, Throwable cause) {
        super(message, cause);
    }
}
