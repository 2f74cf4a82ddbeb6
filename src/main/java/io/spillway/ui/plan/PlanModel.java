package io.spillway.ui.plan;

import io.spillway.desk.Picture;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.CheckLine.Line;
import io.spillway.ui.kit.CheckLine.Outcome;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the sheet says of a plan, held against the newest Picture.
public final class PlanModel {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Plan plan;
    private final Picture picture;

    /// @param picture the newest one
    public PlanModel(Plan plan, Picture picture) {
        this.plan = plan;
        this.picture = picture;
    }

    String title() {
        return PlanWords.title(plan);
    }

    String purpose() {
        return PlanWords.purpose(plan);
    }

    String busiest() {
        return Format.change(plan.before(), plan.after());
    }

    /// Mean CPU over the servers that take traffic, before and after.
    String mean() {
        return Format.change(mean(false), mean(true));
    }

    private double mean(boolean after) {
        return plan.servers().stream()
                .filter(m -> m.shareNow() > 0)
                .mapToDouble(m -> after ? m.cpuAfter() : m.cpuNow())
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /// The pool's CPU limit, 0..1; 1 if the pool is gone.
    double limit() {
        return picture.fleet().pools().stream()
                .filter(p -> p.name().equals(plan.pool()))
                .mapToDouble(Pool::cpuLimit)
                .findFirst()
                .orElse(1);
    }

    /// Servers whose weight changes, those that lose most first.
    List<Move> changes() {
        return plan.servers().stream().filter(m -> m.weightNow() != m.weightAfter()).toList();
    }

    /// How a server's share of the load changes, relative to its share now.
    static double shareChange(Move move) {
        return move.shareNow() > 0 ? move.shareAfter() / move.shareNow() - 1 : Double.NaN;
    }

    /// `Apply 33 weights on 2 balancers`.
    String act() {
        return PlanWords.act(plan, picture.relief().ladder());
    }

    /// `6 m 40 s → 14 m 10 s`; empty if it cannot be told.
    String saturation() {
        return Saturation.text(plan, picture);
    }

    /// The same with other figures for the busiest server.
    String saturation(double before, double after) {
        return Saturation.text(plan, before, after, picture);
    }

    /// The button's words while so many weights are edited.
    String act(int changes) {
        return Words.of(
                "kit.apply-on",
                Words.of("kit.weights", changes),
                Words.of("kit.balancers", plan.balancers().size()));
    }

    /// The checks of edited weights: who would be overloaded, then what the desk says of them.
    ///
    /// @param unchecked true while the desk has not answered yet
    List<Line> checks(WeightEdit edit, boolean unchecked) {
        List<Line> lines = new ArrayList<>();
        String overload = edit.overload();
        if (!overload.isEmpty()) {
            lines.add(new Line(Outcome.FAILS, overload));
        }
        if (unchecked && overload.isEmpty()) {
            lines.add(new Line(Outcome.WARNS, Words.of("plan.not-checked")));
        } else if (!unchecked) {
            lines.addAll(plan.stages().isEmpty() ? List.of(same()) : checks());
        }
        return lines;
    }

    private static Line same() {
        return new Line(Outcome.WARNS, Words.of("plan.same"));
    }

    /// In how many steps, and what becomes of it in the end.
    String lease() {
        String steps = plan.steps() > 1 ? Words.of("plan.in-steps", plan.steps()) + " " : "";
        return steps + Words.of("plan.lease-ramps");
    }

    /// Whether weights are what it sets, so that they can be edited.
    boolean editable() {
        return plan.kind().equals("redistribute");
    }

    /// The reason to start from: the operator may write a better one.
    public String reason() {
        return Double.isNaN(plan.before())
                ? title()
                : Words.of("plan.busiest-of", plan.pool(), Format.percent(plan.before()));
    }

    /// Every check of the plan, and what has changed since it was made.
    public List<Line> checks() {
        List<Line> lines = new ArrayList<>();
        for (Check check : plan.checks()) {
            Outcome failed = check.blocking() ? Outcome.FAILS : Outcome.WARNS;
            lines.add(new Line(check.passed() ? Outcome.HOLDS : failed, check.text()));
        }
        String moved = moved();
        if (!moved.isEmpty()) {
            lines.add(new Line(Outcome.FAILS, moved));
        }
        return lines;
    }

    /// True if it may be applied as things stand.
    public boolean applicable() {
        return plan.applicable() && moved().isEmpty();
    }

    /// The first value that is no longer as the plan found it, in words; empty if none.
    String moved() {
        for (BalancerState balancer : picture.fleet().balancers()) {
            Map<Knob, Integer> now = balancer.values(plan.backend());
            for (var then : plan.balancers().getOrDefault(balancer.name(), Map.of()).entrySet()) {
                Knob knob = then.getKey();
                Integer value = knob.among(now);
                if (value != null && !value.equals(then.getValue())) {
                    return Words.of(
                            "plan.moved",
                            knob.name(),
                            balancer.name(),
                            KnobWords.noun(knob.kind(), 1),
                            KnobWords.say(knob, value),
                            KnobWords.say(knob, then.getValue()));
                }
            }
        }
        return "";
    }

    /// When it was computed.
    public String computed() {
        Instant made = Instant.ofEpochMilli(plan.madeAt());
        Duration age = Duration.between(made, picture.time());
        return age.compareTo(FRESH) < 0
                ? Words.of("plan.computed-at", Format.clock(made))
                : Words.of("plan.computed-ago", Format.span(age));
    }
}
