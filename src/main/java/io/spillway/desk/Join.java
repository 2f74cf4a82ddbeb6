package io.spillway.desk;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import io.spillway.source.Sample;
import io.spillway.source.SourceReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Joins what the sources say into one [FleetState]. Remembers the last word on every cell, so that
/// a value ages where it stands. Used by the desk's thread only.
///
/// A balancer's own figures win over those that a metrics engine has of it while they are live:
/// they are newer.
final class Join {
    /// Rightly without a value where no request came; elsewhere absence means that a series is
    /// lost.
    private static final Set<Metric> OF_REQUESTS = EnumSet.of(Metric.ERRORS, Metric.LATENCY);

    private final List<Pool> pools;
    private final Map<String, BalancerState> balancers = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Evidence evidence = new Evidence();
    private Roster roster;

    /// @param sources the names of all sources, true for those that are balancers
    Join(List<Pool> pools, Map<String, Boolean> sources) {
        this.pools = pools;
        this.roster = Roster.of(pools, List.of());
        sources.forEach((name, balancer) -> columns.put(name, new Column(balancer)));
    }

    /// Everything one source has said.
    private static final class Column {
        final boolean balancer;
        boolean answered;
        final Map<Server, Cell[]> cells = new HashMap<>();

        Column(boolean balancer) {
            this.balancer = balancer;
        }

        Cell[] row(Server server) {
            return cells.computeIfAbsent(server, s -> newRow());
        }

        private static Cell[] newRow() {
            Cell[] row = new Cell[Metric.values().length];
            for (int m = 0; m < row.length; m++) {
                row[m] = new Cell();
            }
            return row;
        }
    }

    /// Takes the fresh answer of a source.
    void take(String source, SourceReport report) {
        evidence.take(source, report);
        BalancerState state = report.balancer();
        if (state != null) {
            balancers.put(state.name(), state);
            Roster next = Roster.of(pools, balancers.values());
            if (!next.servers().equals(roster.servers())) {
                roster = next;
            }
        }
        Column column = columns.get(source);
        if (column != null) {
            fill(source, column, report);
        }
    }

    private void fill(String source, Column column, SourceReport report) {
        column.answered = true;
        // Part of an answer says nothing about what is absent from it.
        boolean whole = report.message().isEmpty();
        column.cells.values().forEach(row -> expectNothing(row, whole));
        for (Sample sample : report.samples()) {
            if (column.balancer) {
                int index =
                        roster.byProxy(
                                source,
                                sample.labels().getOrDefault("proxy", ""),
                                sample.labels().getOrDefault("server", ""));
                if (index != Roster.NONE) {
                    set(column, index, sample);
                }
            } else {
                roster.byLabels(sample.labels()).forEach(i -> set(column, i, sample));
            }
        }
    }

    private static void expectNothing(Cell[] row, boolean whole) {
        for (Metric metric : Metric.values()) {
            if (whole && OF_REQUESTS.contains(metric)) {
                row[metric.ordinal()].clear();
            } else {
                row[metric.ordinal()].absent();
            }
        }
    }

    private void set(Column column, int index, Sample sample) {
        column.row(roster.servers().get(index))[sample.metric().ordinal()].set(
                sample.value(), sample.time(), sample.interval(), sample.quality());
    }

    /// The fleet as known at a time.
    ///
    /// @param now epoch milliseconds, the desk's time
    /// @param poll the polling interval in the desk's time, milliseconds
    FleetState state(long now, long poll) {
        List<Server> servers = roster.servers();
        int metrics = Metric.values().length;
        float[][] values = new float[metrics][servers.size()];
        long[][] times = new long[metrics][servers.size()];
        byte[][] quality = new byte[metrics][servers.size()];
        List<Column> own = columns(true);
        List<Column> engines = columns(false);
        Blend blend = new Blend(now, poll);
        Set<String> silent = silent();
        for (int i = 0; i < servers.size(); i++) {
            List<Cell[]> fromBalancers = rows(own, servers.get(i));
            List<Cell[]> fromEngines = rows(engines, servers.get(i));
            String pool = servers.get(i).pool();
            for (Metric metric : Metric.values()) {
                int m = metric.ordinal();
                blend.of(metric, fromBalancers, fromEngines, silent.contains(pool));
                values[m][i] = blend.value;
                times[m][i] = blend.time;
                quality[m][i] = (byte) word(blend.quality, metric, own, engines).ordinal();
            }
        }
        return new FleetState(
                now, pools, servers, values, times, quality, List.copyOf(balancers.values()));
    }

    /// Since when the newest value of a source is too old to say anything, epoch milliseconds; 0
    /// while it does say something, and where it never brought a value.
    ///
    /// @param now epoch milliseconds, the desk's time
    /// @param poll the polling interval in the desk's time, milliseconds
    long blindSince(String source, long now, long poll) {
        Column column = columns.get(source);
        long newest = 0;
        long interval = 0;
        if (column != null) {
            for (Cell[] row : column.cells.values()) {
                for (Cell cell : row) {
                    if (cell.time > newest) {
                        newest = cell.time;
                        interval = cell.interval;
                    }
                }
            }
        }
        long patience = Cell.blindAfter(Math.max(poll, interval));
        return newest > 0 && now - newest >= patience ? newest + patience : 0;
    }

    /// What single keys bring at all balancers together.
    ///
    /// @param now epoch milliseconds, the desk's time
    /// @param poll the polling interval in the desk's time, milliseconds
    List<KeyRate> keys(long now, long poll) {
        return evidence.keys(now, poll);
    }

    /// The requests logged since the last call, source by source.
    List<LoggedRequest> takeRequests() {
        return evidence.takeRequests();
    }

    /// The busiest processes of the machines that carry servers: first the one that has risen most,
    /// if any has risen by 5 % of its machine, then the one that takes most.
    ///
    /// @param now epoch milliseconds, the desk's time
    Map<Server, List<ProcessShare>> processes(long now) {
        return evidence.processes(roster, now);
    }

    /// Pools with a balancer that never answered: what the others say is a part, not the sum.
    private Set<String> silent() {
        return pools.stream()
                .filter(pool -> pool.balancers().stream().anyMatch(this::neverAnswered))
                .map(Pool::name)
                .collect(Collectors.toSet());
    }

    private boolean neverAnswered(String balancer) {
        Column column = columns.get(balancer);
        return column != null && !column.answered;
    }

    private List<Column> columns(boolean balancer) {
        return columns.values().stream().filter(c -> c.balancer == balancer).toList();
    }

    private static List<Cell[]> rows(List<Column> columns, Server server) {
        List<Cell[]> rows = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Cell[] row = column.cells.get(server);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Nothing configured could ever fill it: that is another word than "missing".
    private static Quality word(
            Quality quality, Metric metric, List<Column> own, List<Column> engines) {
        boolean measurable = !engines.isEmpty() || (metric != Metric.CPU && !own.isEmpty());
        return quality == Quality.MISSING && !measurable ? Quality.NO_SOURCE : quality;
    }
}
