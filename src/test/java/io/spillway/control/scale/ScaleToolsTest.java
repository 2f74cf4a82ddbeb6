package io.spillway.control.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real script and a real receiver are asked for the same number of servers.
class ScaleToolsTest {
    private static final ScaleRequest SEVEN = new ScaleRequest("web", 5, 7, "surge; $(id) \"x\"");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final List<Scaled> intended = new ArrayList<>();

    @TempDir Path folder;

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("scale.sh"), "#!/bin/sh\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private CommandScale command(String body, Duration deadline) throws IOException {
        return new CommandScale(
                List.of(script(body).toString(), folder.resolve("out").toString()), deadline);
    }

    @Test
    void aScriptIsToldWhatIsWantedAndUndoTellsItWhatWasBefore() throws Exception {
        try (ScaleControl scale =
                command(
                        """
                        echo "$SPILLWAY_POOL $SPILLWAY_REPLICAS $SPILLWAY_REASON" >> "$1"
                        echo taken; cat
                        """,
                        DEADLINE)) {
            Scaled done = scale.scale(SEVEN, intended::add);
            assertThat(done).isEqualTo(new Scaled("web", "servers", 5, 7, done.text()));
            assertThat(done.text())
                    .isEqualTo(
                            "The %s was asked for 7 servers of web. It wrote: taken"
                                    .formatted(scale.name()));
            assertThat(scale.undo(done, "over").after()).isEqualTo(5);
            assertThat(intended).containsExactly(new Scaled("web", "servers", 5, 7, ""));
        }
        assertThat(folder.resolve("out")).hasContent("web 7 surge; $(id) \"x\"\nweb 5 over\n");
    }

    @Test
    void aScriptThatFailsIsQuotedShortly() throws Exception {
        try (ScaleControl scale =
                command("seq 1 20000; printf 'no \\033[31mquota\\n'; exit 3", DEADLINE)) {
            assertThatThrownBy(() -> scale.scale(SEVEN, intended::add))
                    .isInstanceOf(ControlException.class)
                    .hasMessageContaining("ended with code 3: run it by hand to see why.")
                    .hasMessageEndingWith("19999 20000 no [31mquota")
                    .message()
                    .hasSizeLessThan(400);
        }
    }

    @Test
    void aScriptThatHangsIsStoppedWithWhatItStarted() throws Exception {
        try (ScaleControl scale =
                command("echo $$ > \"$1\"; echo asking; sleep 600", Duration.ofMillis(400))) {
            assertThatThrownBy(() -> scale.scale(SEVEN, intended::add))
                    .hasMessageContaining("did not end within 400 ms and was stopped")
                    .hasMessageEndingWith("It wrote: asking");
            long pid = Long.parseLong(Files.readString(folder.resolve("out")).strip());
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
        }
    }

    @Test
    void aScriptThatIsNotThereIsNamed() {
        try (ScaleControl scale = new CommandScale(List.of("/nowhere/scale"), DEADLINE)) {
            assertThatThrownBy(() -> scale.scale(SEVEN, intended::add))
                    .hasMessage(
                            "The command /nowhere/scale cannot be run: check that it exists and"
                                    + " may be run.");
        }
    }

    @Test
    void aWebhookIsSentTheSameNumberWithItsSecret() throws Exception {
        try (Receiver receiver = new Receiver(202);
                HttpClients http = new HttpClients();
                ScaleControl scale = receiver.control(http, DEADLINE)) {
            Scaled done = scale.scale(SEVEN, intended::add);
            assertThat(done.after()).isEqualTo(7);
            assertThat(scale.undo(done, "over").after()).isEqualTo(5);
            assertThat(receiver.bodies)
                    .containsExactly(
                            "POST Bearer t0ken {\"pool\":\"web\",\"now\":5,\"replicas\":7,"
                                    + "\"reason\":\"surge; $(id) \\\"x\\\"\"}",
                            "POST Bearer t0ken {\"pool\":\"web\",\"now\":7,\"replicas\":5,"
                                    + "\"reason\":\"over\"}");
            assertThat(done.text()).endsWith("It answered: noted").doesNotContain("key=");
        }
    }

    @Test
    void aWebhookThatRefusesOrHangsOrIsGoneIsNamedWithoutItsSecrets() throws Exception {
        HttpClients http = new HttpClients();
        ScaleControl gone;
        try (http) {
            try (Receiver receiver = new Receiver(403);
                    ScaleControl scale = receiver.control(http, DEADLINE)) {
                gone = receiver.control(http, DEADLINE);
                assertThatThrownBy(() -> scale.scale(SEVEN, intended::add))
                        .hasMessageEndingWith(
                                "refused with 403: check its log and the secret it is sent."
                                        + " It answered: noted")
                        .hasMessageNotContaining("t0ken")
                        .hasMessageNotContaining("key=");
            }
            assertThatThrownBy(() -> gone.scale(SEVEN, intended::add))
                    .hasMessageEndingWith("cannot be reached: check that it runs and its address.");
            try (Receiver receiver = new Receiver(0);
                    ScaleControl scale = receiver.control(http, Duration.ofMillis(300))) {
                assertThatThrownBy(() -> scale.scale(SEVEN, intended::add))
                        .hasMessageContaining("did not answer within 300 ms");
            }
        }
    }

    /// Answers with a code, or with 0 never.
    private static final class Receiver implements AutoCloseable {
        final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch closing = new CountDownLatch(1);
        private final HttpServer server;

        Receiver(int code) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/scale",
                    exchange -> {
                        String body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        String secret = exchange.getRequestHeaders().getFirst("Authorization");
                        bodies.add(exchange.getRequestMethod() + " " + secret + " " + body);
                        if (code == 0) {
                            await();
                        }
                        byte[] answer = "noted\n".getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(code == 0 ? 500 : code, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
            server.start();
        }

        private void await() {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        ScaleControl control(HttpClients http, Duration deadline) throws IOException {
            URI address =
                    URI.create(
                            "http://127.0.0.1:%d/scale?key=k"
                                    .formatted(server.getAddress().getPort()));
            return new WebhookScale(
                    address, new HttpAccess(new Login.Bearer("t0ken"), null, deadline), http);
        }

        @Override
        public void close() {
            closing.countDown();
            server.stop(0);
        }
    }
}
