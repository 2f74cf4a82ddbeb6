package io.spillway.journal;

/// The journal could not be opened, read or written. The message is one sentence for operators.
public class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
