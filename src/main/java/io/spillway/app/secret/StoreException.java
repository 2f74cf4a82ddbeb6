package io.spillway.app.secret;

/// A store of secrets that cannot be used. The message is one sentence for users, without a full
/// stop, and holds no secret.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
