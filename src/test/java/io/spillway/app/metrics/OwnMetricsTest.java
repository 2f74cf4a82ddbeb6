package io.spillway.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.cli.Samples;
import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {
    private Picture picture = Samples.picture(3);

    /// Shows the Picture above, and takes no command.
    private final DeskPort desk =
            new DeskPort() {
                @Override
                public Picture picture() {
                    return picture;
                }

                @Override
                public AutoCloseable watch(Consumer<Picture> listener) {
                    throw new AssertionError("nothing is to be done at each tick");
                }

                @Override
                public CompletableFuture<Reply> send(Command command) {
                    throw new AssertionError("metrics act on nothing");
                }

                @Override
                public void close() {
                    throw new AssertionError("the desk is somebody else's");
                }
            };

    private static String read(OwnMetrics metrics) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/metrics".formatted(metrics.port()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void theNewestPictureIsTold() throws Exception {
        try (OwnMetrics metrics = new OwnMetrics(desk, 0)) {
            assertThat(read(metrics).lines())
                    .contains(
                            "spillway_ticks_total 3.0",
                            "spillway_state{state=\"ok\"} 1.0",
                            "spillway_state{state=\"overload\"} 0.0",
                            "spillway_source_up{kind=\"prometheus\",source=\"metrics\"} 1.0",
                            "spillway_source_up{kind=\"haproxy\",source=\"lb-2\"} 0.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
            picture = Samples.picture(9);
            assertThat(read(metrics)).contains("spillway_ticks_total 9.0");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (OwnMetrics first = new OwnMetrics(desk, 0)) {
            assertThatThrownBy(() -> new OwnMetrics(desk, first.port()))
                    .isInstanceOf(IOException.class);
        }
    }
}
