package io.spillway.practice;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The machines of a practice fleet, as columns over all servers. Fixed once built.
final class Park {
    static final List<String> BALANCERS = List.of("lb-1", "lb-2");
    static final int PORT = 8080;
    static final int NODE_PORT = 9100;
    static final int INITIAL_WEIGHT = 100;

    /// Pool whose traffic passes the gates.
    static final int GATED = 0;

    /// Servers that `web` has in reserve, of this size.
    private static final int SPARE = 2;

    private static final int SPARE_CORES = 8;
    private static final Duration SLOW_START = Duration.ofSeconds(30);
    private static final double CPU_LIMIT = 0.9;

    /// Half of `web` are small machines, a third middling, a sixth large.
    private static final int[] MIXED_CORES = {4, 8, 4, 16, 4, 8};

    private static final int[] EQUAL_CORES = {8};

    /// One pool: its servers are `first` to `first + count - 1`, then come those in reserve.
    ///
    /// @param count servers that serve from the start
    /// @param spare servers in reserve
    /// @param slowStart of its servers when they leave maintenance
    /// @param cpuSeconds processor time that a request of cost 1 takes on one core
    /// @param serviceSeconds how long a request takes on an idle server
    record Group(
            String name,
            int first,
            int count,
            int spare,
            Duration slowStart,
            double cpuSeconds,
            double serviceSeconds) {
        int end() {
            return first + count + spare;
        }

        /// After the last server that serves from the start.
        int serving() {
            return first + count;
        }
    }

    final List<Group> groups;
    final String[] names;
    final String[] hosts;
    final int[] group;
    final int[] cores;

    /// What draws all that varies at a server, whatever else the fleet has.
    final int[] seeds;

    /// Cores times the machine's own speed.
    final double[] power;

    /// Share of the machine that does not serve requests, 0..1.
    final double[] background;

    Park(int servers, Noise noise) {
        int web = Math.max(3, Math.round(servers * 12 / 22f));
        int checkout = Math.max(1, Math.round(servers * 4 / 22f));
        int api = servers - web - checkout;
        int next = web + SPARE;
        groups =
                List.of(
                        new Group("web", 0, web, SPARE, SLOW_START, 0.004, 0.045),
                        new Group("api", next, api, 0, Duration.ZERO, 0.002, 0.018),
                        new Group(
                                "checkout", next + api, checkout, 0, Duration.ZERO, 0.012, 0.085));
        int all = servers + SPARE;
        names = new String[all];
        hosts = new String[all];
        group = new int[all];
        cores = new int[all];
        seeds = new int[all];
        power = new double[all];
        background = new double[all];
        for (int g = 0; g < groups.size(); g++) {
            fill(g, g == 0 ? MIXED_CORES : EQUAL_CORES, noise);
        }
    }

    private void fill(int g, int[] sizes, Noise noise) {
        Group it = groups.get(g);
        int size = it.end() - it.first();
        int digits = Math.max(2, Integer.toString(size).length());
        for (int k = 0; k < size; k++) {
            int i = it.first() + k;
            boolean spare = i >= it.serving();
            seeds[i] = spare ? 1_000_000 + i : i - (g == 0 ? 0 : SPARE);
            names[i] = ("%s-%0" + digits + "d").formatted(it.name(), k + 1);
            hosts[i] = "127.%d.%d.%d".formatted(81 + g, k / 250, k % 250 + 1);
            group[i] = g;
            cores[i] = spare ? SPARE_CORES : sizes[k % sizes.length];
            power[i] = cores[i] * (0.96 + 0.08 * noise.uniform(1, seeds[i]));
            background[i] = 0.03 + 0.05 * noise.uniform(2, seeds[i]);
        }
    }

    int size() {
        return names.length;
    }

    /// True for a server that is declared `disabled`.
    boolean spare(int server) {
        return server >= groupOf(server).serving();
    }

    Group groupOf(int server) {
        return groups.get(group[server]);
    }

    /// Requests per second of cost 1 that fill this server's processors.
    double capacity(int server) {
        return (1 - background[server]) * power[server] / groupOf(server).cpuSeconds();
    }

    /// Requests per second of cost 1 to the whole pool that, split evenly, bring its busiest server
    /// to this share of CPU.
    double rateForHottest(Group it, double cpu) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = it.first(); i < it.serving(); i++) {
            least = Math.min(least, (cpu - background[i]) * power[i] / it.cpuSeconds());
        }
        return least * it.count();
    }

    /// The pools as a desk is configured with them.
    List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        Match match = new Match(Match.By.ADDRESS, "instance", "");
        for (Group it : groups) {
            int least = (it.count() + 1) / 2;
            List<String> spare = List.of(names).subList(it.serving(), it.end());
            Standby standby = new Standby(spare, it.slowStart(), Duration.ZERO);
            pools.add(
                    new Pool(
                            it.name(), it.name(), CPU_LIMIT, least, BALANCERS, match, 0, 0,
                            standby));
        }
        return pools;
    }

    /// Index of a pool by name, -1 if there is none.
    int findGroup(String name) {
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).name().equals(name)) {
                return g;
            }
        }
        return -1;
    }

    /// Index of a server by name within a pool, -1 if there is none.
    int findServer(int g, String name) {
        Group it = groups.get(g);
        int at = Arrays.binarySearch(names, it.first(), it.end(), name);
        return at < 0 ? -1 : at;
    }
}
