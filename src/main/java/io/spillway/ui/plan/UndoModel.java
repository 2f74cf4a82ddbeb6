package io.spillway.ui.plan;

import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import io.spillway.ui.kit.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the sheet says of taking an act back, held against the newest Picture.
final class UndoModel {
    private final Lease lease;
    private final Picture picture;

    UndoModel(Lease lease, Picture picture) {
        this.lease = lease;
        this.picture = picture;
    }

    /// One weight that undo brings back.
    ///
    /// @param now as the balancers say; an en dash where they say nothing
    /// @param on the balancers that hold the same
    record Line(String server, String now, int back, String on) {}

    String title() {
        return "Undo " + lease.kind().toLowerCase(Locale.ROOT) + " " + lease.pool();
    }

    String purpose() {
        return lease.operator()
                + " applied it "
                + Format.clock(lease.since())
                + ". Nothing is changed until you undo.";
    }

    String reason() {
        return lease.reason().isBlank() ? "No reason was given." : lease.reason();
    }

    /// `Undo 33 weights on 2 balancers`; only `Undo` where no weight is known to change.
    String act() {
        List<Line> lines = lines();
        long weights = lines.stream().map(Line::server).distinct().count();
        long balancers =
                lines.stream().flatMap(l -> Stream.of(l.on().split(", "))).distinct().count();
        return weights == 0
                ? "Undo"
                : "Undo "
                        + Format.plural(weights, "weight")
                        + " on "
                        + Format.plural(balancers, "balancer");
    }

    /// Why there are no lines.
    String nothing() {
        return lease.before().isEmpty()
                ? "What it changed is not known here. The desk knows, and verifies each weight it"
                        + " gives back."
                : "Every weight is already as it was before. Undo ends the act.";
    }

    /// Every weight that changes, by server; balancers that agree share a line.
    List<Line> lines() {
        Map<String, Map<String, Integer>> now = now();
        Map<String, Map<String, Integer>> before = new TreeMap<>(lease.before());
        Map<String, List<Line>> byServer = new TreeMap<>();
        before.forEach((balancer, weights) ->
                weights.forEach((server, back) -> {
                    String is = weight(now, balancer, server);
                    if (!is.equals(back.toString())) {
                        byServer.computeIfAbsent(server, _ -> new ArrayList<>())
                                .add(new Line(server, is, back, balancer));
                    }
                }));
        return byServer.values().stream().flatMap(same -> join(same).stream()).toList();
    }

    private static List<Line> join(List<Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                l -> l.now() + "/" + l.back(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(same ->
                        new Line(
                                same.getFirst().server(),
                                same.getFirst().now(),
                                same.getFirst().back(),
                                same.stream().map(Line::on).collect(Collectors.joining(", "))))
                .toList();
    }

    private static String weight(
            Map<String, Map<String, Integer>> now, String balancer, String server) {
        Integer weight = now.getOrDefault(balancer, Map.of()).get(server);
        return weight == null ? "–" : weight.toString();
    }

    private Map<String, Map<String, Integer>> now() {
        String backend =
                picture.fleet().pools().stream()
                        .filter(p -> p.name().equals(lease.pool()))
                        .map(Pool::backend)
                        .findFirst()
                        .orElse(lease.pool());
        Map<String, Map<String, Integer>> now = new LinkedHashMap<>();
        for (BalancerState balancer : picture.fleet().balancers()) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            for (Slot slot : balancer.slots()) {
                if (slot.backend().equals(backend)) {
                    weights.put(slot.server(), slot.weight());
                }
            }
            now.put(balancer.name(), weights);
        }
        return now;
    }
}
