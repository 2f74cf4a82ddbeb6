package io.spillway.example;

import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The wire: what Sluice's API says and takes, without meaning. Each call has the deadline of its
/// access. Safe for any number of threads.
final class SluiceClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl address;
    private final OkHttpClient http;

    /// A server behind Sluice.
    ///
    /// @param served requests since Sluice started
    record Member(
            String backend,
            String name,
            String at,
            int weight,
            boolean out,
            boolean up,
            long served) {}

    /// All that Sluice tells.
    record Page(String version, long startedAt, List<Member> members) {}

    SluiceClient(HttpUrl address, HttpAccess access, HttpClients clients) throws IOException {
        this.address = address;
        this.http = clients.client(address, access);
    }

    /// @throws IOException with one sentence for operators
    Page read() throws IOException {
        return call(new Request.Builder().url(address).build());
    }

    /// Sets one field of one member.
    ///
    /// @return what Sluice shows then, which is no proof
    /// @throws IOException with one sentence for operators; it may have been set all the same
    Page set(String backend, String member, String field, Object value) throws IOException {
        HttpUrl url = address.newBuilder().addPathSegment(backend).addPathSegment(member).build();
        RequestBody body = RequestBody.create("{\"%s\": %s}".formatted(field, value), JSON);
        return call(new Request.Builder().url(url).put(body).build());
    }

    private Page call(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (response.isSuccessful()) {
                return JsonMapper.shared().readValue(response.body().byteStream(), Page.class);
            }
            throw new IOException("it answers " + response.code());
        } catch (IOException | JacksonException e) {
            throw new IOException(
                    "Sluice at %s gives no answer of use (%s): see whether it runs there."
                            .formatted(address, e.getMessage()),
                    e);
        }
    }
}
