package io.spillway.watch;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.Arrays;
import java.util.List;

/// The load of each pool and of the fleet at one tick, summed over servers. A sum that lacks more
/// than a twentieth of its servers is no sum: it would look like a collapse. For one thread.
final class Loads {
    private static final double ENOUGH = 0.95;

    private double[] sums = new double[0];
    private int[] live = new int[0];
    private int[] all = new int[0];
    private List<Server> servers = List.of();
    private int[] poolOf = new int[0];

    /// Takes a tick in.
    void read(FleetState fleet) {
        int pools = fleet.pools().size();
        if (sums.length != pools) {
            sums = new double[pools];
            live = new int[pools];
            all = new int[pools];
        }
        seat(fleet);
        Arrays.fill(sums, 0);
        Arrays.fill(live, 0);
        Arrays.fill(all, 0);
        for (int i = 0; i < poolOf.length; i++) {
            int pool = poolOf[i];
            if (pool >= 0) {
                all[pool]++;
                if (fleet.quality(Metric.REQUESTS, i) == Quality.LIVE) {
                    live[pool]++;
                    sums[pool] += fleet.value(Metric.REQUESTS, i);
                }
            }
        }
    }

    private void seat(FleetState fleet) {
        if (servers.equals(fleet.servers())) {
            return;
        }
        servers = fleet.servers();
        List<String> names = fleet.pools().stream().map(Pool::name).toList();
        poolOf = servers.stream().mapToInt(s -> names.indexOf(s.pool())).toArray();
    }

    /// Requests per second of a pool, NaN if not known.
    double pool(int index) {
        boolean known = all[index] > 0 && live[index] >= ENOUGH * all[index];
        return known ? sums[index] : Double.NaN;
    }

    /// Requests per second of all pools, NaN if one is not known.
    double fleet() {
        double sum = sums.length == 0 ? Double.NaN : 0;
        for (int i = 0; i < sums.length; i++) {
            sum += pool(i);
        }
        return sum;
    }
}
