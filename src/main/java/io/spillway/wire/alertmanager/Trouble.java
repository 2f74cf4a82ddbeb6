package io.spillway.wire.alertmanager;

import io.spillway.wire.http.CappedStream;
import io.spillway.wire.http.TlsTrouble;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Turns what goes wrong with an Alertmanager into one sentence: what, where, why, what to do.
final class Trouble {
    private final String place;
    private final Duration deadline;
    private final boolean hasLogin;

    /// @param url shown to operators, so without credentials
    /// @param hasLogin true if credentials are sent
    Trouble(String url, Duration deadline, boolean hasLogin) {
        this.place = "Alertmanager at " + url;
        this.deadline = deadline;
        this.hasLogin = hasLogin;
    }

    /// An answer that is not the one hoped for, with what it says.
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;
        final int status;

        Refusal(int status, String body) {
            super(body);
            this.status = status;
        }
    }

    /// `Alertmanager at URL`, to begin a sentence with.
    String place() {
        return place;
    }

    AlertmanagerException exception(Exception e) {
        return new AlertmanagerException(place + " " + sentence(e), untouched(e), e);
    }

    private static boolean untouched(Exception e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || (e instanceof Refusal r && r.status < 500);
    }

    private String sentence(Exception e) {
        return switch (e) {
            case Refusal r -> refusal(r);
            case CappedStream.TooLarge _ ->
                    "answered more than 32 MB: clear away alerts and old silences there.";
            case Texts.NotAnAnswer _ ->
                    "answered JSON that is not its API's: correct the address, which leads to"
                            + " something else.";
            case JacksonException j when j.getCause() instanceof IOException io -> sentence(io);
            case JacksonException _ ->
                    "answered something that is not JSON: correct the address, which may lead to a"
                            + " web page.";
            case UnknownHostException _ ->
                    "has a host name that nobody knows: correct the address.";
            case ConnectException _ -> "refuses connections: start it, or correct the address.";
            case InterruptedIOException _ ->
                    "did not answer within "
                            + deadline.toMillis()
                            + " ms: see if it hangs or is overloaded, or raise `deadline`.";
            case SSLException tls -> TlsTrouble.sentence(tls).strip();
            default ->
                    "broke off (%s): see its log, and check the network and the address."
                            .formatted(shorten(e.getMessage()));
        };
    }

    private String refusal(Refusal r) {
        String text = String.valueOf(r.getMessage());
        if (text.contains("HTTP request to an HTTPS server")) {
            return "speaks TLS: write the address with https://.";
        }
        return switch (r.status) {
            case 301, 302, 303, 307, 308 ->
                    "redirects elsewhere (%d): write the address that it leads to."
                            .formatted(r.status);
            case 401 ->
                    hasLogin
                            ? "does not accept the credentials (401): correct `username` and"
                                    + " `password`, or `bearer`."
                            : "asks for credentials (401): add `username` and `password`, or"
                                    + " `bearer`.";
            case 403 -> "forbids this (403): let this user read alerts, and silence them, there.";
            case 404, 405 ->
                    "has no API of version 2 there (%d): correct the path of the address."
                            .formatted(r.status);
            default ->
                    "failed with status %d (%s): see its log.".formatted(r.status, shorten(text));
        };
    }

    private static String shorten(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("<[^>]*>", " ");
        line = line.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.isEmpty()) {
            return "no reason given";
        }
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
