package io.spillway.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.action.ActResult.Outcome;
import io.spillway.action.Actuator;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.journal.Journal;
import io.spillway.relief.Plan;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every balancer must show: it is read, its figures carry times, an act on it is read back
/// and taken back, and an answer of yes is not believed.
class ExampleBalancerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");
    private static final Map<Knob, Integer> EVEN = weights(50, 50);
    private static final Map<Knob, Integer> MOVED = weights(80, 20);

    @TempDir Path folder;
    private HttpClients clients;
    private SluiceServer server;
    private SluiceSource source;
    private Journal journal;
    private Actuator actuator;

    @BeforeEach
    void start() throws Exception {
        clients = new HttpClients();
        server = new SluiceServer();
        var access = new HttpAccess(Login.none(), null, Duration.ofSeconds(2));
        var client = new SluiceClient(HttpUrl.get(server.url()), access, clients);
        source = new SluiceSource("lb-1", client);
        journal = Journal.open(folder.resolve("journal.db"));
        actuator =
                new Actuator(
                        Map.of("lb-1", new SluiceControl("lb-1", client)),
                        journal,
                        () -> NOW,
                        "ops-1");
    }

    @AfterEach
    void stop() {
        journal.close();
        server.close();
        clients.close();
    }

    private static Map<Knob, Integer> weights(int one, int two) {
        return Map.of(Knob.weight("web-1"), one, Knob.weight("web-2"), two);
    }

    private BalancerState seen() throws Exception {
        return Objects.requireNonNull(source.poll(NOW).balancer());
    }

    private Plan plan() throws Exception {
        return new Plan(
                "redistribute",
                "web",
                "be_web",
                0,
                0.9,
                0.7,
                List.of(),
                List.of(),
                List.of(MOVED),
                0,
                Map.of(),
                Map.of("lb-1", seen().values("be_web")),
                List.of(),
                "Move some of web.");
    }

    @Test
    void ratesAreWhatGrewBetweenTwoPolls() throws Exception {
        assertThat(source.poll(NOW).samples()).isEmpty();
        server.serve(40);
        SourceReport second = source.poll(NOW.plusSeconds(2));
        assertThat(second.samples())
                .hasSize(2)
                .allSatisfy(s -> {
                    assertThat(s.metric()).isEqualTo(Metric.REQUESTS);
                    assertThat(s.value()).isEqualTo(20);
                    assertThat(s.time()).isEqualTo(NOW.plusSeconds(2).toEpochMilli());
                })
                .extracting(Sample::interval)
                .containsOnly(2_000L);
    }

    @Test
    void anActIsReadBackAndTakenBack() throws Exception {
        var applied = actuator.apply(plan(), "anna", "crowd");
        assertThat(applied.outcome()).as(applied.message()).isEqualTo(Outcome.APPLIED);
        assertThat(seen().values("be_web")).containsAllEntriesOf(MOVED);
        assertThat(actuator.drifts(List.of(seen()))).isEmpty();
        var undone = actuator.undo(applied.id(), "anna");
        assertThat(undone.outcome()).as(undone.message()).isEqualTo(Outcome.UNDONE);
        assertThat(seen().values("be_web")).containsAllEntriesOf(EVEN);
    }

    @Test
    void aYesIsNoProof() throws Exception {
        Plan plan = plan();
        server.fallDeaf();
        assertThat(actuator.apply(plan, "anna", "crowd").outcome()).isNotEqualTo(Outcome.APPLIED);
        assertThat(seen().values("be_web")).containsAllEntriesOf(EVEN);
    }

    @Test
    void whatIsWrongIsASentence() throws IOException {
        server.close();
        assertThatThrownBy(() -> source.poll(NOW))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("Sluice at http://127.0.0.1:")
                .hasMessageEndingWith("see whether it runs there.");
    }
}
