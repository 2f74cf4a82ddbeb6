package io.spillway.ui.plan;

import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
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

    /// One value that undo brings back.
    ///
    /// @param now as the balancers say; an en dash where they say nothing
    /// @param on the balancers that hold the same
    record Line(String what, String now, String back, String on) {}

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
        long values = lines.stream().map(Line::what).distinct().count();
        long balancers =
                lines.stream().flatMap(l -> Stream.of(l.on().split(", "))).distinct().count();
        return values == 0
                ? "Undo"
                : "Undo "
                        + Format.plural(values, noun())
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

    /// Every value that changes, by server; balancers that agree share a line.
    List<Line> lines() {
        Map<String, Map<Knob, Integer>> now = now();
        Map<String, List<Line>> byKnob = new TreeMap<>();
        new TreeMap<>(lease.before())
                .forEach((balancer, values) ->
                        values.forEach((knob, back) -> {
                            Integer value = knob.among(now.getOrDefault(balancer, Map.of()));
                            String is = value == null ? "–" : knob.say(value);
                            if (!is.equals(knob.say(back))) {
                                byKnob.computeIfAbsent(knob.toString(), _ -> new ArrayList<>())
                                        .add(
                                                new Line(
                                                        knob.toString(),
                                                        is,
                                                        knob.say(back),
                                                        balancer));
                            }
                        }));
        return byKnob.values().stream().flatMap(same -> join(same).stream()).toList();
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
                                same.getFirst().what(),
                                same.getFirst().now(),
                                same.getFirst().back(),
                                same.stream().map(Line::on).collect(Collectors.joining(", "))))
                .toList();
    }

    /// What all that it changed have in common.
    private String noun() {
        List<Knob.Kind> kinds =
                lease.before().values().stream()
                        .flatMap(values -> values.keySet().stream())
                        .map(Knob::kind)
                        .distinct()
                        .toList();
        return kinds.size() == 1 ? kinds.getFirst().noun() : "setting";
    }

    private Map<String, Map<Knob, Integer>> now() {
        Map<String, Map<Knob, Integer>> now = new LinkedHashMap<>();
        for (BalancerState balancer : picture.fleet().balancers()) {
            now.put(balancer.name(), balancer.values(lease.backend()));
        }
        return now;
    }
}
