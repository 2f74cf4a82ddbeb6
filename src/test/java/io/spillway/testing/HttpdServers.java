package io.spillway.testing;

import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import io.spillway.wire.httpd.ManagerClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// A real httpd that balances three small servers at `/app`, and what a test needs to speak to it.
public final class HttpdServers implements AutoCloseable {
    /// While httpd is reloaded nobody answers for up to a second.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public final TestBackends backends = TestBackends.start(0, 64, 64, 64);
    public final RealHttpd httpd;
    private final HttpClients clients = new HttpClients();
    private final HttpClient web = HttpClient.newHttpClient();

    /// @param options of each member, for instance `loadfactor=50`
    /// @param more lines of the configuration
    public HttpdServers(String options, String more) {
        var lines = new StringBuilder("<Proxy balancer://be_web>\n");
        for (TestBackends.Backend b : backends.list()) {
            lines.append(
                    "  BalancerMember http://%s route=%s %s\n"
                            .formatted(b.address(), b.name(), options));
        }
        lines.append("</Proxy>\nProxyPass /app balancer://be_web\n");
        httpd = RealHttpd.start(lines + more);
    }

    /// The members `s1` to `s3` with a load factor of 50.
    public static HttpdServers fifties() {
        return new HttpdServers("loadfactor=50", "");
    }

    /// A client of the balancer-manager.
    public ManagerClient client() {
        return client(httpd.manager(), new Login.None(), PATIENCE);
    }

    /// The same at another address.
    public ManagerClient client(String url) {
        return client(url, new Login.None(), PATIENCE);
    }

    /// The same at another address, with credentials and a deadline of its own.
    public ManagerClient client(String url, Login login, Duration deadline) {
        try {
            return new ManagerClient(
                    URI.create(url), new HttpAccess(login, null, deadline), clients);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many of so many requests each server answered.
    public Map<String, Integer> answers(int requests) throws IOException, InterruptedException {
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < requests; i++) {
            var uri = URI.create("http://127.0.0.1:" + httpd.port() + "/app/");
            String server =
                    web.send(
                                    HttpRequest.newBuilder(uri).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body()
                            .strip();
            answers.merge(server, 1, Integer::sum);
        }
        return answers;
    }

    @Override
    public void close() {
        clients.close();
        web.shutdownNow();
        httpd.close();
        backends.close();
    }
}
