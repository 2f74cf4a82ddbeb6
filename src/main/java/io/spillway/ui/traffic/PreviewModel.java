package io.spillway.ui.traffic;

import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.standby.StandbyPlans;
import io.spillway.ui.kit.CheckLine;
import io.spillway.ui.kit.CheckLine.Outcome;
import io.spillway.ui.kit.Format;
import io.spillway.ui.plan.PlanModel;
import java.util.List;
import java.util.Locale;

/// What the preview says of a plan, held against the newest Picture.
final class PreviewModel {
    private static final int NAMED = 2;

    private final PlanRequest request;
    private final Plan plan;
    private final Picture picture;
    private final PlanModel sheet;

    /// @param request what the plan was asked for with
    PreviewModel(PlanRequest request, Plan plan, Picture picture) {
        this.request = request;
        this.plan = plan;
        this.picture = picture;
        this.sheet = new PlanModel(plan, picture);
    }

    /// A figure and what it is.
    record Fact(String what, String value) {}

    boolean gates() {
        return plan.kind().equals(GatePlan.KIND);
    }

    /// Names the request: `Gate 1`, `Follow the load`, `Standby of web`.
    static String name(PlanRequest request, Picture picture) {
        return switch (request) {
            case PlanRequest.Gate gate -> gateName(gate, picture);
            case PlanRequest.Throttle _ -> "Follow the load";
            case PlanRequest.Standby standby -> "Standby of " + standby.pool();
            default -> "Plan";
        };
    }

    private static String gateName(PlanRequest.Gate gate, Picture picture) {
        return rung(gate, picture) == 0 ? "Open all gates" : "Gate " + gate.rung();
    }

    /// `Gate 1: crawlers to 40 %`.
    String title() {
        String name = name(request, picture);
        String closes = gates() ? closes() : "";
        return closes.isEmpty() ? name : name + ": " + closes;
    }

    private String closes() {
        List<ClassMove> shut = plan.classes().stream().filter(c -> c.shedAfter() > 0).toList();
        if (shut.isEmpty()) {
            return "";
        }
        List<String> to =
                shut.stream()
                        .map(c -> Format.percent(GatesModel.passes(c.shedAfter())).toString())
                        .distinct()
                        .toList();
        List<String> names = shut.stream().map(ClassMove::name).toList().reversed();
        String who =
                names.size() > NAMED
                        ? Format.plural(names.size(), "class").replace("classs", "classes")
                        : String.join(" and ", names);
        return to.size() == 1 ? who + " to " + to.getFirst() : who + " in part";
    }

    /// The figures on top.
    List<Fact> facts() {
        Fact busiest = new Fact("Busiest server", Format.change(plan.before(), plan.after()));
        if (!gates()) {
            return List.of(
                    new Fact("Servers", Long.toString(plan.changes())),
                    new Fact("Steps", Integer.toString(plan.steps())),
                    busiest);
        }
        double sheds =
                plan.classes().stream()
                        .mapToDouble(c -> c.admittedNow() - c.admittedAfter())
                        .filter(Double::isFinite)
                        .sum();
        ClassMove first = plan.classes().getFirst();
        String critical =
                first.shedAfter() == 0 ? "0" : about(first.offered() * first.shedAfter() / 1000.0);
        return List.of(
                new Fact(sheds >= 0 ? "Sheds" : "Lets in", about(Math.abs(sheds))),
                new Fact(capital(first.name()) + " refused", critical),
                busiest);
    }

    /// Three digits: more would pretend to know.
    private static String about(double rate) {
        if (!Double.isFinite(rate)) {
            return "not known";
        }
        double step = Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, rate))) - 2));
        long rounded = Math.round(Math.round(rate / step) * step);
        return rounded == 0 ? "0 req/s" : String.format(Locale.ROOT, "about %,d req/s", rounded);
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// Load of each class, now and after; empty unless gates are set.
    List<ClassBars.Bar> bars() {
        return plan.classes().stream()
                .map(c -> new ClassBars.Bar(c.name(), c.admittedNow(), c.admittedAfter()))
                .toList();
    }

    /// One sentence on what it does, where no bars do.
    String summary() {
        return plan.summary();
    }

    /// Every check that fails, in full.
    List<CheckLine.Line> failing() {
        return sheet.checks().stream().filter(l -> l.outcome() != Outcome.HOLDS).toList();
    }

    /// How many checks hold, and which, for whoever asks.
    String holding() {
        List<CheckLine.Line> all = sheet.checks();
        int holds = all.size() - failing().size();
        return "%d of %s hold".formatted(holds, Format.plural(all.size(), "check"));
    }

    /// The checks that hold, one a line.
    String holdingText() {
        return String.join(
                "\n",
                sheet.checks().stream()
                        .filter(l -> l.outcome() == Outcome.HOLDS)
                        .map(CheckLine.Line::text)
                        .toList());
    }

    boolean applicable() {
        return sheet.applicable();
    }

    String reason() {
        return Double.isFinite(plan.before()) ? sheet.reason() : title();
    }

    /// `Close gate 1 on 2 balancers`.
    String act() {
        return verb() + " on " + Format.plural(plan.balancers().size(), "balancer");
    }

    private String verb() {
        return switch (request) {
            case PlanRequest.Gate gate -> {
                boolean opens = gateName(gate, picture).startsWith("Open");
                int rung = rung(gate, picture);
                boolean eases = rung >= 0 && rung < picture.relief().rung();
                yield opens
                        ? "Open all gates"
                        : (eases ? "Ease to gate " : "Close gate ") + gate.rung();
            }
            case PlanRequest.Throttle _ -> "Follow the load";
            default ->
                    (plan.kind().equals(StandbyPlans.TAKE_BACK) ? "Take back " : "Bring in ")
                            + Format.plural(plan.changes(), "server");
        };
    }

    /// The rung of the ladder that is asked for, from 0 for open; -1 for none.
    static int rung(PlanRequest request, Picture picture) {
        if (!(request instanceof PlanRequest.Gate(String rung))) {
            return -1;
        }
        return rung.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(rung)
                : picture.relief().ladder().indexOf(rung);
    }

    /// What happens to who is refused, and how long.
    String terms() {
        return gates()
                ? "429 with Retry-After, same clients stay out · lease 30 min"
                : "lease 30 min, then given back if safe";
    }

    String computed() {
        return sheet.computed();
    }
}
