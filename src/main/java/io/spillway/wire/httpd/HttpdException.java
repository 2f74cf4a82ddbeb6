package io.spillway.wire.httpd;

/// A call to httpd that failed. The message is one sentence for operators and holds no secret.
public class HttpdException extends Exception {
    private static final long serialVersionUID = 1L;

    HttpdException(String message) {
        super(message);
    }

    HttpdException(String message, Throwable cause) {
        super(message, cause);
    }
}
