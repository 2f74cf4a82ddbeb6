package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.Alert;
import io.spillway.source.SourceReport;
import io.spillway.testing.Misbehaver;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What the engine tells of its alerts, beside the metrics, which all is well with.
class EngineAlertsTest {
    private static final String EMPTY =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";
    private static final String UP =
            "{\"status\":\"success\",\"data\":{\"result\":"
                    + "[{\"metric\":{\"job\":\"a\"},\"value\":[1795347664,\"1\"]}]}}";

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    private SourceReport until(String status, String body, Predicate<SourceReport> holds)
            throws Exception {
        try (var server =
                        Misbehaver.answering((request, out) ->
                                out.write(
                                        request.startsWith("GET /api/v1/alerts ")
                                                ? Misbehaver.response(
                                                        status, "application/json", body)
                                                : Misbehaver.response(
                                                        "200 OK",
                                                        "application/json",
                                                        request.endsWith("query=up&nocache=1")
                                                                ? UP
                                                                : EMPTY)));
                var sources = Sources.at(server.url())) {
            return await().until(
                            () -> sources.source.poll(now.updateAndGet(t -> t.plusSeconds(6))),
                            holds);
        }
    }

    @Test
    void pendingAndFiringOnesAreToldWithTheirWords() throws Exception {
        String body =
                """
                {"status":"success","data":{"alerts":[
                {"labels":{"alertname":"Hot","severity":"page"},"annotations":{"summary":"s",
                 "description":"d"},"state":"firing","activeAt":"2026-11-22T11:59:58.5Z","value":"1e+00"},
                {"labels":{"alertname":"Warm"},"annotations":{},"state":"pending",
                 "activeAt":"2026-11-22T11:59:59Z","value":"1e+00"},
                {"labels":{"alertname":"Old"},"annotations":{},"state":"inactive"}]}}
                """;
        SourceReport report = until("200 OK", body, r -> r.alerts() != null);
        assertThat(report.message()).isEmpty();
        assertThat(report.alerts())
                .extracting(a -> a.name() + " " + a.state() + " " + a.severity())
                .containsExactly("Hot FIRING page", "Warm PENDING ");
        assertThat(report.alerts())
                .first()
                .satisfies((Alert hot) -> {
                    assertThat(hot.summary()).isEqualTo("s");
                    assertThat(hot.description()).isEqualTo("d");
                    assertThat(hot.source()).isEqualTo("metrics");
                    assertThat(hot.start())
                            .isEqualTo(Instant.parse("2026-11-22T11:59:58.5Z").toEpochMilli());
                });
    }

    @Test
    void anEngineWithoutRulesHasNone() throws Exception {
        SourceReport report = until("404 Not Found", "", r -> r.alerts() != null);
        assertThat(report.alerts()).isEmpty();
        assertThat(report.message()).isEmpty();
    }

    @Test
    void whereTheQuestionFailsTheyAreNotKnownAndItSaysWhy() throws Exception {
        SourceReport report = until("500 Oops", "disk full", r -> !r.message().isEmpty());
        assertThat(report.alerts()).isNull();
        assertThat(report.message()).contains("failed with status 500 (disk full): see its log.");
        String refusal = "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"busy\"}";
        assertThat(until("503 Busy", refusal, r -> !r.message().isEmpty()).message())
                .contains("refuses to tell its alerts (internal: busy): see its log.");
        assertThat(until("200 OK", "{\"a\":1}", r -> !r.message().isEmpty()).message())
                .contains("JSON that is not the query API's");
    }
}
