package io.spillway.bench;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.watch.Outlook;
import io.spillway.watch.Watch;
import io.spillway.watch.capacity.ServerEstimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one tick of watch costs over 10,000 servers in 20 pools. `interval` 1000 is what happens
/// each second, with a step in every fifteenth tick; at 15000 every tick ends a step.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class WatchBench {
    private static final int SERVERS = 10_000;
    private static final int POOLS = 20;
    private static final int VARIANTS = 61;

    /// Milliseconds between ticks.
    @Param({"1000", "15000"})
    public int interval;

    private final Watch watch = new Watch(List.of());
    private List<Pool> pools = List.of();
    private List<Server> servers = List.of();
    private final float[][] cpu = new float[VARIANTS][SERVERS];
    private final float[][] requests = new float[VARIANTS][SERVERS];
    private final float[][] values = new float[Metric.values().length][SERVERS];
    private final long[][] times = new long[Metric.values().length][SERVERS];
    private final byte[][] live = new byte[Metric.values().length][SERVERS];
    private long time = 1_795_000_000_000L;
    private FleetState tick = FleetState.empty(0, List.of());

    /// Makes the readings of a minute, which repeat, and lets watch learn from an hour.
    @Setup(Level.Trial)
    public void learn() {
        Match match = new Match(Match.By.ADDRESS, "", "");
        List<Pool> groups = new ArrayList<>();
        for (int p = 0; p < POOLS; p++) {
            groups.add(new Pool("pool" + p, "pool" + p, 0.9, 0, List.of(), match));
        }
        Random random = new Random(1);
        List<Server> all = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            all.add(new Server("pool" + i * POOLS / SERVERS, "server" + i, ""));
            double slope = 0.001 * Math.exp(0.35 * random.nextGaussian());
            for (int v = 0; v < VARIANTS; v++) {
                double load = 250 + 40 * random.nextGaussian();
                requests[v][i] = (float) load;
                cpu[v][i] = (float) Math.clamp(0.05 + slope * load, 0.01, 1);
            }
        }
        pools = List.copyOf(groups);
        servers = List.copyOf(all);
        for (int t = 0; t < 240; t++) {
            time += ServerEstimator.STEP - interval;
            next();
            tick();
        }
    }

    /// Brings the next readings, without garbage of its own worth counting.
    @Setup(Level.Invocation)
    public void next() {
        time += interval;
        int variant = (int) (time / interval % VARIANTS);
        values[Metric.CPU.ordinal()] = cpu[variant];
        values[Metric.REQUESTS.ordinal()] = requests[variant];
        for (long[] column : times) {
            Arrays.fill(column, time);
        }
        tick = new FleetState(time, pools, servers, values, times, live, List.of());
    }

    /// One tick.
    @Benchmark
    public Outlook tick() {
        Outlook outlook = watch.step(tick, List.of(), List.of(), Map.of());
        if (outlook.servers().atLimit().length < SERVERS) {
            throw new IllegalStateException("Watch lost servers.");
        }
        return outlook;
    }
}
