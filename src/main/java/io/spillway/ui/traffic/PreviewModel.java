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
import io.spillway.ui.kit.Words;
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
            case PlanRequest.Throttle _ -> Words.of("traffic.follow-load");
            case PlanRequest.Standby standby -> Words.of("kit.standby-of", standby.pool());
            default -> Words.of("traffic.plan");
        };
    }

    private static String gateName(PlanRequest.Gate gate, Picture picture) {
        return rung(gate, picture) == 0
                ? Words.of("traffic.open-all")
                : Words.of("traffic.gate-rung", gate.rung());
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
                names.size() > NAMED ? Words.of("traffic.classes", names.size()) : named(names);
        return to.size() == 1
                ? Words.of("traffic.class-to", who, to.getFirst())
                : Words.of("traffic.in-part", who);
    }

    private static String named(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : Words.of("kit.two", names.getFirst(), names.getLast());
    }

    /// The figures on top.
    List<Fact> facts() {
        Fact busiest =
                new Fact(
                        Words.of("kit.busiest-server"), Format.change(plan.before(), plan.after()));
        if (!gates()) {
            return List.of(
                    new Fact(Words.of("traffic.servers"), Long.toString(plan.changes())),
                    new Fact(Words.of("traffic.steps"), Integer.toString(plan.steps())),
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
                new Fact(
                        Words.of(sheds >= 0 ? "traffic.sheds" : "traffic.lets-in"),
                        about(Math.abs(sheds))),
                new Fact(Words.of("traffic.class-refused", capital(first.name())), critical),
                busiest);
    }

    /// Three digits: more would pretend to know.
    private static String about(double rate) {
        if (!Double.isFinite(rate)) {
            return Words.of("kit.not-known");
        }
        double step = Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, rate))) - 2));
        long rounded = Math.round(Math.round(rate / step) * step);
        return rounded == 0
                ? "0 req/s"
                : Words.of("kit.about", String.format(Locale.ROOT, "%,d req/s", rounded));
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
        return Words.of("traffic.checks-hold", holds, all.size());
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
        return verb(Words.of("kit.balancers", plan.balancers().size()));
    }

    private String verb(String on) {
        return switch (request) {
            case PlanRequest.Gate gate -> {
                int rung = rung(gate, picture);
                boolean eases = rung >= 0 && rung < picture.relief().rung();
                yield rung == 0
                        ? Words.of("traffic.open-all-on", on)
                        : Words.of(
                                eases ? "traffic.ease-gate-on" : "kit.close-gate-on",
                                gate.rung(),
                                on);
            }
            case PlanRequest.Throttle _ -> Words.of("traffic.follow-load-on", on);
            default ->
                    Words.of(
                            plan.kind().equals(StandbyPlans.TAKE_BACK)
                                    ? "kit.take-back-on"
                                    : "kit.bring-in-on",
                            Words.of("kit.servers", plan.changes()),
                            on);
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
        return gates() ? Words.of("traffic.terms-gates") : Words.of("traffic.terms-lease");
    }

    String computed() {
        return sheet.computed();
    }
}
