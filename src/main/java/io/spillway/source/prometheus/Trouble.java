package io.spillway.source.prometheus;

import io.spillway.source.SourceException;
import io.spillway.wire.http.CappedStream;
import io.spillway.wire.http.TlsTrouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Turns what goes wrong with an engine into one sentence: what, where, why, what to do.
final class Trouble {
    private final String engine;
    private final Duration deadline;
    private final boolean hasLogin;

    /// @param url shown to operators, so without credentials
    /// @param hasLogin true if credentials are sent
    Trouble(String url, Duration deadline, boolean hasLogin) {
        this.engine = "Prometheus at " + url;
        this.deadline = deadline;
        this.hasLogin = hasLogin;
    }

    /// `Prometheus at URL`, to begin a sentence with.
    String engine() {
        return engine;
    }

    /// @param asked what was asked for, for instance `cpu`
    SourceException exception(String asked, Exception e) {
        return new SourceException(sentence(asked, e), e);
    }

    /// Why the engine's alerts are not known.
    String alerts(Exception e) {
        return e instanceof Refusal r
                ? "%s refuses to tell its alerts (%s): see its log."
                        .formatted(engine, shorten(r.getMessage()))
                : sentence("its alerts", e);
    }

    private String sentence(String asked, Exception e) {
        return switch (e) {
            case JacksonIOException io when io.getCause() != null -> sentence(asked, io.getCause());
            case UnexpectedEndOfInputException _ -> brokenOff();
            case Refusal r ->
                    "%s refuses the query for %s (%s): correct it under `queries`."
                            .formatted(engine, asked, shorten(r.getMessage()));
            case HttpFailure f -> status(f);
            case CappedStream.TooLarge _ ->
                    "%s answered more than any fleet needs, in the query for %s: aggregate it under"
                                    .formatted(engine, asked)
                            + " `queries`.";
            case TimeoutException _ -> late();
            case IOException io -> connection(io);
            default ->
                    engine
                            + " answered something that is not Prometheus's JSON: correct the"
                            + " address, which may lead to a web page.";
        };
    }

    private String connection(IOException e) {
        return switch (e) {
            case AnswerReader.NotAnAnswer _ ->
                    engine
                            + " answered JSON that is not the query API's: correct the address,"
                            + " which leads to something else.";
            case UnknownHostException _ ->
                    engine + " has a host name that nobody knows: correct the address.";
            case ConnectException _ ->
                    engine + " refuses connections: start it, or correct the address.";
            case InterruptedIOException _ -> late();
            case SSLException tls -> engine + TlsTrouble.sentence(tls);
            case EOFException _ -> brokenOff();
            case ProtocolException p when !endsEarly(p) ->
                    engine + " does not speak HTTP: correct the address.";
            default ->
                    endsEarly(e)
                            ? brokenOff()
                            : engine
                                    + " cannot be reached ("
                                    + shorten(e.getMessage())
                                    + "): check the network and the address.";
        };
    }

    private static boolean endsEarly(IOException e) {
        return String.valueOf(e.getMessage()).contains("unexpected end of stream");
    }

    private String status(HttpFailure f) {
        String text = String.valueOf(f.getMessage());
        if (text.contains("HTTP request to an HTTPS server")) {
            return engine + " speaks TLS: write the address with https://.";
        }
        return switch (f.status()) {
            case 301, 302, 303, 307, 308 ->
                    engine
                            + " redirects elsewhere ("
                            + f.status()
                            + "): write the address it leads to"
                            + withoutQuery(f.location())
                            + ".";
            case 401 ->
                    engine
                            + (hasLogin
                                    ? " does not accept the credentials (401): correct `username`"
                                            + " and `password`, or `bearer`."
                                    : " asks for credentials (401): add `username` and `password`,"
                                            + " or `bearer`.");
            case 403 -> engine + " forbids the queries (403): let this user read metrics there.";
            case 404, 405 ->
                    engine
                            + " has no query API there ("
                            + f.status()
                            + "): correct the path of the address.";
            default ->
                    "%s failed with status %d (%s): see its log."
                            .formatted(engine, f.status(), shorten(text));
        };
    }

    private String late() {
        return engine
                + " did not answer within "
                + deadline.toMillis()
                + " ms: see if it hangs or is overloaded, or raise `deadline`.";
    }

    private String brokenOff() {
        return engine + " broke off in the middle of its answer: see its log.";
    }

    private static String withoutQuery(String location) {
        String plain = location.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
        return plain.isEmpty() ? "" : ", " + shorten(plain);
    }

    private static String shorten(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("<[^>]*>", " ").strip();
        line = line.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.isEmpty()) {
            return "no reason given";
        }
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
