package io.spillway.watch;

import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Server;
import io.spillway.watch.capacity.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names the process behind each finding: the one that rose as the background did. The name stays
/// while the finding lasts, for a process that goes on soon counts as usual and rises no more. For
/// one thread.
final class Suspects {
    private Map<Key, String> named = Map.of();

    private record Key(String pool, String server, long since) {}

    /// The findings with the processes that explain them, as far as these are seen.
    ///
    /// @param processes the busiest processes of each server's machine
    List<Finding> name(List<Finding> findings, Map<Server, List<ProcessShare>> processes) {
        Map<Key, String> names = new HashMap<>();
        List<Finding> all = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            Key key = new Key(finding.pool(), finding.server(), finding.since());
            String before = named.getOrDefault(key, "");
            Optional<ProcessShare> suspect = suspect(finding, busiest(finding, processes), before);
            names.put(key, suspect.map(ProcessShare::process).orElse(before));
            all.add(suspect.map(p -> finding.withProcess(p.process(), p.share())).orElse(finding));
        }
        named = names;
        return all;
    }

    private static List<ProcessShare> busiest(
            Finding finding, Map<Server, List<ProcessShare>> processes) {
        return processes.entrySet().stream()
                .filter(e -> e.getKey().pool().equals(finding.pool()))
                .filter(e -> e.getKey().name().equals(finding.server()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static Optional<ProcessShare> suspect(
            Finding finding, List<ProcessShare> busiest, String before) {
        double rise = finding.background() - finding.before();
        return busiest.stream()
                .filter(p -> p.process().equals(before))
                .findFirst()
                .or(() ->
                        busiest.stream()
                                .min(Comparator.comparingDouble(p -> Math.abs(p.rise() - rise))));
    }
}
