package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.desk.StateFolder;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `plan`, `apply`, `leases` and `undo`, each a process of its own, on two real HAProxys and a real
/// Prometheus: the same whether a console runs or not.
class FourProcessesTest {
    private static final String ALONE =
            "no console is running: nothing gives this back before you undo it or start one";

    @TempDir Path dir;
    private TwoBalancers site;
    private Path config;

    /// What all of it came to.
    ///
    /// @param outcomes in the words of `apply` and `undo`
    /// @param states of the lease, before and after the undo
    /// @param events kind and author of each, from the journal
    private record Story(List<String> outcomes, List<String> states, List<String> events) {}

    @BeforeEach
    void open() throws Exception {
        site = new TwoBalancers(dir, "weight 100");
        config = site.config(site.two.tcp());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void goTheSameWayWithAConsoleAndWithout() throws Exception {
        Children alone = new Children(config, dir.resolve("alone"), dir);
        Story without = story(alone, false);
        Children beside = new Children(config, dir.resolve("beside"), dir);
        Story with;
        try (Children.Child console = beside.start("console")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> runs(beside.state()));
            with = story(beside, true);
            assertThat(console.process().isAlive()).isTrue();
        }
        assertThat(with).isEqualTo(without);
        assertThat(with.outcomes()).containsExactly("applied", "undone");
        assertThat(with.states()).containsExactly("active", "undone");
        assertThat(with.events())
                .containsExactly(
                        "act.begun ops-1",
                        "act.applied ops-1",
                        "act.undoing ops-2",
                        "act.undone ops-2");
    }

    private static boolean runs(Path state) throws IOException {
        return StateFolder.ownedByConsole(state) && Files.exists(StateFolder.socket(state));
    }

    private Story story(Children spillway, boolean console) throws Exception {
        Map<String, Integer> before = site.weights(site.one);
        Path plan = dir.resolve("plan-" + console + ".json");
        spillway.ok("plan", "redistribute", "web", "--json", "--out", plan.toString());
        assertThat(site.weights(site.one)).as("planned only").isEqualTo(before);

        Cli.Ran apply =
                spillway.ok(
                        "apply",
                        plan.toString(),
                        "--operator",
                        "ops-1",
                        "--reason",
                        "uneven pool",
                        "--json");
        assertThat(apply.err().contains(ALONE)).as(apply.err()).isEqualTo(!console);
        JsonNode applied = Children.json(apply);
        String id = applied.get("id").asString();
        assertReadBack(applied);
        assertThat(site.weights(site.one)).isNotEqualTo(before);

        String active = leased(spillway, id);
        JsonNode undone = Children.json(spillway.ok("undo", id, "--operator", "ops-2", "--json"));
        assertThat(site.weights(site.one)).isEqualTo(before);
        assertThat(site.weights(site.two)).isEqualTo(before);
        return new Story(
                List.of(applied.get("outcome").asString(), undone.get("outcome").asString()),
                List.of(active, leased(spillway, id)),
                events(spillway.state(), id));
    }

    private void assertReadBack(JsonNode applied) {
        assertThat(applied.get("balancers")).hasSize(2);
        for (JsonNode balancer : applied.get("balancers")) {
            boolean first = balancer.get("name").asString().equals("lb-1");
            Map<String, Integer> told = new TreeMap<>();
            balancer.get("weights")
                    .properties()
                    .forEach(e -> told.put(e.getKey(), e.getValue().asInt()));
            assertThat(told).isNotEmpty();
            assertThat(site.weights(first ? site.one : site.two)).containsAllEntriesOf(told);
        }
    }

    /// Looks at every field of the one lease.
    ///
    /// @return its state
    private static String leased(Children spillway, String id) throws Exception {
        JsonNode leases = Children.json(spillway.ok("leases", "--json"));
        assertThat(leases).hasSize(1);
        JsonNode lease = leases.get(0);
        assertThat(lease.get("id").asString()).isEqualTo(id);
        assertThat(lease.get("kind").asString()).isEqualTo("redistribute");
        assertThat(lease.get("pool").asString()).isEqualTo("web");
        assertThat(lease.get("operator").asString()).isEqualTo("ops-1");
        assertThat(lease.get("reason").asString()).isEqualTo("uneven pool");
        assertThat(lease.get("balancers"))
                .extracting(JsonNode::asString)
                .containsExactly("lb-1", "lb-2");
        Instant since = Instant.parse(lease.get("since").asString());
        assertThat(since).isBetween(Instant.now().minusSeconds(300), Instant.now());
        String state = lease.get("state").asString();
        if (state.equals("active")) {
            assertThat(Instant.parse(lease.get("endsAt").asString())).isAfter(since);
        } else {
            assertThat(lease.get("endsAt").isNull()).isTrue();
        }
        return state;
    }

    private static List<String> events(Path state, String id) throws Exception {
        try (Journal journal = Journal.open(state.resolve("journal.db"))) {
            // Whether an alarm rings depends on how long all this takes.
            List<Event> events = journal.since(0, "act.", "lease.");
            assertThat(events).extracting(Event::subject).containsOnly(id);
            // How many steps it takes depends on the load at that moment.
            return events.stream()
                    .filter(e -> !e.kind().equals("act.stepped"))
                    .map(e -> e.kind() + " " + e.author())
                    .toList();
        }
    }
}
