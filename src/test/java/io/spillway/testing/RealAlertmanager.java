package io.spillway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A real Alertmanager on a free port of 127.0.0.1 that tells nobody of its alerts.
public final class RealAlertmanager implements AutoCloseable {
    private static final String CONFIG = "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n";

    private final int port;
    private final RealProcess process;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealAlertmanager(int port, RealProcess process) {
        this.port = port;
        this.process = process;
        awaitReady();
    }

    /// Starts it, with more command-line arguments if need be.
    public static RealAlertmanager start(String... arguments) {
        return start(RealProcess.newFolder("alertmanager"), CONFIG, arguments);
    }

    /// Starts it in a folder that is deleted on [#close].
    public static RealAlertmanager start(Path folder, String config, String... arguments) {
        int port = RealProcess.freePort();
        try {
            Files.writeString(folder.resolve("alertmanager.yml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>();
        command.add("prometheus-alertmanager");
        command.add("--config.file=alertmanager.yml");
        command.add("--storage.path=data");
        command.add("--cluster.listen-address=");
        command.add("--web.listen-address=127.0.0.1:" + port);
        command.addAll(List.of(arguments));
        return new RealAlertmanager(port, RealProcess.start(folder, command));
    }

    /// `http://127.0.0.1:PORT`
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// `127.0.0.1:PORT`
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// Sends an alert as anything that raises alerts does.
    ///
    /// @param labels JSON, for instance `{"alertname":"Hot"}`
    public void raise(String labels) {
        post("/api/v2/alerts", "[{\"labels\":%s}]".formatted(labels));
    }

    /// Says that an alert is over.
    ///
    /// @param labels as it was raised with
    public void resolve(String labels) {
        post(
                "/api/v2/alerts",
                "[{\"labels\":%s,\"endsAt\":\"2000-01-01T00:00:00Z\"}]".formatted(labels));
    }

    /// Silences what bears a name, as somebody else would.
    ///
    /// @return the answer, which holds the silence's id
    public String silence(
            String alertname, Instant start, Instant end, String author, String comment) {
        return post(
                "/api/v2/silences",
                """
                {"matchers":[{"name":"alertname","value":"%s","isRegex":false,"isEqual":true}],
                 "startsAt":"%s","endsAt":"%s","createdBy":"%s","comment":"%s"}
                """
                        .formatted(alertname, start, end, author, comment));
    }

    /// What it answers to a read.
    public String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    private String post(String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private String send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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

    /// Starts it again on the same port.
    public void restart() {
        process.restart();
        awaitReady();
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }

    private void awaitReady() {
        process.awaitPrinted("Listening on");
    }
}
