package io.spillway.wire.alertmanager;

import io.spillway.wire.alertmanager.Trouble.Refusal;
import io.spillway.wire.http.CappedStream;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The parts of Alertmanager's API that are used. Calls block, none longer than the deadline it was
/// made with; safe for any number of threads.
public final class AlertmanagerClient {
    private static final long BUDGET = 32 << 20;
    private static final int ERROR_BODY = 8192;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Duration deadline;
    private final Trouble trouble;

    /// @param url `http://…` or `https://…`, with the path in front of `/api/v2` if there is one
    /// @param access credentials, CA and the deadline of each method here
    /// @throws IOException with one sentence for operators if the CA file is of no use
    public AlertmanagerClient(URI url, HttpAccess access, HttpClients clients) throws IOException {
        this.base = HttpUrl.get(url.toString());
        this.client = clients.client(base, access);
        this.deadline = access.deadline();
        boolean login = !(access.login() instanceof Login.None);
        this.trouble = new Trouble(url.toString(), deadline, login);
    }

    /// `Alertmanager at URL`, to begin a sentence with.
    public String place() {
        return trouble.place();
    }

    /// Turns a parsed answer into a value.
    private interface Reading<T> {
        T read(JsonNode answer) throws IOException;
    }

    /// Alerts and silences of one moment.
    ///
    /// @param silences those that have not expired; not asked for, and empty, if no alert needs
    ///   them
    public record Overview(List<ActiveAlert> alerts, List<Silence> silences) {}

    /// Every alert, and every silence if any alert is silenced.
    public Overview overview() throws AlertmanagerException {
        long end = end();
        List<ActiveAlert> alerts = call(get("alerts"), end, Texts::alerts);
        boolean silenced = alerts.stream().anyMatch(a -> !a.silencedBy().isEmpty());
        List<Silence> silences =
                silenced ? call(get("silences"), end, Texts::silences) : List.<Silence>of();
        return new Overview(
                alerts, silences.stream().filter(s -> !s.state().equals(Silence.EXPIRED)).toList());
    }

    /// Creates a silence for what has exactly these labels.
    ///
    /// @return its id
    public String create(
            Map<String, String> labels, Instant start, Instant end, String author, String comment)
            throws AlertmanagerException {
        String text = Texts.request(labels, start, end, author, comment);
        RequestBody body = RequestBody.create(text.getBytes(StandardCharsets.UTF_8), JSON);
        return call(at("silences").post(body).build(), end(), Texts::id);
    }

    /// Ends a silence. One that is not there is no failure.
    public void expire(String id) throws AlertmanagerException {
        try {
            exchange(at("silence", id).delete().build(), end(), _ -> Optional.empty());
        } catch (Refusal e) {
            if (!absent(e)) {
                throw trouble.exception(e);
            }
        } catch (IOException | JacksonException e) {
            throw trouble.exception(e);
        }
    }

    /// Reads a silence again and again until it is in a state or the deadline has come: the members
    /// of a cluster behind one address learn of it one after another.
    ///
    /// @return as read last; empty if there is none of that id, which counts as expired
    public Optional<Silence> await(String id, String state) throws AlertmanagerException {
        long end = end();
        while (true) {
            Optional<Silence> silence = silence(id, end);
            String now = silence.map(Silence::state).orElse(Silence.EXPIRED);
            if (now.equals(state) || end - System.nanoTime() <= PAUSE.toNanos()) {
                return silence;
            }
            pause();
        }
    }

    private Optional<Silence> silence(String id, long end) throws AlertmanagerException {
        Request request = at("silence", id).build();
        try {
            return exchange(request, end, node -> Optional.of(Texts.silence(node)));
        } catch (Refusal e) {
            if (absent(e)) {
                return Optional.empty();
            }
            throw trouble.exception(e);
        } catch (IOException | JacksonException e) {
            throw trouble.exception(e);
        }
    }

    /// Answered to an id that is not known: 404 without a word to a read, 500 with one to a delete.
    private static boolean absent(Refusal e) {
        String text = String.valueOf(e.getMessage());
        return (e.status == 404 && text.isEmpty()) || text.contains("silence not found");
    }

    private void pause() throws AlertmanagerException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble.exception(new InterruptedIOException());
        }
    }

    private <T> T call(Request request, long end, Reading<T> reading) throws AlertmanagerException {
        try {
            return exchange(request, end, reading);
        } catch (IOException | JacksonException e) {
            throw trouble.exception(e);
        }
    }

    private <T> T exchange(Request request, long end, Reading<T> reading) throws IOException {
        Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                throw refusal(response);
            }
            InputStream raw = response.body().byteStream();
            try (InputStream in = new CappedStream(raw, new AtomicLong(BUDGET))) {
                return reading.read(Texts.JSON.readTree(in));
            } catch (CappedStream.TooLarge e) {
                call.cancel();
                throw e;
            }
        }
    }

    private static Refusal refusal(Response response) throws IOException {
        byte[] start = response.body().byteStream().readNBytes(ERROR_BODY);
        String text = new String(start, StandardCharsets.UTF_8).strip();
        try {
            return new Refusal(response.code(), Texts.reason(text));
        } catch (JacksonException e) {
            return new Refusal(response.code(), text);
        }
    }

    private Request get(String name) {
        return at(name).build();
    }

    private Request.Builder at(String name) {
        return at(name, null);
    }

    private Request.Builder at(String name, @Nullable String id) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments("api/v2/" + name);
        return new Request.Builder().url(id == null ? url.build() : url.addPathSegment(id).build());
    }

    private long end() {
        return System.nanoTime() + deadline.toNanos();
    }
}
