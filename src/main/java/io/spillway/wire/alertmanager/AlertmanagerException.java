package io.spillway.wire.alertmanager;

/// A call that failed. The message is one sentence for operators: where, what, why, what to do; it
/// holds no secret.
public class AlertmanagerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean untouched;

    AlertmanagerException(String message, boolean untouched, Throwable cause) {
        super(message, cause);
        this.untouched = untouched;
    }

    /// True if nothing can have changed there: it said no, or was not reached.
    public boolean untouched() {
        return untouched;
    }
}
