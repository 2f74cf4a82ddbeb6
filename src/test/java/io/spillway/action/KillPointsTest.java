package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.journal.Journal;
import io.spillway.relief.Plans;
import io.spillway.testing.RealHaproxy;
import io.spillway.testing.TripProxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A console killed at a random weight on its way there or back, or while its lease runs, before
/// two real HAProxys: whoever starts next knows what they hold, and finishes it or takes it back.
/// Two hundred times with `-Dspillway.long=relief`.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillPointsTest {
    static final Instant NOW = Instant.parse("2026-11-22T03:58:12Z");

    private static final boolean LONG = "relief".equals(System.getProperty("spillway.long"));
    private static final int KILLS = Integer.getInteger("spillway.kills", LONG ? 200 : 5);

    /// Weights that one balancer is sent there and back.
    private static final int WEIGHTS = 48;

    @TempDir private Path folder;
    private final Random random = new Random(1);

    @Test
    void whoeverStartsNextPutsItRight() throws Exception {
        try (RealPair pair = new RealPair(folder, 1)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Path file = folder.resolve("journal-%d.db".formatted(kill));
                boolean duringLease = kill % 8 == 4;
                int lets = duringLease ? Integer.MAX_VALUE : random.nextInt(WEIGHTS);
                String where = "kill %d after %d weights".formatted(kill, lets);
                kill(pair, file, lets, random.nextBoolean());
                try (Journal journal = Journal.open(file);
                        TrafficControl one = RealPair.control("lb-1", pair.one.unix());
                        TrafficControl two = RealPair.control("lb-2", pair.two.unix())) {
                    Map<String, TrafficControl> controls = Map.of("lb-1", one, "lb-2", two);
                    Act act = new Ledger(journal).acts().getFirst();
                    explained(where, act, "lb-1", pair.one);
                    explained(where, act, "lb-2", pair.two);
                    putRight(where, new Actuator(controls, journal, () -> NOW, "ops-2"), pair);
                }
            }
        }
    }

    private void kill(RealPair pair, Path file, int lets, boolean first) throws Exception {
        CompletableFuture<Process> child = new CompletableFuture<>();
        RealHaproxy watched = first ? pair.one : pair.two;
        try (TripProxy proxy =
                new TripProxy(watched.port(), lets, () -> child.join().destroyForcibly())) {
            String one = first ? proxy.endpoint() : pair.one.unix();
            String two = first ? pair.two.unix() : proxy.endpoint();
            Process process = ActUntilKilled.start(file, one, two);
            child.complete(process);
            try {
                boolean leased = process.getInputStream().read() == '\n';
                if (leased && lets == Integer.MAX_VALUE) {
                    process.destroyForcibly();
                } else if (leased) {
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                }
                assertThat(process.waitFor()).as("killed").isEqualTo(128 + 9);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /// Every weight is one that the journal says it holds, or is about to.
    private static void explained(String where, Act act, String name, RealHaproxy haproxy) {
        List<Map<Knob, Integer>> stages = act.begun().stages();
        int done = act.now().step();
        List<Map<Knob, Integer>> may =
                switch (act.status()) {
                    case BEGUN ->
                            Stream.concat(
                                            Stream.of(act.before(name)),
                                            stages
                                                    .subList(0, act.begun().preparation() + 1)
                                                    .stream())
                                    .toList();
                    case STEPPING ->
                            stages.subList(
                                    act.begun().preparation() + done - 1,
                                    act.begun().preparation() + done + 1);
                    case APPLIED -> List.of(act.now().intended());
                    case RAMPING -> List.of(act.now().intended(), act.now().way().getFirst());
                    case UNDOING ->
                            Stream.concat(Stream.of(act.before(name)), stages.stream()).toList();
                    default -> List.of();
                };
        RealPair.weights(haproxy)
                .forEach((server, weight) ->
                        assertThat(may)
                                .as("%s: %s has %s of %d in %s", where, name, server, weight, act)
                                .anyMatch(
                                        values -> weight.equals(values.get(Knob.weight(server)))));
    }

    private void putRight(String where, Actuator next, RealPair pair) throws Exception {
        Lease lease = next.allLeases().getFirst();
        String id = lease.id();
        boolean stuck = lease.stuck();
        assertThat(!lease.message().isEmpty()).as(where + ": " + lease).isEqualTo(stuck);
        assertThat(lease.inForce()).as(where).isTrue();
        boolean finish = stuck && random.nextBoolean() && !lease.message().contains("undid");
        if (finish) {
            ActResult result = next.finish(id, "ben");
            while (result.outcome() == ActResult.Outcome.APPLYING) {
                result = next.proceed(id);
            }
            assertThat(result.outcome()).as(where + result).isEqualTo(ActResult.Outcome.APPLIED);
            holds(pair, Plans.byName(Steps.finePlan().goal()));
            assertThat(next.undo(id, "ben").outcome().done()).isTrue();
        } else if (lease.state() == Lease.State.RAMPING && random.nextBoolean()) {
            while (next.allLeases().getFirst().inForce()) {
                ActResult result = next.rampOn(id);
                assertThat(result.outcome().done()).as(where + result).isTrue();
            }
        } else {
            ActResult result = next.undo(id, "ben");
            assertThat(result.outcome().done()).as(where + result).isTrue();
        }
        holds(pair, Scene.ONES);
        assertThat(next.allLeases().getFirst().inForce()).isFalse();
    }

    private static void holds(RealPair pair, Map<String, Integer> weights) {
        assertThat(RealPair.weights(pair.one)).isEqualTo(weights);
        assertThat(RealPair.weights(pair.two)).isEqualTo(weights);
    }
}
