package io.spillway.wire.httpd;

import io.spillway.wire.http.CappedStream;
import io.spillway.wire.http.TlsTrouble;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;

/// Turns what goes wrong with httpd into one sentence: what, where, why, what to do.
final class Trouble {
    private final String place;
    private final Duration deadline;
    private final boolean hasLogin;

    /// @param url shown to operators, so without credentials
    /// @param hasLogin true if credentials are sent
    Trouble(String url, Duration deadline, boolean hasLogin) {
        this.place = "httpd at " + url;
        this.deadline = deadline;
        this.hasLogin = hasLogin;
    }

    String place() {
        return place;
    }

    HttpdException status(int status) {
        return sentence(
                switch (status) {
                    case 301, 302, 303, 307, 308 ->
                            "redirects elsewhere (%d): write the address that it leads to."
                                    .formatted(status);
                    case 401 ->
                            hasLogin
                                    ? "does not accept the user and password (401): correct them."
                                    : "asks for credentials (401): add `username` and `password`.";
                    case 403 -> "forbids this (403): allow this machine or user in its <Location>.";
                    case 404, 405 ->
                            "has no balancer-manager there (%d): correct the address or the <Location>."
                                    .formatted(status);
                    default -> "failed with status %d: see its error log.".formatted(status);
                });
    }

    HttpdException noXml() {
        return sentence(
                "did not answer with the balancer-manager's XML: write the address with the name by"
                        + " which httpd knows itself (its ServerName where UseCanonicalName is On)"
                        + " and the path of the <Location> that has `SetHandler balancer-manager`.");
    }

    HttpdException foreign(XMLStreamException e) {
        String why = String.valueOf(e.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String text =
                "answered XML that is not its balancer-manager's (%s): correct the address."
                        .formatted(why.length() <= 160 ? why : why.substring(0, 159) + "…");
        return new HttpdException(place + " " + text, e);
    }

    HttpdException broken(IOException e) {
        String text =
                switch (e) {
                    case CappedStream.TooLarge _ ->
                            "answered more than 32 MB: correct the address, which leads to something"
                                    + " else.";
                    case UnknownHostException _ ->
                            "has a host name that nobody knows: correct the address.";
                    case ConnectException _ ->
                            "refuses connections: start it, or correct the address.";
                    case InterruptedIOException _ ->
                            "did not answer within %d ms: see if it hangs or is overloaded, or raise `deadline`."
                                    .formatted(deadline.toMillis());
                    case SSLException tls -> TlsTrouble.sentence(tls).strip();
                    default ->
                            "broke off (%s): see its error log, and check the network."
                                    .formatted(e.getMessage());
                };
        return new HttpdException(place + " " + text, e);
    }

    private HttpdException sentence(String text) {
        return new HttpdException(place + " " + text);
    }
}
