package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.Check;
import io.spillway.relief.Plan;
import io.spillway.relief.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plans that cap one abusive source, found by its address or its user agent. Everybody else is
/// left alone.
public final class CapPlan {
    /// The word for [Plan#kind].
    public static final String KIND = "cap";

    /// A source with more of all traffic than this is probably many clients behind one address.
    private static final double MANY = 0.5;

    private final GateInput input;
    private final Knob source;
    private final double requests;
    private final int cap;

    private CapPlan(GateInput input, Knob source, double requests, int cap) {
        this.input = input;
        this.source = source;
        this.requests = requests;
        this.cap = cap;
    }

    /// Caps a source.
    ///
    /// @param source of kind [Kind#SOURCE_CAP] or [Kind#AGENT_CAP]
    /// @param requests per second that it sends now, NaN if unknown
    /// @param cap requests per second admitted by all balancers together, 0 for none at all,
    ///   [Knob#ABSENT] to lift the cap
    public static Plan of(GateInput input, Knob source, double requests, int cap) {
        if (source.kind() != Kind.SOURCE_CAP && source.kind() != Kind.AGENT_CAP) {
            throw new IllegalArgumentException(source + " is no source");
        }
        return new CapPlan(input, source, requests, cap).plan();
    }

    private Plan plan() {
        int balancers = input.pool().balancers().size();
        int each = cap == Knob.ABSENT ? cap : GateSetting.part(cap, balancers);
        Map<Knob, Integer> goal = Map.of(source, each);
        boolean change = Knobs.differ(input, goal);
        GateEffect effect =
                GateEffect.of(input, new GateSetting("", Map.of(), Map.of())).with(input, -sheds());
        return new Plan(
                KIND,
                input.pool().name(),
                "",
                input.madeAt(),
                effect.before(),
                effect.after(),
                GatePlan.moves(input, effect),
                effect.classes(),
                change ? List.of(goal) : List.of(),
                0,
                Map.of(),
                Knobs.present(input, goal.keySet()),
                checks(each, balancers),
                change ? summary() : "%s stands so already.".formatted(name()));
    }

    private double sheds() {
        return cap == Knob.ABSENT || Double.isNaN(requests) ? 0 : Math.max(0, requests - cap);
    }

    private String name() {
        String what = source.kind() == Kind.SOURCE_CAP ? "address" : "user agent";
        return "The cap of %s %s".formatted(what, source.name());
    }

    private String summary() {
        if (cap == Knob.ABSENT) {
            return "Lift the cap of %s.".formatted(source.name());
        }
        String effect =
                Double.isNaN(requests)
                        ? ""
                        : ": sheds about %s req/s".formatted(GatePlan.about(sheds()));
        return "Cap %s to %s req/s%s.".formatted(source.name(), Words.number(cap), effect);
    }

    private List<Check> checks(int each, int balancers) {
        List<Check> checks = new ArrayList<>();
        checks.add(Knobs.agreement(input, List.of(source)));
        if (cap == Knob.ABSENT) {
            return checks;
        }
        if (balancers > 1) {
            checks.add(
                    new Check(
                            true,
                            false,
                            "Each balancer counts for itself: %s req/s on each of %d, so %s req/s if it uses one only"
                                    .formatted(Words.number(each), balancers, Words.number(each))));
        }
        double all =
                input.classes().stream().mapToDouble(ClassLoad::offered).filter(o -> o > 0).sum();
        double share = all > 0 ? requests / all : 0;
        boolean one = !(share > MANY);
        checks.add(
                new Check(
                        one,
                        false,
                        one
                                ? "Nobody else is touched; of this source every class counts, the first too"
                                : "It brings %s of all requests: if it is a proxy before the site, this caps everybody"
                                        .formatted(Words.percent(share))));
        return checks;
    }
}
