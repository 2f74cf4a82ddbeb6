package io.spillway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The metrics engine over HTTP, as a desk asks it.
class MetricsApiTest {
    private static final String CPU =
            "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5s]))";
    private static final String REQUESTS =
            "sum by (proxy, server) (rate(haproxy_server_http_responses_total[5s]))";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private PracticeFleet fleet;

    @BeforeEach
    void start() throws IOException {
        fleet = PracticeFleet.start(PracticeOptions.of(Scenario.SURGE));
        fleet.step(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void cpuComesByInstanceInTheEnginesShape() throws Exception {
        JsonNode answer = json.readTree(post("query", "query", CPU).body());

        assertThat(answer.at("/status").asString()).isEqualTo("success");
        assertThat(answer.at("/data/resultType").asString()).isEqualTo("vector");
        JsonNode result = answer.at("/data/result");
        assertThat(result.size()).isEqualTo(24);
        assertThat(result.get(0).at("/metric/instance").asString()).isEqualTo("127.81.0.1:9100");
        assertThat(result.get(0).at("/metric").size()).isEqualTo(1);
        assertThat(result.get(0).at("/value/0").isNumber()).isTrue();
        assertThat(result.get(0).at("/value/0").asDouble())
                .isEqualTo(fleet.clock().millis() / 1000.0);
        assertThat(result.get(0).at("/value/1").isString()).isTrue();
        assertThat(value(result.get(0))).isBetween(0.3, 0.6);
    }

    @Test
    void everyDefaultQueryAnswersForEveryServer() throws Exception {
        for (String query :
                new String[] {
                    REQUESTS,
                    "sum by (proxy, server) (haproxy_server_current_sessions)",
                    "sum by (proxy, server) (haproxy_server_current_queue)",
                    "sum by (proxy, server) (rate(haproxy_server_http_responses_total{code=\"5xx\"}"
                            + "[20s])) / (sum by (proxy, server)"
                            + " (rate(haproxy_server_http_responses_total[20s])) > 0)",
                    "max by (proxy, server) (haproxy_server_response_time_average_seconds)",
                    "min by (proxy, server) (timestamp(haproxy_server_http_responses_total))",
                    "min by (proxy, server) (timestamp(haproxy_server_current_sessions))",
                }) {
            JsonNode result = query(query);
            // Servers without traffic have no share of errors.
            assertThat(result.size()).as(query).isEqualTo(query.contains("5xx") ? 22 : 24);
            assertThat(result.get(0).at("/metric/proxy").asString()).isEqualTo("web");
            assertThat(result.get(0).at("/metric/server").asString()).isEqualTo("web-01");
        }
        JsonNode times =
                query("max by (instance) (timestamp(node_cpu_seconds_total{mode=\"idle\"}))");
        assertThat(times.size()).isEqualTo(24);
        assertThat(value(times.get(3))).isEqualTo(fleet.clock().millis() / 1000.0);
    }

    @Test
    void ratesAgreeWithTheCountersTheyAreTakenOf() throws Exception {
        String raw = "haproxy_server_http_responses_total{server=\"web-01\"}";
        double before = sum(query(raw));
        fleet.step(Duration.ofSeconds(5));

        assertThat(query(raw).size()).isEqualTo(12);
        assertThat(value(query(REQUESTS).get(0)))
                .isCloseTo((sum(query(raw)) - before) / 5, within(3.0));
        String idle = "node_cpu_seconds_total{instance=\"127.81.0.1:9100\",mode=\"idle\"}";
        double idleBefore = sum(query(idle));
        fleet.step(Duration.ofSeconds(5));
        assertThat(value(query(CPU).get(0)))
                .isCloseTo(1 - (sum(query(idle)) - idleBefore) / 5, within(0.001));
    }

    @Test
    void upAndItsTimestampNameEveryTarget() throws Exception {
        assertThat(query("up").size()).isEqualTo(26);
        assertThat(sum(query("up"))).isEqualTo(26);
        assertThat(query("up{job=\"haproxy\"}").size()).isEqualTo(2);
        assertThat(query("up{job=\"nothing\"}").size()).isZero();
        JsonNode times = query("timestamp(up)");
        assertThat(times.size()).isEqualTo(26);
        assertThat(times.get(0).at("/metric").has("__name__")).isFalse();
        assertThat(value(times.get(0))).isEqualTo(fleet.clock().millis() / 1000.0);
    }

    @Test
    void poolsCanBeSummed() throws Exception {
        JsonNode pools = query("sum by (proxy) (rate(haproxy_server_http_responses_total[5s]))");
        assertThat(pools.size()).isEqualTo(3);
        JsonNode all = query("sum(rate(haproxy_server_http_responses_total[5s]))");
        assertThat(value(all.get(0))).isCloseTo(sum(query(REQUESTS)), within(0.01));
        assertThat(value(all.get(0))).isCloseTo(sum(pools), within(0.01));
        assertThat(value(query("max(" + CPU + ")").get(0))).isBetween(0.4, 0.6);
    }

    @Test
    void weightsAreThoseOfTheBalancers() throws Exception {
        Cli.ask(Cli.endpoint(fleet, "lb-2"), "set server web/web-01 weight 7\n");
        JsonNode weights = query("haproxy_server_weight{server=\"web-01\"}");
        assertThat(value(weights.get(0))).isEqualTo(100);
        assertThat(value(weights.get(1))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "histogram_quantile(0.9, x)",
                "topk(3, up)",
                "rate(up[5s]) + 1",
                "process_cpu_seconds_total",
                "up{job=~\"node\"}",
                "up[5s]",
                "",
            })
    void everythingElseIsRefused(String query) throws Exception {
        HttpResponse<String> answer = post("query", "query", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.at("/status").asString()).isEqualTo("error");
        assertThat(body.at("/errorType").asString()).isEqualTo("bad_data");
        assertThat(body.at("/error").asString())
                .startsWith("the practice fleet is no PromQL engine: ");
    }

    @Test
    void getWorksTooAndGzipIsHonoured() throws Exception {
        String query = "?query=" + encode("up{job=\"haproxy\"}") + "&time=" + nowSeconds();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(fleet.prometheusUrl() + "/api/v1/query" + query))
                        .header("Accept-Encoding", "gzip")
                        .build();
        HttpResponse<java.io.InputStream> answer =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream body = new GZIPInputStream(answer.body())) {
            assertThat(json.readTree(body).at("/data/result").size()).isEqualTo(2);
        }
    }

    @Test
    void targetsTellTheScrapeInterval() throws Exception {
        JsonNode targets = json.readTree(get("/api/v1/targets?state=active").body());
        assertThat(targets.at("/data/activeTargets").size()).isEqualTo(26);
        JsonNode first = targets.at("/data/activeTargets/0");
        assertThat(first.at("/scrapeInterval").asString()).isEqualTo("1s");
        assertThat(first.at("/health").asString()).isEqualTo("up");
        assertThat(first.at("/labels/instance").asString()).isEqualTo("127.81.0.1:9100");
        try (PracticeFleet fast =
                PracticeFleet.start(PracticeOptions.of(Scenario.REFERENCE_OUTAGE))) {
            JsonNode slow =
                    json.readTree(
                            http.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(
                                                                    fast.prometheusUrl()
                                                                            + "/api/v1/targets"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body());
            assertThat(slow.at("/data/activeTargets/0/scrapeInterval").asString()).isEqualTo("20s");
        }
    }

    @Test
    void theEngineSaysThatItIsPractice() throws Exception {
        JsonNode info = json.readTree(get("/api/v1/status/buildinfo").body());
        assertThat(info.at("/data/version").asString()).isEqualTo("spillway-practice");
        assertThat(get("/-/ready").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/nothing").body()).isEqualTo("404 page not found\n");
    }

    @Test
    void aSilentEngineClosesConnectionsUntilItSpeaksAgain() throws Exception {
        fleet.prometheusDown(true);
        assertThatThrownBy(() -> get("/-/ready")).isInstanceOf(IOException.class);
        assertThat(Cli.ask(Cli.endpoint(fleet, "lb-1"), "show version\n")).startsWith("2.6");

        fleet.prometheusDown(false);
        assertThat(get("/-/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void inBlindTheEngineFallsSilentAfterAMinuteForGood() throws Exception {
        fleet.close();
        fleet = PracticeFleet.start(PracticeOptions.of(Scenario.BLIND));
        fleet.step(Duration.ofSeconds(59));
        assertThat(get("/-/ready").statusCode()).isEqualTo(200);

        fleet.step(Duration.ofSeconds(1));
        assertThatThrownBy(() -> get("/-/ready")).isInstanceOf(IOException.class);
        assertThat(Cli.ask(Cli.endpoint(fleet, "lb-1"), "show version\n")).startsWith("2.6");
        fleet.step(Duration.ofHours(1));
        assertThatThrownBy(() -> get("/-/ready")).isInstanceOf(IOException.class);
    }

    private String nowSeconds() {
        return Long.toString(fleet.clock().millis() / 1000);
    }

    private JsonNode query(String query) throws Exception {
        HttpResponse<String> answer = post("query", "query", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).at("/data/result");
    }

    private static double value(JsonNode series) {
        return Double.parseDouble(series.at("/value/1").asString());
    }

    private static double sum(JsonNode result) {
        double sum = 0;
        for (JsonNode series : result) {
            sum += value(series);
        }
        return sum;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(fleet.prometheusUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String name, String value) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(fleet.prometheusUrl() + "/api/v1/" + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(name + "=" + encode(value)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
