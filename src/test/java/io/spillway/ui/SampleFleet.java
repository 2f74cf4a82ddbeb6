package io.spillway.ui;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Match;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import io.spillway.watch.capacity.ServerCapacities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A made-up fleet that can be changed before it is built.
public final class SampleFleet {
    private final long time;
    private final List<Pool> pools = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<List<Slot>> slots = List.of(new ArrayList<>(), new ArrayList<>());
    private float[][] values = new float[Metric.values().length][0];
    private long[][] times = new long[Metric.values().length][0];
    private byte[][] quality = new byte[Metric.values().length][0];
    private final long[] read;
    private final Random random = new Random(7);

    public SampleFleet(long time) {
        this.time = time;
        this.read = new long[] {time, time};
    }

    /// Adds a pool whose servers run between two shares of CPU.
    public SampleFleet pool(String name, int size, double low, double high) {
        pools.add(
                new Pool(
                        name,
                        name,
                        0.9,
                        size * 2 / 3,
                        List.of("lb-1", "lb-2"),
                        new Match(Match.By.LABEL, "server", "")));
        for (int i = 1; i <= size; i++) {
            String server = String.format(Locale.ROOT, "%s-%03d", name, i);
            String address = "10.0." + pools.size() + "." + i + ":8080";
            servers.add(new Server(name, server, address));
            for (List<Slot> held : slots) {
                held.add(slot(name, server, address, 100, AdminState.READY));
            }
            double cpu = low + (high - low) * random.nextDouble();
            double rate = 380 + 240 * random.nextDouble();
            append(
                    (float) cpu,
                    (float) rate,
                    8 + random.nextInt(30),
                    0,
                    (float) (0.006 * random.nextDouble()),
                    (float) (0.12 + 0.3 * random.nextDouble()));
        }
        return this;
    }

    private static Slot slot(String pool, String server, String at, int weight, AdminState admin) {
        return new Slot(pool, server, at, weight, 100, admin, OperState.UP);
    }

    private void append(float... cells) {
        int n = servers.size() - 1;
        for (int m = 0; m < cells.length; m++) {
            if (n == values[m].length) {
                resize(m, 2 * n + 16);
            }
            values[m][n] = cells[m];
            times[m][n] = time - 1000;
            quality[m][n] = (byte) Quality.LIVE.ordinal();
        }
    }

    private void resize(int metric, int size) {
        values[metric] = Arrays.copyOf(values[metric], size);
        times[metric] = Arrays.copyOf(times[metric], size);
        quality[metric] = Arrays.copyOf(quality[metric], size);
    }

    private int index(String server) {
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).name().equals(server)) {
                return i;
            }
        }
        throw new IllegalArgumentException(server);
    }

    /// What servers of a made-up fleet can carry.
    public static ServerCapacities capacities(int servers) {
        float[][] c = new float[4][servers];
        for (int i = 0; i < servers; i++) {
            c[0][i] = 0.0014f;
            c[1][i] = i == 30 ? 0.22f : 0.03f;
            c[2][i] = 430 + 5 * (i % 9);
            c[3][i] = 0.04f;
        }
        return new ServerCapacities(c[0], c[1], c[2], c[3]);
    }

    /// Multiplies every value of a metric.
    public SampleFleet scale(Metric metric, double by) {
        float[] all = values[metric.ordinal()];
        for (int i = 0; i < servers.size(); i++) {
            all[i] *= (float) by;
        }
        return this;
    }

    public SampleFleet set(Metric metric, String server, double value) {
        values[metric.ordinal()][index(server)] = (float) value;
        return this;
    }

    /// Makes a value old, or takes it away.
    public SampleFleet spoil(Metric metric, String server, Quality how, int ageSeconds) {
        int i = index(server);
        quality[metric.ordinal()][i] = (byte) how.ordinal();
        times[metric.ordinal()][i] = how.hasValue() ? time - ageSeconds * 1000L : 0;
        if (!how.hasValue()) {
            values[metric.ordinal()][i] = Float.NaN;
        }
        return this;
    }

    public SampleFleet spoilAll(Metric metric, Quality how, int ageSeconds) {
        servers.forEach(s -> spoil(metric, s.name(), how, ageSeconds));
        return this;
    }

    /// Sets a weight and an administrative state on one balancer, 0 or 1.
    public SampleFleet hold(int balancer, String server, int weight, AdminState admin) {
        int i = index(server);
        Slot was = slots.get(balancer).get(i);
        slots.get(balancer).set(i, slot(was.backend(), server, was.address(), weight, admin));
        return this;
    }

    /// A balancer, 0 or 1, that was last read so many seconds ago.
    public SampleFleet silent(int balancer, int seconds) {
        read[balancer] = time - seconds * 1000L;
        return this;
    }

    public FleetState build() {
        for (int m = 0; m < values.length; m++) {
            resize(m, servers.size());
        }
        List<BalancerState> balancers = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (!servers.isEmpty()) {
                balancers.add(
                        new BalancerState(
                                "lb-" + (i + 1), "2.6.12", 100 + i, 1, read[i], slots.get(i)));
            }
        }
        return new FleetState(time, pools, servers, values, times, quality, balancers);
    }
}
