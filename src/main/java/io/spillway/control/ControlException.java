package io.spillway.control;

/// A change or a read that failed. The message is one sentence for operators and holds no secret.
public class ControlException extends Exception {
    private static final long serialVersionUID = 1L;

    public ControlException(String message) {
        super(message);
    }

    public ControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
