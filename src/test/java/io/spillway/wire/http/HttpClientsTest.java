package io.spillway.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.testing.Misbehaver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpClientsTest {
    private final HttpClients clients = new HttpClients();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void credentialsGoWhereTheyWereConfiguredAndDoNotFollowRedirects() throws IOException {
        try (var elsewhere = remembering("200 OK", "text/plain");
                var here = remembering("302 Found", "a/b\r\nLocation: " + elsewhere.url())) {
            assertThat(get(client(new Login.Basic("ops", "pä55")), here.url())).isEqualTo(302);
            assertThat(requests).hasSize(1);
            assertThat(requests.getFirst()).contains("Authorization: Basic b3BzOnDDpDU1\r\n");
            get(client(Login.none()), elsewhere.url());
            assertThat(requests.getLast()).doesNotContain("Authorization");
        }
    }

    @Test
    void theDeadlineHoldsFromTheFirstByteToTheLast() throws IOException {
        try (var endless =
                Misbehaver.answering((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write(' ');
                        out.flush();
                    }
                })) {
            long start = System.nanoTime();
            Request request = new Request.Builder().url(endless.url()).build();
            assertThatThrownBy(
                            () -> {
                                try (Response r = client(Login.none()).newCall(request).execute()) {
                                    r.body().bytes();
                                }
                            })
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void noProxyStandsBeforeThisMachine() throws IOException {
        ProxySelector system = ProxySelector.getDefault();
        var proxy =
                new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128));
        ProxySelector.setDefault(
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        return List.of(proxy);
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
                });
        try (var here = remembering("200 OK", "text/plain")) {
            assertThat(get(client(Login.none()), here.url())).isEqualTo(200);
            assertThatThrownBy(() -> get(client(Login.none()), "http://elsewhere.invalid"))
                    .hasMessageContaining("proxy.invalid");
        } finally {
            ProxySelector.setDefault(system);
        }
    }

    private OkHttpClient client(Login login) throws IOException {
        return clients.client(
                HttpUrl.get("http://spillway.example"),
                new HttpAccess(login, null, Duration.ofMillis(800)));
    }

    private Misbehaver remembering(String status, String type) {
        return Misbehaver.answering((request, out) -> {
            requests.add(request);
            out.write(Misbehaver.response(status, type, ""));
        });
    }

    private static int get(OkHttpClient client, String url) throws IOException {
        Request request = new Request.Builder().url(url).build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}
