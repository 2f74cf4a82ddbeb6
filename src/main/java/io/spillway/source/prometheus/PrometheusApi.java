package io.spillway.source.prometheus;

import io.spillway.fleet.Alert;
import io.spillway.source.PastSource.Question;
import io.spillway.source.PastSource.Sink;
import io.spillway.wire.http.CappedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/// The parts of the HTTP API that are used. Every call blocks until its deadline at the latest and
/// throws what OkHttp, Jackson or this package throws; [Trouble] turns that into a sentence.
final class PrometheusApi {
    private static final int ERROR_BODY = 8192;
    private final OkHttpClient client;
    private final HttpUrl base;

    PrometheusApi(OkHttpClient client, HttpUrl base) {
        this.client = client;
        this.base = base;
    }

    /// Something that turns a body into a value while it arrives.
    private interface Body<T> {
        T read(InputStream in) throws IOException;
    }

    /// An instant query, evaluated at the engine's own time.
    ///
    /// @param previous the last answer to the same query, null if there is none
    /// @param budget bytes that may be read
    Answer query(String query, @Nullable Answer previous, Deadline deadline, AtomicLong budget)
            throws IOException {
        FormBody form =
                new FormBody.Builder()
                        .add("query", query)
                        // VictoriaMetrics hides the newest half minute without it.
                        .add("nocache", "1")
                        .build();
        Request request = new Request.Builder().url(path("query")).post(form).build();
        return call(request, deadline, budget, in -> AnswerReader.read(in, previous));
    }

    /// A range query.
    ///
    /// @param start time of the question's first point by the engine's clock, epoch milliseconds
    /// @return how many series the sink got
    int range(
            String query,
            Question question,
            long start,
            Deadline deadline,
            AtomicLong budget,
            Sink sink)
            throws IOException {
        long end = start + question.end() - question.start();
        FormBody form =
                new FormBody.Builder()
                        .add("query", query)
                        .add("start", seconds(start))
                        .add("end", seconds(end))
                        .add("step", seconds(question.step()))
                        .add("nocache", "1")
                        .build();
        Request request = new Request.Builder().url(path("query_range")).post(form).build();
        return call(request, deadline, budget, in -> MatrixReader.read(in, question, start, sink));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    /// The longest scrape interval of each job, milliseconds; empty if the engine does not tell.
    Map<String, Long> scrapeIntervals(Deadline deadline, AtomicLong budget) throws IOException {
        HttpUrl url = path("targets").newBuilder().addQueryParameter("state", "active").build();
        return call(new Request.Builder().url(url).build(), deadline, budget, TargetsReader::read);
    }

    /// Every alert that is pending or fires.
    ///
    /// @param source the engine's name as configured
    List<Alert> alerts(String source, Deadline deadline, AtomicLong budget) throws IOException {
        Request request = new Request.Builder().url(path("alerts")).build();
        return call(request, deadline, budget, in -> AlertsReader.read(in, source));
    }

    /// The engine's version, empty if it does not tell.
    String version(Deadline deadline) throws IOException {
        Request request = new Request.Builder().url(path("status/buildinfo")).build();
        try {
            return call(request, deadline, new AtomicLong(1 << 20), PrometheusApi::readVersion);
        } catch (StreamReadException | Refusal | CappedStream.TooLarge e) {
            return "";
        } catch (HttpFailure e) {
            if (e.absent()) {
                return "";
            }
            throw e;
        }
    }

    private <T> T call(Request request, Deadline deadline, AtomicLong budget, Body<T> body)
            throws IOException {
        Call call = client.newCall(request);
        call.timeout().timeout(deadline.left(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                throw failure(response);
            }
            try (InputStream in = new CappedStream(response.body().byteStream(), budget)) {
                return body.read(in);
            } catch (CappedStream.TooLarge e) {
                // Closing would read on for a while, in the hope of using the connection again.
                call.cancel();
                throw e;
            }
        }
    }

    private static IOException failure(Response response) throws IOException {
        byte[] start = response.body().byteStream().readNBytes(ERROR_BODY);
        String text = new String(start, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            try {
                AnswerReader.read(new ByteArrayInputStream(start), null);
            } catch (Refusal e) {
                return e;
            } catch (IOException | StreamReadException e) {
                // Not the engine's JSON: the status says more.
            }
        }
        String location = response.header("Location", "");
        return new HttpFailure(response.code(), text, location == null ? "" : location);
    }

    private static String readVersion(InputStream in) {
        String version = "";
        try (JsonParser json = AnswerReader.JSON.createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
                if (t == JsonToken.VALUE_STRING && "version".equals(json.currentName())) {
                    version = json.getString();
                }
            }
        }
        return version;
    }

    private HttpUrl path(String name) {
        return base.newBuilder().addPathSegments("api/v1/" + name).build();
    }
}
