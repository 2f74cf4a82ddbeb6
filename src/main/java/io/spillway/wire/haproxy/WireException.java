package io.spillway.wire.haproxy;

/// A connection that failed. The message is one sentence for operators: where, what, why, what to
/// do; it holds no secret.
public class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Kind {
        /// Nothing listens there.
        REFUSED,
        /// The host name is unknown.
        UNKNOWN_HOST,
        /// The network gives no way there.
        UNREACHABLE,
        /// There is no such Unix socket.
        NO_SOCKET,
        /// This user may not open the Unix socket.
        NO_PERMISSION,
        /// No answer in time: while connecting, in the TLS handshake or to a command.
        DEADLINE,
        /// The key store or the CA file cannot be used.
        KEYS,
        /// The balancer asks for a client certificate and there is none.
        NO_CLIENT_CERTIFICATE,
        /// The balancer does not accept this client's certificate.
        CLIENT_CERTIFICATE,
        /// The certificate was accepted, then the connection closed without a word.
        CLIENT_NAME,
        /// The balancer's certificate is not of the configured CA, or not valid now.
        SERVER_CERTIFICATE,
        /// The balancer's certificate is for another name.
        SERVER_NAME,
        /// Plain text was spoken to what looks like a TLS port.
        TLS_PORT,
        /// TLS was spoken to a port that does not speak it.
        PLAIN_PORT,
        /// Another failure of TLS, for instance no common version.
        TLS,
        /// Something answers, but not HAProxy's Runtime API.
        NOT_RUNTIME_API,
        /// The connection ended before all answers were there.
        CLOSED,
        /// A practice balancer where a real one is wanted, or the other way round.
        PRACTICE
    }

    private final Kind kind;

    WireException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    WireException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
