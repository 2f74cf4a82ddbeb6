package io.spillway.control.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.control.ControlException;
import io.spillway.testing.Misbehaver;
import io.spillway.testing.RealAlertmanager;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertmanagerControlTest {
    private static final Map<String, String> LABELS =
            Map.of("alertname", "Hot", "path", "a\"b\\c é", "zone", "a");
    private static final String JSON = "application/json";
    private static final String ID = "5ebdb5d4-9867-44cf-ae3e-833583a0d548";

    private final HttpClients clients = new HttpClients();
    private final Instant now = InstantSource.system().instant();
    private final Instant end = now.plusSeconds(1800);

    @AfterEach
    void close() {
        clients.close();
    }

    private AlertmanagerControl control(String url) throws Exception {
        HttpAccess access = new HttpAccess(Login.none(), null, Duration.ofSeconds(2));
        return new AlertmanagerControl(
                "alerts", new AlertmanagerClient(URI.create(url), access, clients));
    }

    @Test
    void aSilenceIsExactAndEndsWhenToldTo() throws Exception {
        try (var server = RealAlertmanager.start()) {
            String id = control(server.url()).silence(LABELS, now, end, "anna", "a drill");
            assertThat(server.get("/api/v2/silence/" + id))
                    .contains("\"state\":\"active\"")
                    .contains("\"name\":\"path\",\"value\":\"a\\\"b\\\\c é\"")
                    .contains("\"endsAt\":\"" + end.toString().substring(0, 19));
            // Another process, which knows the id only.
            control(server.url()).expire(id);
            assertThat(server.get("/api/v2/silence/" + id)).contains("\"state\":\"expired\"");
            control(server.url()).expire(id);
            control(server.url()).expire(ID);
        }
    }

    @Test
    void aClockThatIsBehindDoesNotMatterAndOneFarBehindIsNamed() throws Exception {
        try (var server = RealAlertmanager.start()) {
            var control = control(server.url());
            assertThat(control.silence(LABELS, now.plusSeconds(300), end, "anna", "x"))
                    .isNotEmpty();
            Instant ahead = now.plusSeconds(7200);
            assertThatThrownBy(() ->
                            control.silence(LABELS, ahead, ahead.plusSeconds(60), "anna", "x"))
                    .isInstanceOf(ControlException.class)
                    .hasMessageContaining("says that it is pending: compare its clock with ours.")
                    .hasMessageEndingWith("It was taken back.");
            assertThat(server.get("/api/v2/silences")).doesNotContain("\"state\":\"pending\"");
        }
    }

    @Test
    void whatCannotBeASilenceIsNotAskedFor() throws Exception {
        var control = control("http://127.0.0.1:1");
        for (var attempt :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> control.silence(Map.of(), now, end, "anna", "x"),
                        () -> control.silence(LABELS, now, end, "anna", " "),
                        () -> control.silence(LABELS, now, now, "anna", "x"))) {
            assertThatThrownBy(attempt).hasMessageContaining("an end that is to come");
        }
    }

    @Test
    void nobodyThereChangesNothingAndSaysSo() throws Exception {
        try (var server = RealAlertmanager.start()) {
            server.kill();
            var control = control(server.url());
            assertThatThrownBy(() -> control.silence(LABELS, now, end, "anna", "x"))
                    .isInstanceOf(ControlException.class)
                    .hasMessageEndingWith("refuses connections: start it, or correct the address.");
            assertThatThrownBy(() -> control.expire(ID))
                    .hasMessageEndingWith("Silence " + ID + " may be in force still.");
        }
    }

    @Test
    void anAnswerThatNeverComesLeavesADoubtThatIsTold() throws Exception {
        try (var server = RealAlertmanager.start()) {
            server.pause();
            var control = control(server.url());
            assertThatThrownBy(() -> control.silence(LABELS, now, end, "anna", "x"))
                    .hasMessageContaining("did not answer within 2000 ms")
                    .hasMessageEndingWith("look for one by anna there.");
            server.resume();
        }
    }

    @Test
    void anAcceptedWriteThatCannotBeReadBackIsNoSuccess() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (var server =
                Misbehaver.answering((request, out) -> {
                    asked.add(request.split(" ")[0]);
                    out.write(
                            request.startsWith("POST")
                                    ? Misbehaver.response(
                                            "200 OK", JSON, "{\"silenceID\":\"" + ID + "\"}")
                                    : Misbehaver.response("404 Not Found", JSON, ""));
                })) {
            var control = control(server.url());
            assertThatThrownBy(() -> control.silence(LABELS, now, end, "anna", "x"))
                    .hasMessageContaining("took silence " + ID + " and does not know it")
                    .hasMessageEndingWith("It was taken back.");
            assertThat(asked).startsWith("POST", "GET").contains("DELETE");
        }
    }

    @Test
    void anotherSilenceThanTheOneAskedForIsTakenBack() throws Exception {
        String wide =
                """
                {"id":"%s","status":{"state":"active"},"comment":"x","createdBy":"anna",
                 "endsAt":"%s","startsAt":"%s","updatedAt":"%s",
                 "matchers":[{"name":"alertname","value":".*","isRegex":true,"isEqual":true}]}
                """
                        .formatted(ID, end, now, now);
        try (var server =
                Misbehaver.answering((request, out) ->
                        out.write(
                                Misbehaver.response(
                                        "200 OK",
                                        JSON,
                                        request.startsWith("POST")
                                                ? "{\"silenceID\":\"" + ID + "\"}"
                                                : wide)))) {
            var control = control(server.url());
            assertThatThrownBy(() -> control.silence(LABELS, now, end, "anna", "x"))
                    .hasMessageContaining("different from what was asked for")
                    .hasMessageEndingWith(
                            "It could not be taken back: expire silence "
                                    + ID
                                    + " there, by hand.");
        }
    }
}
