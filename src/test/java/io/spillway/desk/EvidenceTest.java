package io.spillway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.source.SourceReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a join passes on beside readings.
class EvidenceTest {
    private static final long NOW = 1_000_000;
    private static final long POLL = 1_000;
    private static final float NONE = Float.NaN;

    private static final Pool WEB =
            new Pool(
                    "web",
                    "be_web",
                    0.9,
                    1,
                    List.of("lb-1", "lb-2"),
                    new Match(Match.By.ADDRESS, "instance", ""));

    private final Join join = join();

    private static Join join() {
        Map<String, Boolean> sources = new LinkedHashMap<>();
        sources.put("lb-1", true);
        sources.put("lb-2", true);
        sources.put("metrics", false);
        return new Join(List.of(WEB), sources);
    }

    private static Slot slot(String server, String address) {
        return new Slot("be_web", server, address, 100, 100, AdminState.READY, OperState.UP);
    }

    private void balancer(String name, long time, KeyRate... keys) {
        var slots = List.of(slot("a", "10.0.0.1:80"), slot("b", "10.0.0.2:80"));
        var state = new BalancerState(name, "2.6", 1, 1, time, slots);
        join.take(
                name, new SourceReport(List.of(), state, List.of(keys), List.of(), List.of(), ""));
    }

    private static KeyRate frontend(String name, float requests, float refused) {
        return new KeyRate(Dimension.FRONTEND, name, requests, 1, NONE, refused);
    }

    @Test
    void theSameFrontendOfSeveralBalancersAddsUp() {
        balancer("lb-1", NOW, frontend("web", 10, 2), frontend("api", 5, NONE));
        balancer("lb-2", NOW, frontend("web", 20, NONE));
        assertThat(join.keys(NOW, POLL))
                .containsExactly(
                        new KeyRate(Dimension.FRONTEND, "web", 30, 2, NONE, 2),
                        frontend("api", 5, NONE));
        balancer("lb-1", NOW + 1000, frontend("web", 11, 2));
        assertThat(join.keys(NOW + 1000, POLL))
                .containsExactly(new KeyRate(Dimension.FRONTEND, "web", 31, 2, NONE, 2));
    }

    @Test
    void aBalancerThatFellSilentTellsNothingOfNow() {
        balancer("lb-1", NOW, frontend("web", 10, 0));
        balancer("lb-2", NOW + 30_000, frontend("web", 20, 0));
        assertThat(join.keys(NOW + 30_000, POLL)).containsExactly(frontend("web", 20, 0));
        assertThat(join.keys(NOW + 30_000, 15_000)).hasSize(1).allMatch(k -> k.requests() == 30);
    }

    private static LoggedRequest request(int time) {
        return new LoggedRequest(time, "10.9.9.9", "GET", "/", 200, 1, "", "", "fe", "a");
    }

    private void log(int from, int to) {
        var requests = IntStream.range(from, to).mapToObj(EvidenceTest::request).toList();
        join.take("access", new SourceReport(List.of(), null, List.of(), requests, List.of(), ""));
    }

    @Test
    void requestsAreTakenOnce() {
        log(0, 3);
        log(3, 5);
        assertThat(join.takeRequests())
                .extracting(LoggedRequest::time)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(join.takeRequests()).isEmpty();
        log(0, 59_000);
        log(59_000, 61_000);
        assertThat(join.takeRequests())
                .hasSize(60_000)
                .first()
                .extracting(LoggedRequest::time)
                .isEqualTo(1000L);
    }

    private static ProcessShare share(
            String instance, String process, double cores, double usual, int machine) {
        return new ProcessShare(
                Map.of("instance", instance, "job", "process"),
                process,
                (float) cores,
                (float) usual,
                machine,
                NOW);
    }

    private void processes(ProcessShare... shares) {
        join.take(
                "metrics",
                new SourceReport(List.of(), null, List.of(), List.of(), List.of(shares), ""));
    }

    private List<String> named(String server, long now) {
        return join.processes(now).entrySet().stream()
                .filter(e -> e.getKey().name().equals(server))
                .flatMap(e -> e.getValue().stream())
                .map(ProcessShare::process)
                .toList();
    }

    @Test
    void processesAreJoinedToServersTheSuspectFirst() {
        balancer("lb-1", NOW);
        processes(
                share("10.0.0.1:9256", "java", 2.1, 2, 4),
                share("10.0.0.1:9256", "backup", 0.8, 0, 4),
                share("10.0.0.1:9256", "rsyslogd", 0.1, 0, 4),
                share("10.0.0.2:9256", "node", 1, 0, 0),
                share("10.0.0.2:9256", "java", 3, 1, 0),
                share("10.0.0.9:9256", "java", 3, 1, 4));
        assertThat(join.processes(NOW).keySet()).extracting(Server::name).containsOnly("a", "b");
        assertThat(named("a", NOW)).containsExactly("backup", "java", "rsyslogd");
        assertThat(named("b", NOW)).containsExactly("java", "node");
        assertThat(named("a", NOW + 61_000)).isEmpty();
        processes();
        assertThat(named("a", NOW)).isEmpty();
    }

    @Test
    void sharesNeedTheMachinesCores() {
        assertThat(share("a", "java", 2, 1, 4).share()).isEqualTo(0.5f);
        assertThat(share("a", "java", 2, 1, 4).rise()).isEqualTo(0.25f);
        assertThat(share("a", "java", 2, 1, 0).share()).isNaN();
        assertThat(share("a", "java", 2, 1, 0).rise()).isNaN();
    }
}
