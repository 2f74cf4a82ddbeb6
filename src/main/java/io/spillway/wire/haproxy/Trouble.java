package io.spillway.wire.haproxy;

import io.spillway.wire.haproxy.WireException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in one sentence why a connection failed: where, what, why, what to do.
final class Trouble {
    private Trouble() {}

    /// After a failure of the connection.
    static WireException of(
            Endpoint endpoint, Session session, @Nullable Throwable cause, int commands) {
        if (!(cause instanceof IOException failure)) {
            throw new IllegalStateException(cause);
        }
        return switch (session.stage()) {
            case CONNECT -> notConnected(endpoint, failure);
            case HANDSHAKE ->
                    TlsTrouble.inHandshake(
                            (Endpoint.Tls) endpoint, session.serverTrusted(), failure);
            case GREETING -> notGreeted(endpoint, session.heard(), failure);
            case COMMANDS -> lost(endpoint, session.answered(), commands, failure);
        };
    }

    /// After the deadline.
    static WireException late(Endpoint endpoint, Session session, Duration deadline, int commands) {
        String time = String.format(Locale.ROOT, "%.1f s", deadline.toMillis() / 1000.0);
        if (session.stage() == Link.Stage.GREETING && stranger(session.heard())) {
            return stranger(endpoint, session.heard(), null);
        }
        String what =
                switch (session.stage()) {
                    case CONNECT ->
                            "did not accept a connection within %s: the host is down, a firewall"
                                    + " drops packets or the process hangs; check them";
                    case HANDSHAKE ->
                            "accepted the connection but did not answer the TLS handshake within"
                                    + " %s: the process hangs; check it";
                    case GREETING, COMMANDS ->
                            "accepted the connection but did not answer within %s: the process"
                                    + " hangs or all its connections are taken ('stats maxconn');"
                                    + " check the process and what else is connected";
                };
        String progress =
                commands > 1 ? " (" + session.answered() + " of " + commands + " answers)" : "";
        return new WireException(
                Kind.DEADLINE, endpoint.text() + " " + what.formatted(time) + progress + ".");
    }

    static WireException closed(Endpoint endpoint) {
        return new WireException(
                Kind.CLOSED,
                endpoint.text()
                        + " was let go in the middle of a call; read again to see what holds.");
    }

    static WireException practice(Endpoint endpoint, boolean found) {
        String what =
                found
                        ? "is a practice balancer, and this console works on real ones; remove it"
                                + " from the configuration or start with --practice"
                        : "is a real balancer, and this console is for practice; it is left alone";
        return new WireException(Kind.PRACTICE, endpoint.text() + " " + what + ".");
    }

    private static WireException notConnected(Endpoint endpoint, IOException e) {
        if (e instanceof UnknownHostException) {
            return say(
                    Kind.UNKNOWN_HOST,
                    endpoint,
                    "cannot be found: the host name is unknown; correct the name or the name service",
                    e);
        }
        if (endpoint instanceof Endpoint.Unix unix) {
            return noSocket(unix, e);
        }
        if (e instanceof ConnectException && text(e).contains("refused")) {
            return say(
                    Kind.REFUSED,
                    endpoint,
                    "refused the connection: nothing listens there; start HAProxy or correct the"
                            + " address",
                    e);
        }
        return say(
                Kind.UNREACHABLE,
                endpoint,
                "cannot be reached (" + text(e) + "): check the network and the address",
                e);
    }

    private static WireException noSocket(Endpoint.Unix unix, IOException e) {
        if (text(e).contains("Permission denied")) {
            return say(
                    Kind.NO_PERMISSION,
                    unix,
                    "may not be opened by this user: the socket's mode forbids it; run as a user of"
                            + " its group, or set 'mode' and 'group' on the 'stats socket' line",
                    e);
        }
        if (!Files.exists(unix.path())) {
            return say(
                    Kind.NO_SOCKET,
                    unix,
                    "does not exist: start HAProxy, or correct the path to that of its 'stats"
                            + " socket' line",
                    e);
        }
        return say(
                Kind.REFUSED,
                unix,
                "refused the connection: the file is there but no process serves it; start HAProxy",
                e);
    }

    private static WireException notGreeted(Endpoint endpoint, String heard, IOException e) {
        if (stranger(heard)) {
            return stranger(endpoint, heard, e);
        }
        if (endpoint instanceof Endpoint.Tls tls) {
            return TlsTrouble.beforeGreeting(tls, e);
        }
        if (endpoint instanceof Endpoint.Tcp tcp && heard.isEmpty()) {
            return say(
                    Kind.TLS_PORT,
                    tcp,
                    "closed the connection without a word when spoken to in plain text: it is most"
                            + " likely a TLS port; write tls:// instead of tcp://",
                    e);
        }
        return lost(endpoint, 0, 0, e);
    }

    /// True if the first words are not a prompt.
    private static boolean stranger(String heard) {
        return !heard.isEmpty() && !"\n> ".startsWith(heard) && !heard.startsWith("\n> ");
    }

    private static WireException stranger(
            Endpoint endpoint, String heard, @Nullable IOException e) {
        if (heard.charAt(0) == 0x15) {
            return say(
                    Kind.TLS_PORT,
                    endpoint,
                    "answered plain text with a TLS alert: it is a TLS port; write tls:// instead of"
                            + " tcp://",
                    e);
        }
        String words = heard.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
        return say(
                Kind.NOT_RUNTIME_API,
                endpoint,
                "is not HAProxy's Runtime API (it says '%s'): correct the address".formatted(words),
                e);
    }

    private static WireException lost(
            Endpoint endpoint, int answered, int commands, IOException e) {
        String progress =
                commands > 1 ? " after %d of %d answers".formatted(answered, commands) : "";
        return say(
                Kind.CLOSED,
                endpoint,
                "closed the connection%s: HAProxy was stopped, reloaded or ended an idle connection"
                                .formatted(progress)
                        + "; read again to see what holds",
                e);
    }

    static WireException say(
            Kind kind, Endpoint endpoint, String what, @Nullable IOException cause) {
        String message = endpoint.text() + " " + what + ".";
        return cause == null
                ? new WireException(kind, message)
                : new WireException(kind, message, cause);
    }

    static String text(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
