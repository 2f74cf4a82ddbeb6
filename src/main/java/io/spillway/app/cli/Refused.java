package io.spillway.app.cli;

/// A command that cannot do what it was asked. The message is one sentence for users: what, where,
/// why, what to do. Ends the program with code 1.
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
