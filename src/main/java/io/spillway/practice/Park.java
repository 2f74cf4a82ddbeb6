package io.spillway.practice;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The machines of a practice fleet, as columns over all servers. Fixed once built.
final class Park {
    static final List<String> BALANCERS = List.of("lb-1", "lb-2");
    static final int PORT = 8080;
    static final int NODE_PORT = 9100;
    static final int INITIAL_WEIGHT = 100;
    private static final double CPU_LIMIT = 0.9;

    /// Half of `web` are small machines, a third middling, a sixth large.
    private static final int[] MIXED_CORES = {4, 8, 4, 16, 4, 8};

    private static final int[] EQUAL_CORES = {8};

    /// One pool: its servers are `first` to `first + count - 1`.
    ///
    /// @param cpuSeconds processor time that a request of cost 1 takes on one core
    /// @param serviceSeconds how long a request takes on an idle server
    record Group(String name, int first, int count, double cpuSeconds, double serviceSeconds) {
        int end() {
            return first + count;
        }
    }

    final List<Group> groups;
    final String[] names;
    final String[] hosts;
    final int[] group;
    final int[] cores;

    /// Cores times the machine's own speed.
    final double[] power;

    /// Share of the machine that does not serve requests, 0..1.
    final double[] background;

    Park(int servers, Noise noise) {
        int web = Math.max(3, Math.round(servers * 12 / 22f));
        int checkout = Math.max(1, Math.round(servers * 4 / 22f));
        int api = servers - web - checkout;
        groups =
                List.of(
                        new Group("web", 0, web, 0.004, 0.045),
                        new Group("api", web, api, 0.002, 0.018),
                        new Group("checkout", web + api, checkout, 0.012, 0.085));
        names = new String[servers];
        hosts = new String[servers];
        group = new int[servers];
        cores = new int[servers];
        power = new double[servers];
        background = new double[servers];
        for (int g = 0; g < groups.size(); g++) {
            fill(g, g == 0 ? MIXED_CORES : EQUAL_CORES, noise);
        }
    }

    private void fill(int g, int[] sizes, Noise noise) {
        Group it = groups.get(g);
        int digits = Math.max(2, Integer.toString(it.count()).length());
        for (int k = 0; k < it.count(); k++) {
            int i = it.first() + k;
            names[i] = ("%s-%0" + digits + "d").formatted(it.name(), k + 1);
            hosts[i] = "127.%d.%d.%d".formatted(81 + g, k / 250, k % 250 + 1);
            group[i] = g;
            cores[i] = sizes[k % sizes.length];
            power[i] = cores[i] * (0.96 + 0.08 * noise.uniform(1, i));
            background[i] = 0.03 + 0.05 * noise.uniform(2, i);
        }
    }

    int size() {
        return names.length;
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
        for (int i = it.first(); i < it.end(); i++) {
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
            pools.add(new Pool(it.name(), it.name(), CPU_LIMIT, least, BALANCERS, match));
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
