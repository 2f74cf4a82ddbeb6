package io.spillway.ui.plot;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Fleets for tests of cells: pools of any sizes, all live, busy at random unless changed.
final class Cells {
    private final List<Pool> pools = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final FleetState state;

    Cells(int... sizes) {
        String[] names = {"web", "api", "checkout"};
        for (int p = 0; p < sizes.length; p++) {
            String name = p < names.length ? names[p] : "pool-" + p;
            Match match = new Match(Match.By.LABEL, "server", "");
            pools.add(new Pool(name, "be_" + name, 0.9, 1, List.of("lb-1"), match));
            for (int i = 0; i < sizes[p]; i++) {
                servers.add(new Server(name, "%s-%03d".formatted(name, i + 1), ""));
            }
        }
        int metrics = Metric.values().length;
        int n = servers.size();
        state =
                new FleetState(
                        1_000,
                        pools,
                        servers,
                        new float[metrics][n],
                        new long[metrics][n],
                        new byte[metrics][n],
                        List.of());
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            double low = servers.get(i).pool().equals("web") ? 0.55 : 0.3;
            cpu(i, (float) (low + 0.2 * random.nextDouble()));
            state.values()[Metric.REQUESTS.ordinal()][i] = 100 * random.nextFloat();
        }
    }

    Cells cpu(int server, float value) {
        state.values()[Metric.CPU.ordinal()][server] = value;
        return this;
    }

    Cells quality(int server, Quality quality) {
        state.quality()[Metric.CPU.ordinal()][server] = (byte) quality.ordinal();
        if (!quality.hasValue()) {
            cpu(server, Float.NaN);
        }
        return this;
    }

    Cells slot(int server, AdminState admin, OperState oper) {
        Server s = servers.get(server);
        slots.add(new Slot("be_" + s.pool(), s.name(), "", 100, 100, admin, oper));
        return this;
    }

    FleetState state() {
        BalancerState balancer = new BalancerState("lb-1", "2.6", 1, 1, 1_000, slots);
        return new FleetState(
                state.time(),
                pools,
                servers,
                state.values(),
                state.sampleTimes(),
                state.quality(),
                List.of(balancer));
    }
}
