package io.spillway.app.setup;

/// What was asked for cannot be made; then nothing was. The message is one sentence for users:
/// what, where, why, what to do.
public final class SetupException extends Exception {
    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }

    SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
