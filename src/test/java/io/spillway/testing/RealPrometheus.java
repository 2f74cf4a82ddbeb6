package io.spillway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real Prometheus on a free port of 127.0.0.1, ready to answer when [#start] returns.
///
/// ```java
/// try (var prometheus = RealPrometheus.start(RealPrometheus.config("1s", "node", "127.0.0.1:9100"))) {
///     prometheus.url();
///     prometheus.pause();
/// }
/// ```
public final class RealPrometheus implements AutoCloseable {
    private final int port;
    private final RealProcess process;

    private RealPrometheus(int port, RealProcess process) {
        this.port = port;
        this.process = process;
        awaitReady();
    }

    /// Starts with a configuration and, if need be, more command-line arguments.
    public static RealPrometheus start(String config, String... arguments) {
        return start(RealProcess.newFolder("prometheus"), config, arguments);
    }

    /// Starts in a folder that is deleted on [#close]; blocks already in its `data` are served.
    public static RealPrometheus start(Path folder, String config, String... arguments) {
        int port = RealProcess.freePort();
        try {
            Files.writeString(folder.resolve("prometheus.yml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>();
        command.add("prometheus");
        command.add("--config.file=prometheus.yml");
        command.add("--storage.tsdb.path=data");
        command.add("--web.listen-address=127.0.0.1:" + port);
        command.addAll(List.of(arguments));
        return new RealPrometheus(port, RealProcess.start(folder, command));
    }

    /// A configuration that scrapes each target once an `interval`, for instance `1s`.
    ///
    /// @param jobsAndTargets job, `host:port`, job, `host:port` and so on
    public static String config(String interval, String... jobsAndTargets) {
        StringBuilder text = new StringBuilder("scrape_configs:\n");
        for (int i = 0; i < jobsAndTargets.length; i += 2) {
            text.append(
                    """
                      - job_name: %s
                        scrape_interval: %s
                        scrape_timeout: %s
                        static_configs: [{targets: ['%s']}]
                    """
                            .formatted(
                                    jobsAndTargets[i], interval, interval, jobsAndTargets[i + 1]));
        }
        return text.toString();
    }

    /// `http://127.0.0.1:PORT`; for a Prometheus started with TLS see [#port].
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /// Waits until a query gives a number of series.
    public void awaitSeries(String query, int series) {
        URI uri =
                URI.create(
                        url()
                                + "/api/v1/query?query="
                                + URLEncoder.encode(
                                        "count(" + query + ")", StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> client.send(request, BodyHandlers.ofString()).body(),
                            answer -> answer.contains(",\"" + series + "\"]"));
        }
    }

    /// Hangs it (SIGSTOP).
    public void pause() {
        process.pause();
    }

    /// Lets it go on (SIGCONT).
    public void resume() {
        process.resume();
    }

    /// Kills it (SIGKILL): connections are refused from now on.
    public void kill() {
        process.kill();
    }

    /// Starts it again on the same port, with the data it had.
    public void restart() {
        process.restart();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }

    // Its log and not /-/ready, because it may ask for TLS and a password.
    private void awaitReady() {
        process.awaitPrinted("Server is ready to receive web requests");
    }
}
