package io.spillway.desk;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Server;
import io.spillway.source.SourceReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What sources tell beside readings: who brings the traffic, and what else a machine is busy with.
/// Used by the desk's thread only.
final class Evidence {
    /// Requests that are kept if nobody takes them; the newest of them.
    private static final int MOST_REQUESTS = 60_000;

    /// A rise of less than this share of a machine is no rise.
    private static final float NOTABLE = 0.05f;

    private static final long PROCESSES_KEPT = 60_000;
    private static final long KEYS_KEPT = 10_000;

    private final Map<String, Keys> keys = new LinkedHashMap<>();
    private final Map<String, List<ProcessShare>> processes = new LinkedHashMap<>();
    private final ArrayDeque<LoggedRequest> requests = new ArrayDeque<>();

    private record Keys(long time, List<KeyRate> rates) {}

    private record Name(KeyRate.Dimension dimension, String key) {}

    void take(String source, SourceReport report) {
        if (report.balancer() != null) {
            keys.put(source, new Keys(report.balancer().time(), report.keys()));
        }
        processes.put(source, report.processes());
        report.requests()
                .forEach(request -> {
                    if (requests.size() == MOST_REQUESTS) {
                        requests.removeFirst();
                    }
                    requests.addLast(request);
                });
    }

    /// Rates of the balancers that have answered lately; those of the same key add up.
    List<KeyRate> keys(long now, long poll) {
        long oldest = now - Math.max(KEYS_KEPT, 3 * poll);
        Map<Name, KeyRate> sums = new LinkedHashMap<>();
        for (Keys of : keys.values()) {
            if (of.time() >= oldest) {
                of.rates()
                        .forEach(r ->
                                sums.merge(new Name(r.dimension(), r.key()), r, Evidence::sum));
            }
        }
        return List.copyOf(sums.values());
    }

    private static KeyRate sum(KeyRate a, KeyRate b) {
        return new KeyRate(
                a.dimension(),
                a.key(),
                sum(a.requests(), b.requests()),
                sum(a.clientErrors(), b.clientErrors()),
                sum(a.serverErrors(), b.serverErrors()),
                sum(a.refused(), b.refused()));
    }

    /// What only one of them measures is better than nothing.
    private static float sum(float a, float b) {
        return Float.isNaN(a) ? b : Float.isNaN(b) ? a : a + b;
    }

    List<LoggedRequest> takeRequests() {
        List<LoggedRequest> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    Map<Server, List<ProcessShare>> processes(Roster roster, long now) {
        Map<Server, List<ProcessShare>> byServer = new HashMap<>();
        for (List<ProcessShare> told : processes.values()) {
            for (ProcessShare share : told) {
                if (now - share.time() <= PROCESSES_KEPT) {
                    for (int index : roster.byLabels(share.labels())) {
                        byServer.computeIfAbsent(
                                        roster.servers().get(index), s -> new ArrayList<>())
                                .add(share);
                    }
                }
            }
        }
        byServer.values().forEach(shares -> shares.sort(SUSPECTS));
        return byServer;
    }

    private static final Comparator<ProcessShare> SUSPECTS =
            Comparator.comparingDouble(Evidence::rise)
                    .thenComparingDouble(ProcessShare::cores)
                    .reversed();

    private static double rise(ProcessShare share) {
        return share.rise() >= NOTABLE ? share.rise() : 0;
    }
}
