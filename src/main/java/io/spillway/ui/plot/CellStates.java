package io.spillway.ui.plot;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the cells of a fleet show: of each server its kind and its shade, by pool.
final class CellStates {
    private static final double NEAR_SHARE = 0.9;
    private static final double DEFAULT_LIMIT = 1;
    private static final byte LIVE = (byte) Quality.LIVE.ordinal();

    private final FleetState fleet;
    private final Metric metric;
    private final Map<String, Priority> alarms;
    private final CellKind[] kinds;
    private final Set<CellKind> present = EnumSet.noneOf(CellKind.class);
    private final float[] values;
    private final byte[] quality;
    private final List<PoolCells> pools = new ArrayList<>();
    private double most;

    /// The servers of a pool: `count` of them from `first` on.
    ///
    /// @param limit share of CPU above which a server is overloaded
    record PoolCells(String name, int first, int count, double limit) {}

    /// @param alarms servers with an active alarm, by pool and name joined by `/`
    CellStates(FleetState fleet, Metric metric, Map<String, Priority> alarms) {
        this.alarms = alarms;
        this.fleet = fleet;
        this.metric = metric;
        this.kinds = new CellKind[fleet.servers().size()];
        this.values = fleet.values()[metric.ordinal()];
        this.quality = fleet.quality()[metric.ordinal()];
        Arrays.fill(kinds, CellKind.UNSEEN);
        findPools();
        for (PoolCells pool : pools) {
            Map<String, Priority> loud = alarms(pool.name);
            for (int i = pool.first; i < pool.first + pool.count; i++) {
                kinds[i] = kind(i, pool.limit, loud);
                if (live(i)) {
                    most = Math.max(most, values[i]);
                }
            }
        }
        markBalancersWord();
        for (CellKind kind : kinds) {
            present.add(kind);
        }
    }

    private void findPools() {
        Map<String, Pool> named = new HashMap<>();
        fleet.pools().forEach(pool -> named.put(pool.name(), pool));
        List<Server> servers = fleet.servers();
        for (int i = 0; i < servers.size(); ) {
            int first = i;
            String name = servers.get(first).pool();
            while (i < servers.size() && servers.get(i).pool().equals(name)) {
                i++;
            }
            Pool pool = named.get(name);
            double limit = pool == null ? DEFAULT_LIMIT : pool.cpuLimit();
            pools.add(new PoolCells(name, first, i - first, limit));
        }
    }

    /// Alarms about servers of a pool, by their names.
    private Map<String, Priority> alarms(String pool) {
        Map<String, Priority> found = new HashMap<>();
        String prefix = pool + "/";
        alarms.forEach((key, priority) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), priority);
            }
        });
        return found;
    }

    private CellKind kind(int i, double limit, Map<String, Priority> loud) {
        if (!live(i)) {
            return CellKind.UNSEEN;
        }
        Priority alarm = loud.isEmpty() ? null : loud.get(fleet.servers().get(i).name());
        if (alarm != null) {
            return switch (alarm) {
                case HIGH -> CellKind.HIGH;
                case MEDIUM -> CellKind.MEDIUM;
                case LOW -> CellKind.LOW;
            };
        }
        boolean near = metric == Metric.CPU && values[i] >= NEAR_SHARE * limit;
        return near ? CellKind.NEAR : CellKind.NORMAL;
    }

    private boolean live(int i) {
        return quality[i] == LIVE && !Float.isNaN(values[i]);
    }

    /// What any of a pool's balancers says of a server out of service is shown; an alarm is shown
    /// before that, for it asks for an answer.
    private void markBalancersWord() {
        Map<String, Map<String, CellKind>> words = new HashMap<>();
        for (BalancerState balancer : fleet.balancers()) {
            for (Slot slot : balancer.slots()) {
                boolean down = slot.oper() == OperState.DOWN;
                if (down || slot.admin() == AdminState.DRAIN || slot.admin() == AdminState.MAINT) {
                    words.computeIfAbsent(
                                    balancer.name() + ' ' + slot.backend(), k -> new HashMap<>())
                            .merge(
                                    slot.server(),
                                    down ? CellKind.DOWN : outOfService(slot.admin()),
                                    this::worse);
                }
            }
        }
        if (words.isEmpty()) {
            return;
        }
        for (Pool pool : fleet.pools()) {
            for (String balancer : pool.balancers()) {
                mark(pool, words.getOrDefault(balancer + ' ' + pool.backend(), Map.of()));
            }
        }
    }

    private void mark(Pool pool, Map<String, CellKind> words) {
        if (words.isEmpty()) {
            return;
        }
        for (PoolCells cells : pools) {
            if (!cells.name.equals(pool.name())) {
                continue;
            }
            for (int i = cells.first; i < cells.first + cells.count; i++) {
                CellKind word = words.get(fleet.servers().get(i).name());
                if (word != null && !kinds[i].alarm()) {
                    kinds[i] = worse(kinds[i], word);
                }
            }
        }
    }

    private static CellKind outOfService(AdminState admin) {
        return admin == AdminState.MAINT ? CellKind.MAINTENANCE : CellKind.DRAINED;
    }

    private CellKind worse(CellKind a, CellKind b) {
        return a.ordinal() >= b.ordinal() ? a : b;
    }

    int size() {
        return kinds.length;
    }

    List<PoolCells> pools() {
        return pools;
    }

    CellKind kind(int i) {
        return kinds[i];
    }

    Server server(int i) {
        return fleet.servers().get(i);
    }

    float value(int i) {
        return values[i];
    }

    /// How old the value is, milliseconds; below 0 if there never was one.
    long age(int i) {
        long taken = fleet.sampleTimes()[metric.ordinal()][i];
        return taken == 0 ? -1 : Math.max(0, fleet.time() - taken);
    }

    /// How busy a live server is, 0..1: its share of CPU, or its share of the highest value there
    /// is.
    double shade(int i) {
        double value = values[i];
        return metric == Metric.CPU ? value : most > 0 ? value / most : 0;
    }

    /// The highest live value of a pool, NaN if there is none.
    double highest(PoolCells pool) {
        double highest = Double.NaN;
        for (int i = pool.first; i < pool.first + pool.count; i++) {
            if (live(i) && !(values[i] <= highest)) {
                highest = values[i];
            }
        }
        return highest;
    }

    /// True if any server is in alarm.
    boolean alarm() {
        return has(CellKind.HIGH) || has(CellKind.MEDIUM) || has(CellKind.LOW);
    }

    /// True if any server is of this kind.
    boolean has(CellKind kind) {
        return present.contains(kind);
    }

    int count(PoolCells pool, CellKind kind) {
        int n = 0;
        for (int i = pool.first; i < pool.first + pool.count; i++) {
            n += kinds[i] == kind ? 1 : 0;
        }
        return n;
    }
}
