package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan.Range;
import io.spillway.relief.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What was looked at for a plan that sets gates.
final class GateChecks {
    /// At this share of CPU a server turns away an unknown number of requests.
    private static final double SATURATED = 0.97;

    private final GateInput input;
    private final GateSetting setting;
    private final GateEffect effect;
    private final List<Check> checks = new ArrayList<>();

    GateChecks(GateInput input, GateSetting setting, GateEffect effect) {
        this.input = input;
        this.setting = setting;
        this.effect = effect;
    }

    List<Check> all(Map<Knob, Integer> goal) {
        critical();
        checks.add(Knobs.agreement(input, goal.keySet()));
        busiest();
        unknown();
        limits();
        trim();
        return List.copyOf(checks);
    }

    private void add(boolean passed, boolean blocking, String text) {
        checks.add(new Check(passed, blocking, text));
    }

    private void critical() {
        if (input.classes().isEmpty()) {
            add(false, true, "No request classes are known: configure classes");
            return;
        }
        RequestClass first = input.classes().getFirst().kind();
        ClassMove move = effect.classes().getFirst();
        boolean limited =
                setting.limits().getOrDefault(0, GateSetting.NO_LIMIT) < GateSetting.NO_LIMIT;
        if (setting.shed().getOrDefault(0, 0) > 0 || limited) {
            // No preset does that; whoever does it by hand needs a second person.
            add(
                    false,
                    false,
                    "%s would be gated, which takes a second operator".formatted(first.name()));
        } else if (move.shedAfter() > 0) {
            add(
                    false,
                    false,
                    "%s stays gated: of 1,000 clients %d are refused"
                            .formatted(first.name(), move.shedAfter()));
        } else {
            add(true, true, "%s untouched: none refused".formatted(first.name()));
        }
    }

    private void busiest() {
        if (Double.isNaN(effect.before())) {
            add(false, false, "Of no server is the CPU known, so the effect on servers is not");
            return;
        }
        double limit = input.pool().cpuLimit();
        boolean fits = effect.after() <= limit + 1e-9;
        // Rounded up, or a server above the limit would read as being at it.
        String shown =
                fits
                        ? Words.percent(effect.after())
                        : (int) Math.ceil(100 * effect.after() - 1e-9) + " %";
        add(
                fits,
                false,
                "Busiest server (%s) %s → %s, %s %s"
                        .formatted(
                                effect.busiest(),
                                Words.percent(effect.before()),
                                shown,
                                fits ? "not above" : "still above",
                                Words.percent(limit)));
        if (effect.before() >= SATURATED) {
            add(
                    false,
                    false,
                    "%s is saturated: what it turns away is not measured, so it may stay higher"
                            .formatted(effect.busiest()));
        }
    }

    private void unknown() {
        for (ClassMove move : effect.classes()) {
            boolean touched =
                    setting.shed().getOrDefault(move.rank(), 0) > 0
                            || setting.limits().containsKey(move.rank());
            if (touched && Double.isNaN(move.admittedAfter())) {
                add(
                        false,
                        false,
                        "What %s asks for is not known, so what is shed is not"
                                .formatted(move.name()));
            }
        }
    }

    private void limits() {
        int balancers = input.pool().balancers().size();
        setting.limits()
                .forEach((rank, limit) -> {
                    if (limit < GateSetting.NO_LIMIT && balancers > 1) {
                        add(
                                true,
                                false,
                                "Each balancer counts for itself: %s req/s are %s on each of %d, if they get like traffic"
                                        .formatted(
                                                Words.number(limit),
                                                Words.number(GateSetting.part(limit, balancers)),
                                                balancers));
                    }
                });
    }

    private void trim() {
        for (ClassMove move : effect.classes()) {
            int shed = setting.shed().getOrDefault(move.rank(), 0);
            if (shed > 0 && move.rank() > 0) {
                Range range = Ranges.around(shed);
                add(
                        true,
                        false,
                        "%s to %s; follows the load between %s and %s"
                                .formatted(
                                        move.name(),
                                        admitted(shed),
                                        admitted(range.high()),
                                        admitted(range.low())));
            }
        }
    }

    private static String admitted(int shed) {
        return Words.percent((1000 - shed) / 1000.0);
    }
}
