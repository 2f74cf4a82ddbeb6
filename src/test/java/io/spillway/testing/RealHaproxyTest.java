package io.spillway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealHaproxyTest {
    @TempDir private Path dir;

    @Test
    void balancesOverTheTestBackendsAndSurvivesAReload() throws Exception {
        int port = FreePorts.one();
        try (var backends = TestBackends.start(1, 2, 2);
                var haproxy = RealHaproxy.start(dir, sections(port, backends));
                var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 10; i++) {
                assertThat(get(http, "http://127.0.0.1:" + port + "/").statusCode()).isEqualTo(200);
            }
            assertThat(backends.list()).allMatch(b -> b.answered() == 5);
            assertThat(get(http, "http://" + backends.get(0).address() + "/metrics").body())
                    .contains("app_slots 2\n", "http_requests_total{code=\"2xx\"} 5\n");

            long first = haproxy.pid();
            haproxy.reload();
            assertThat(haproxy.pid()).isNotEqualTo(first);
            assertThat(haproxy.ask("show info")).contains("Pid: " + haproxy.pid());
        }
    }

    private static String sections(int port, TestBackends backends) {
        return """
        frontend fe
          bind 127.0.0.1:%d
          default_backend be
        backend be
          balance roundrobin
        %s
        """
                .formatted(port, backends.servers("weight 100"));
    }

    private static HttpResponse<String> get(HttpClient http, String uri)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
