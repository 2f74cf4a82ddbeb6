package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.testing.TripProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `apply` killed between the first weight and the last: whoever comes next is told what was
/// changed, and `undo` restores it.
class KilledTest {
    private static final int LETS = 1;

    @TempDir Path dir;

    @Test
    void theNextCommandNamesWhatWasChangedAndUndoRestoresIt() throws Exception {
        CompletableFuture<Process> victim = new CompletableFuture<>();
        try (TwoBalancers site = new TwoBalancers(dir, "weight 100");
                TripProxy proxy =
                        new TripProxy(
                                site.two.port(), LETS, () -> victim.join().destroyForcibly())) {
            Children spillway =
                    new Children(site.config(proxy.endpoint()), dir.resolve("state"), dir);
            Map<String, Integer> before = site.weights(site.one);
            Path plan = dir.resolve("plan.json");
            spillway.ok("plan", "redistribute", "web", "--out", plan.toString());
            Children.Child apply =
                    spillway.start(
                            "apply", plan.toString(), "--operator", "ops-1", "--reason", "uneven");
            victim.complete(apply.process());
            Cli.Ran ran = apply.ended();
            assertThat(ran.code()).as("%s %s", ran.out(), ran.err()).isEqualTo(128 + 9);

            Map<String, Integer> one = changed(before, site.weights(site.one));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(changed(before, site.weights(site.two)))
                                    .hasSize(LETS)
                                    .isNotEqualTo(one));

            Cli.Ran leases = spillway.ok("leases", "--json");
            JsonNode lease = Children.json(leases).get(0);
            String id = lease.get("id").asString();
            assertThat(lease.get("state").asString()).isEqualTo("interrupted");
            assertNames(leases.err(), id, before, one);
            assertNames(spillway.ok("leases").out(), id, before, one);
            assertNames(spillway.ok("status").out(), id, before, one);

            spillway.ok("undo", id, "--operator", "ops-2");
            assertThat(site.weights(site.one)).isEqualTo(before);
            assertThat(site.weights(site.two)).isEqualTo(before);
            assertThat(
                            Children.json(spillway.ok("leases", "--json"))
                                    .get(0)
                                    .get("state")
                                    .asString())
                    .isEqualTo("undone");
        }
    }

    private static Map<String, Integer> changed(
            Map<String, Integer> before, Map<String, Integer> now) {
        Map<String, Integer> changed = new HashMap<>(now);
        changed.entrySet().removeAll(before.entrySet());
        return changed;
    }

    private static void assertNames(
            String text, String id, Map<String, Integer> before, Map<String, Integer> goal) {
        assertThat(text).contains(id, "lb-1 and lb-2", "Undo " + id);
        // What is said is where the act was going; it was killed on the way there.
        goal.keySet()
                .forEach(server ->
                        assertThat(text)
                                .contains("%s %d → ".formatted(server, before.get(server))));
    }
}
