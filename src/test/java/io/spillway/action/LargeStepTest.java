package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.ActResult.Outcome;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Plans;
import io.spillway.testing.RealHaproxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One step that changes 500 weights on two real HAProxys.
class LargeStepTest {
    private static final int SERVERS = 500;

    @TempDir Path dir;

    @Test
    void isSentAndReadBackWhole() throws Exception {
        StringBuilder text = new StringBuilder("backend be_web\n  balance roundrobin\n");
        Map<String, Integer> before = new LinkedHashMap<>();
        Map<String, Integer> goal = new LinkedHashMap<>();
        for (int i = 1; i <= SERVERS; i++) {
            text.append("  server web-%d 127.0.0.1:9 weight 100\n".formatted(i));
            before.put("web-" + i, 100);
            goal.put("web-" + i, i % 2 == 0 ? 120 : 80);
        }
        Path one = Files.createDirectory(dir.resolve("1"));
        Path two = Files.createDirectory(dir.resolve("2"));
        try (RealHaproxy first = RealHaproxy.start(one, text.toString());
                RealHaproxy second = RealHaproxy.start(two, text.toString());
                Journal journal = Journal.open(dir.resolve("journal.db"));
                TrafficControl here = RealPair.control("lb-1", first.unix());
                TrafficControl there = RealPair.control("lb-2", second.tcp())) {
            Instant now = Instant.parse("2026-11-22T03:58:12Z");
            Actuator actuator =
                    new Actuator(Map.of("lb-1", here, "lb-2", there), journal, () -> now, "ops-1");
            long start = System.nanoTime();
            ActResult result =
                    actuator.apply(
                            Plans.ofWeights(
                                    "redistribute",
                                    "web",
                                    "be_web",
                                    0,
                                    0.9,
                                    0.7,
                                    List.of(),
                                    List.of(goal),
                                    Map.of("lb-1", before, "lb-2", before),
                                    List.of(),
                                    ""),
                            "anna",
                            "crowd");
            System.out.printf(
                    "%d weights on 2 balancers sent and read back in %.0f ms%n",
                    SERVERS, (System.nanoTime() - start) / 1e6);
            assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.APPLIED);
            assertThat(here.read("be_web")).containsAllEntriesOf(Knob.weights(goal));
            assertThat(there.read("be_web")).containsAllEntriesOf(Knob.weights(goal));
        }
    }
}
