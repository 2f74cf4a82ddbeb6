package io.spillway.ui.plan;

import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        return Words.of("plan.undo-what", PlanWords.within(lease));
    }

    String purpose() {
        return Words.of("plan.undo-purpose", lease.operator(), Format.clock(lease.since()));
    }

    String reason() {
        return lease.reason().isBlank() ? Words.of("plan.no-reason") : lease.reason();
    }

    /// `Undo 33 weights on 2 balancers`; only `Undo` where no weight is known to change.
    String act() {
        List<Line> lines = lines();
        long values = lines.stream().map(Line::what).distinct().count();
        long balancers =
                lines.stream().flatMap(l -> Stream.of(l.on().split(", "))).distinct().count();
        return values == 0
                ? Words.of("plan.undo")
                : Words.of(
                        "plan.undo-on",
                        values,
                        noun((int) values),
                        Words.of("kit.balancers", balancers));
    }

    /// Why there are no lines.
    String nothing() {
        return lease.before().isEmpty()
                ? Words.of("plan.undo-unknown")
                : Words.of("plan.undo-nothing");
    }

    /// Every value that changes, by server; balancers that agree share a line.
    List<Line> lines() {
        Map<String, Map<Knob, Integer>> now = now();
        Map<String, List<Line>> byKnob = new TreeMap<>();
        new TreeMap<>(lease.before())
                .forEach((balancer, values) ->
                        values.forEach((knob, back) -> {
                            Integer value = knob.among(now.getOrDefault(balancer, Map.of()));
                            String is = value == null ? "–" : KnobWords.say(knob, value);
                            if (!is.equals(KnobWords.say(knob, back))) {
                                byKnob.computeIfAbsent(knob.toString(), _ -> new ArrayList<>())
                                        .add(
                                                new Line(
                                                        knob.toString(),
                                                        is,
                                                        KnobWords.say(knob, back),
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
    private String noun(int n) {
        List<Knob.Kind> kinds =
                lease.before().values().stream()
                        .flatMap(values -> values.keySet().stream())
                        .map(Knob::kind)
                        .distinct()
                        .toList();
        return kinds.size() == 1
                ? KnobWords.noun(kinds.getFirst(), n)
                : Words.of("kit.knob-setting", n);
    }

    private Map<String, Map<Knob, Integer>> now() {
        Map<String, Map<Knob, Integer>> now = new LinkedHashMap<>();
        for (BalancerState balancer : picture.fleet().balancers()) {
            now.put(balancer.name(), balancer.values(lease.backend()));
        }
        return now;
    }
}
