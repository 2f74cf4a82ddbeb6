package io.spillway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The servers that other tests rely on do as they are told.
class RealServersTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void prometheusScrapesHangsDiesAndComesBack() throws Exception {
        try (var exporter = RealNodeExporter.start();
                var prometheus =
                        RealPrometheus.start(
                                RealPrometheus.config("1s", "node", exporter.address()))) {
            String up = prometheus.url() + "/api/v1/query?query=up";
            await().until(() -> get(up).contains("\"instance\":\"" + exporter.address() + "\""));

            prometheus.pause();
            assertThatThrownBy(() -> get(up)).isInstanceOf(HttpTimeoutException.class);
            prometheus.resume();
            assertThat(get(up)).contains("success");

            prometheus.kill();
            assertThatThrownBy(() -> get(up)).isInstanceOf(ConnectException.class);
            prometheus.restart();
            assertThat(get(up)).contains("success");
        }
    }

    private String get(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(1));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
