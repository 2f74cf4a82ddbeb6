package io.spillway.wire.haproxy;

import io.spillway.wire.haproxy.WireException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the ways apart in which TLS fails.
final class TlsTrouble {
    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    private TlsTrouble() {}

    /// @param serverTrusted true if the balancer's certificate was good, so that it is our own
    ///   which the balancer did not like
    static WireException inHandshake(Endpoint.Tls tls, boolean serverTrusted, IOException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ServerTrust.UntrustedException untrusted) {
                return Trouble.say(
                        Kind.SERVER_CERTIFICATE,
                        tls,
                        "cannot be trusted: its certificate %s; check that this is the right machine, then correct the CA file or the certificate"
                                .formatted(untrusted.getMessage()),
                        e);
            }
            if (t instanceof ServerTrust.WrongNameException wrong) {
                return Trouble.say(
                        Kind.SERVER_NAME,
                        tls,
                        "cannot be trusted: its certificate is for %s, not for %s; correct the address or the expected server name"
                                .formatted(wrong.getMessage(), tls.expectedName()),
                        e);
            }
        }
        Optional<String> alert = alert(e);
        if (alert.isPresent()) {
            return refusedUs(tls, alert.get(), e);
        }
        if (serverTrusted) {
            return certificate(tls, e);
        }
        if (e.getCause() instanceof EOFException
                || e instanceof SocketException
                || Trouble.text(e).contains("SSL message")) {
            return Trouble.say(
                    Kind.PLAIN_PORT,
                    tls,
                    "does not speak TLS: it is most likely a plain port; write tcp:// instead of"
                            + " tls://, or the port of the TLS listener",
                    e);
        }
        return Trouble.say(
                Kind.TLS,
                tls,
                "failed in the TLS handshake (%s); check the certificates and TLS versions on both sides"
                        .formatted(Trouble.text(e)),
                e);
    }

    /// In TLS 1.3 a client learns only after the handshake what the balancer thinks of it.
    static WireException beforeGreeting(Endpoint.Tls tls, IOException e) {
        Optional<String> alert = alert(e);
        if (alert.isPresent()) {
            return refusedUs(tls, alert.get(), e);
        }
        if (tls.keys().clientName().isEmpty()) {
            return noCertificate(tls, e);
        }
        return Trouble.say(
                Kind.CLIENT_NAME,
                tls,
                "accepted the certificate of %s and then closed without a word: the listener most likely does not allow this name; allow it there, or use another certificate"
                        .formatted(tls.keys().clientName()),
                e);
    }

    private static WireException refusedUs(Endpoint.Tls tls, String alert, IOException e) {
        if (alert.contains("certificate") || alert.equals("unknown_ca")) {
            return certificate(tls, e);
        }
        return Trouble.say(
                Kind.TLS,
                tls,
                "ended the TLS handshake with '%s'; check the TLS versions and certificates on both sides"
                        .formatted(alert),
                e);
    }

    /// Why ours was not taken is told by what we know of it, not by the alert: a connection that
    /// ends early can swallow the alert.
    private static WireException certificate(Endpoint.Tls tls, IOException e) {
        if (tls.keys().clientName().isEmpty()) {
            return noCertificate(tls, e);
        }
        String why = tls.keys().expired() ? "it is out of date" : "its CA did not issue it";
        return Trouble.say(
                Kind.CLIENT_CERTIFICATE,
                tls,
                "does not accept the client certificate of %s: %s; use a certificate of the CA that the listener's ca-file names"
                        .formatted(tls.keys().clientName(), why),
                e);
    }

    private static WireException noCertificate(Endpoint.Tls tls, IOException e) {
        return Trouble.say(
                Kind.NO_CLIENT_CERTIFICATE,
                tls,
                "asks for a client certificate and none is configured; give this balancer a client"
                        + " key store",
                e);
    }

    private static Optional<String> alert(IOException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            Matcher m = ALERT.matcher(Trouble.text(t));
            if (m.find()) {
                return Optional.of(m.group(1));
            }
        }
        return Optional.empty();
    }
}
