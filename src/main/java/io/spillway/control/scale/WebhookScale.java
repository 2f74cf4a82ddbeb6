package io.spillway.control.scale;

import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.json.JsonMapper;

/// A service of the site's own that is sent `{"pool", "now", "replicas", "reason"}` as JSON by POST
/// and answers 2xx once it has taken it.
public final class WebhookScale implements ScaleControl {
    private static final MediaType JSON = MediaType.get("application/json");

    private final JsonMapper mapper = new JsonMapper();
    private final URI address;
    private final OkHttpClient client;
    private final long deadlineMillis;

    /// @param access with the secret that the service knows Spillway by
    /// @throws IOException with one sentence for operators if the CA file is of no use
    public WebhookScale(URI address, HttpAccess access, HttpClients http) throws IOException {
        this.address = address;
        this.client = http.client(HttpUrl.get(address.toString()), access);
        this.deadlineMillis = access.deadline().toMillis();
    }

    @Override
    public String name() {
        // Without the query, in which some keep a token.
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return "webhook %s://%s%s".formatted(address.getScheme(), address.getRawAuthority(), path);
    }

    @Override
    public Scaled scale(ScaleRequest request, Intent intent) throws ControlException {
        intent.tell(asked(request, ""));
        return ask(request);
    }

    private Scaled ask(ScaleRequest request) throws ControlException {
        String body =
                mapper.writeValueAsString(
                        mapper.createObjectNode()
                                .put("pool", request.pool())
                                .put("now", request.now())
                                .put("replicas", request.replicas())
                                .put("reason", request.reason()));
        String said = Output.said("answered", post(body));
        String text =
                "The %s was asked for %d servers of %s.%s"
                        .formatted(name(), request.replicas(), request.pool(), said);
        return asked(request, text);
    }

    private static Scaled asked(ScaleRequest request, String text) {
        return new Scaled(request.pool(), Scaled.SERVERS, request.now(), request.replicas(), text);
    }

    @Override
    public Scaled undo(Scaled done, String reason) throws ControlException {
        return ask(new ScaleRequest(done.pool(), done.after(), Math.max(1, done.before()), reason));
    }

    @Override
    public void close() {}

    private String post(String body) throws ControlException {
        Request request =
                new Request.Builder()
                        .url(address.toString())
                        .post(RequestBody.create(body, JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            String said = Output.read(response.body().byteStream());
            if (!response.isSuccessful()) {
                throw new ControlException(
                        "The %s refused with %d: check its log and the secret it is sent.%s"
                                .formatted(name(), response.code(), Output.said("answered", said)));
            }
            return said;
        } catch (InterruptedIOException e) {
            throw new ControlException(
                    "The %s did not answer within %d ms: it may have taken the request all the same."
                            .formatted(name(), deadlineMillis),
                    e);
        } catch (IOException e) {
            throw new ControlException(
                    "The %s cannot be reached: check that it runs and its address."
                            .formatted(name()),
                    e);
        }
    }
}
