package io.spillway.ui.traffic;

import io.spillway.action.Lease;
import io.spillway.desk.Relief;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.standby.StandbyPlans;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says in a few words what an act did.
final class ActWords {
    private static final int NAMED = 2;

    private final Lease lease;
    private final Relief relief;
    private final Map<String, Integer> changed = new TreeMap<>();

    ActWords(Lease lease, Relief relief) {
        this.lease = lease;
        this.relief = relief;
        lease.course()
                .intended()
                .forEach((knob, value) -> {
                    if (changes(knob, value)) {
                        changed.put(knob.toString(), value);
                    }
                });
    }

    private boolean changes(Knob knob, Integer value) {
        return lease.before().isEmpty()
                || lease.before().values().stream().anyMatch(was -> !value.equals(knob.among(was)));
    }

    /// `Drained web-066`, `Gate: crawlers to 40 %`; pool and kind where no more is known.
    @Override
    public String toString() {
        List<Knob> knobs = changed.keySet().stream().map(Knob::valueOf).toList();
        if (knobs.isEmpty()) {
            return PlanWords.what(lease);
        }
        Knob first = knobs.getFirst();
        String more = knobs.size() > 1 ? " " + Words.of("kit.and-more", knobs.size() - 1) : "";
        return switch (first.kind()) {
            case SHED -> gates(knobs);
            case LIMIT -> limit(first) + more;
            case SOURCE_CAP, AGENT_CAP -> cap(first) + more;
            case EPOCH -> Words.of("traffic.drew-anew");
            case STATE -> state(knobs);
            case WEIGHT -> weights(knobs);
            case MAXCONN ->
                    Words.of(
                            "traffic.connections-of",
                            Words.of("kit.servers", knobs.size()),
                            lease.pool());
        };
    }

    private int value(Knob knob) {
        return changed.getOrDefault(knob.toString(), 0);
    }

    private String gates(List<Knob> knobs) {
        String shed =
                knobs.stream()
                        .filter(k -> k.kind() == Knob.Kind.SHED && value(k) > 0)
                        .map(k ->
                                Words.of(
                                        "traffic.class-to",
                                        className(k),
                                        Format.percent(GatesModel.passes(value(k)))))
                        .collect(Collectors.joining(", "));
        return shed.isEmpty()
                ? Words.of("traffic.gates-opened")
                : Words.of("traffic.gate-set", shed);
    }

    private String className(Knob knob) {
        return relief.gates().stream()
                .filter(g -> Integer.toString(g.rank()).equals(knob.name()))
                .map(Relief.Gate::name)
                .findFirst()
                .orElse(Words.of("traffic.class-rank", knob.name()));
    }

    private String limit(Knob knob) {
        String name = className(knob);
        return value(knob) >= 1_000_000
                ? Words.of("traffic.limit-lifted", name)
                : Words.of("traffic.limited", name, Format.rate(value(knob)));
    }

    private String cap(Knob knob) {
        return value(knob) == Knob.ABSENT
                ? Words.of("traffic.cap-lifted", knob.name())
                : Words.of("traffic.capped", knob.name(), Format.rate(value(knob)));
    }

    private String state(List<Knob> knobs) {
        List<Knob> states = knobs.stream().filter(k -> k.kind() == Knob.Kind.STATE).toList();
        String names = names(states);
        if (lease.kind().equals(StandbyPlans.BRING_IN)) {
            return Words.of("traffic.brought-in", names);
        }
        if (lease.kind().equals(StandbyPlans.TAKE_BACK)) {
            return Words.of("traffic.taken-back", names);
        }
        return switch (AdminState.values()[value(states.getFirst())]) {
            case DRAIN -> Words.of("traffic.drained", names);
            case MAINT -> Words.of("traffic.in-maintenance", names);
            case READY, UNKNOWN -> Words.of("traffic.made-ready", names);
        };
    }

    private String weights(List<Knob> knobs) {
        if (knobs.size() > 1) {
            return Words.of(
                    "traffic.weights-of", Words.of("kit.weights", knobs.size()), lease.pool());
        }
        Knob knob = knobs.getFirst();
        String was =
                lease.before().values().stream()
                        .filter(values -> values.containsKey(knob))
                        .map(values -> values.get(knob) + " → ")
                        .findFirst()
                        .orElse("");
        return Words.of("traffic.weight-of", knob.name(), was + value(knob));
    }

    private static String names(List<Knob> knobs) {
        String named =
                knobs.stream().limit(NAMED).map(Knob::name).collect(Collectors.joining(", "));
        return knobs.size() > NAMED
                ? named + " " + Words.of("kit.and-more", knobs.size() - NAMED)
                : named;
    }
}
