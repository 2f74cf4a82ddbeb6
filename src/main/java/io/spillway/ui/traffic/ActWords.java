package io.spillway.ui.traffic;

import io.spillway.action.Lease;
import io.spillway.desk.Relief;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.relief.standby.StandbyPlans;
import io.spillway.ui.kit.Format;
import java.util.List;
import java.util.Locale;
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
            return capital(lease.kind()) + " " + lease.pool();
        }
        Knob first = knobs.getFirst();
        String more = knobs.size() > 1 ? " and " + (knobs.size() - 1) + " more" : "";
        return switch (first.kind()) {
            case SHED -> gates(knobs);
            case LIMIT -> limit(first) + more;
            case SOURCE_CAP, AGENT_CAP -> cap(first) + more;
            case EPOCH -> "Drew anew who is refused";
            case STATE -> state(knobs);
            case WEIGHT -> weights(knobs);
            case MAXCONN ->
                    "Connections of "
                            + Format.plural(knobs.size(), "server")
                            + " of "
                            + lease.pool();
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
                                className(k) + " to " + Format.percent(GatesModel.passes(value(k))))
                        .collect(Collectors.joining(", "));
        return shed.isEmpty() ? "Gates opened" : "Gate: " + shed;
    }

    private String className(Knob knob) {
        return relief.gates().stream()
                .filter(g -> Integer.toString(g.rank()).equals(knob.name()))
                .map(Relief.Gate::name)
                .findFirst()
                .orElse("class " + knob.name());
    }

    private String limit(Knob knob) {
        String name = className(knob);
        return value(knob) >= 1_000_000
                ? "Limit of " + name + " lifted"
                : name + " limited to " + Format.rate(value(knob)) + " a balancer";
    }

    private String cap(Knob knob) {
        return value(knob) == Knob.ABSENT
                ? "Cap of " + knob.name() + " lifted"
                : knob.name() + " capped at " + Format.rate(value(knob)) + " a balancer";
    }

    private String state(List<Knob> knobs) {
        List<Knob> states = knobs.stream().filter(k -> k.kind() == Knob.Kind.STATE).toList();
        String names = names(states);
        if (lease.kind().equals(StandbyPlans.BRING_IN)) {
            return "Standby " + names + " brought in";
        }
        if (lease.kind().equals(StandbyPlans.TAKE_BACK)) {
            return names + " back to standby";
        }
        return switch (AdminState.values()[value(states.getFirst())]) {
            case DRAIN -> "Drained " + names;
            case MAINT -> names + " in maintenance";
            case READY, UNKNOWN -> names + " made ready";
        };
    }

    private String weights(List<Knob> knobs) {
        if (knobs.size() > 1) {
            return Format.plural(knobs.size(), "weight") + " of " + lease.pool();
        }
        Knob knob = knobs.getFirst();
        String was =
                lease.before().values().stream()
                        .filter(values -> values.containsKey(knob))
                        .map(values -> values.get(knob) + " → ")
                        .findFirst()
                        .orElse("");
        return knob.name() + " weight " + was + value(knob);
    }

    private static String names(List<Knob> knobs) {
        String named =
                knobs.stream().limit(NAMED).map(Knob::name).collect(Collectors.joining(", "));
        return knobs.size() > NAMED ? named + " and " + (knobs.size() - NAMED) + " more" : named;
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
