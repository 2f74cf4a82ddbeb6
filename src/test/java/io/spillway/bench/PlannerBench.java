package io.spillway.bench;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.relief.Ghosts;
import io.spillway.relief.Line;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.Redistribute;
import io.spillway.relief.fill.Aim;
import io.spillway.relief.fill.Fill;
import io.spillway.relief.fill.Filling;
import io.spillway.relief.fill.Role;
import io.spillway.relief.fill.Servers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/// What planning one pool costs: the arithmetic alone (`medianMillis`), the whole plan with its
/// checks and maps (`planMedianMillis`), and the ghosts of one dragged weight.
public final class PlannerBench {
    private static final int WARM = 150;
    private static final int RUNS = 201;

    private PlannerBench() {}

    /// `[--servers N] [--json]`, 10,000 servers if not said otherwise.
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        int at = words.indexOf("--servers");
        int n = at < 0 ? 10_000 : Integer.parseInt(words.get(at + 1));
        PoolInput input = input(n, new Random(1));
        Servers servers = servers(input);
        Aim aim = Aim.of(demand(servers), 0.7);
        Filling filling = Fill.plan(servers, aim);
        double[] core = millis(() -> Fill.plan(servers, aim).goal().length);
        double[] plan = millis(() -> Redistribute.plan(input).servers().size());
        Ghosts ghosts = new Ghosts(input);
        Map<Knob, Integer> dragged = Knob.weights(Map.of("s000000", 200));
        double[] ghost = millis(() -> ghosts.with(dragged).size());
        String form =
                words.contains("--json")
                        ? "{\"servers\":%d,\"medianMillis\":%.3f,\"p99Millis\":%.3f,"
                                + "\"planMedianMillis\":%.3f,\"ghostsMedianMillis\":%.3f,"
                                + "\"before\":%.4f,\"after\":%.4f,\"steps\":%d}%n"
                        : "%d servers: planned in %.2f ms median, %.2f ms p99; the whole plan"
                                + " %.2f ms; ghosts %.2f ms; highest CPU %.3f to %.3f in %d steps%n";
        System.out.printf(
                Locale.ROOT,
                form,
                n,
                core[RUNS / 2],
                core[RUNS * 99 / 100],
                plan[RUNS / 2],
                ghost[RUNS / 2],
                filling.before(),
                filling.after(),
                filling.steps().size());
    }

    /// Sorted durations.
    private static double[] millis(IntSupplier work) {
        double[] times = new double[RUNS];
        int sink = 0;
        for (int i = -WARM; i < RUNS; i++) {
            long start = System.nanoTime();
            sink += work.getAsInt();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        if (sink == 0) {
            throw new IllegalStateException("Nothing was planned.");
        }
        Arrays.sort(times);
        return times;
    }

    private static PoolInput input(int n, Random random) {
        List<ServerInput> servers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double cost = 0.001 * Math.exp(0.35 * random.nextGaussian());
            double background = 0.03 + 0.09 * random.nextDouble();
            double requests = 500;
            servers.add(
                    new ServerInput(
                                    String.format(Locale.ROOT, "s%06d", i),
                                    Map.of("lb-1", 100, "lb-2", 100),
                                    Math.min(1, background + cost * requests),
                                    requests,
                                    AdminState.READY,
                                    OperState.UP,
                                    Quality.LIVE)
                            .with(new Line(cost, background, 0.02)));
        }
        Match match = new Match(Match.By.ADDRESS, "", "");
        Pool pool = new Pool("web", "be", 0.9, 0, List.of("lb-1", "lb-2"), match);
        return new PoolInput(pool, 0, servers);
    }

    private static Servers servers(PoolInput input) {
        int n = input.servers().size();
        Role[] roles = new Role[n];
        Arrays.fill(roles, Role.FREE);
        int[] weights = new int[n];
        Arrays.fill(weights, 100);
        return new Servers(
                input.servers().stream().mapToDouble(s -> s.line().cost()).toArray(),
                input.servers().stream().mapToDouble(s -> s.line().background()).toArray(),
                weights,
                roles);
    }

    private static double demand(Servers servers) {
        return 500.0 * servers.size();
    }
}
