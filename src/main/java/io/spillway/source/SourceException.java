package io.spillway.source;

/// A poll that failed. The message is one sentence for operators and holds no secret.
public class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
