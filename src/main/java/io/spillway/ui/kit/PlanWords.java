package io.spillway.ui.kit;

import io.spillway.action.Lease;
import io.spillway.fleet.Knob;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a plan or an act of each kind is called on screens.
public final class PlanWords {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private PlanWords() {}

    /// A heading: `Redistribute web`, `Drain web-066`, `Bring in 3 standby`.
    public static String title(Plan plan) {
        List<String> names = names(plan);
        return switch (plan.kind()) {
            case "drain" -> Words.of("kit.drain", some(names));
            case "maintenance" -> Words.of("kit.maintenance-of", some(names));
            case "ready" -> Words.of("kit.make-ready", some(names));
            case "standby" -> Words.of("kit.bring-in-standby", names.size());
            case "standby-back" -> Words.of("kit.take-back-standby", names.size());
            case "gate" -> gateTitle(plan);
            case "cap" -> Words.of("kit.cap", some(names));
            default -> what(plan.kind(), plan.pool());
        };
    }

    private static String gateTitle(Plan plan) {
        String rung = rung(plan);
        return rung.isEmpty()
                ? Words.of("kit.gates-of", plan.pool())
                : Words.of("kit.gate-named", rung);
    }

    /// What an act was: `Redistribute web`, `Drain web`.
    public static String what(Lease lease) {
        return what(lease.kind(), lease.pool());
    }

    /// The same within a sentence: `redistribute web`.
    public static String within(Lease lease) {
        String what = what(lease);
        return what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    }

    private static String what(String kind, String pool) {
        return switch (kind) {
            case "gate" -> Words.of("kit.gates-of", pool);
            case "cap" -> Words.of("kit.cap-of-source", pool);
            case "maxconn" -> Words.of("kit.connections-of", pool);
            case "standby" -> Words.of("kit.standby-of", pool);
            case "standby-back" -> Words.of("kit.standby-taken-back", pool);
            case "maintenance" -> Words.of("kit.maintenance-in", pool);
            case "ready" -> Words.of("kit.ready-in", pool);
            case "drain" -> Words.of("kit.drain-in", pool);
            case "redistribute" -> Words.of("kit.redistribute", pool);
            default -> capital(kind) + " " + pool;
        };
    }

    /// What the button does, exactly: `Apply 33 weights on 2 balancers`.
    ///
    /// @param ladder names of the gates' presets, the first being open
    public static String act(Plan plan, List<String> ladder) {
        List<String> names = names(plan);
        String on = Words.of("kit.balancers", plan.balancers().size());
        return switch (plan.kind()) {
            case "drain" -> Words.of("kit.drain-on", some(names), on);
            case "maintenance" -> Words.of("kit.maintenance-on", some(names), on);
            case "ready" -> Words.of("kit.ready-on", some(names), on);
            case "standby" ->
                    Words.of("kit.bring-in-on", Words.of("kit.servers", names.size()), on);
            case "standby-back" ->
                    Words.of("kit.take-back-on", Words.of("kit.servers", names.size()), on);
            case "gate" -> gate(plan, ladder, on);
            case "cap" -> Words.of(lifts(plan) ? "kit.lift-cap-on" : "kit.cap-on", some(names), on);
            case "maxconn" -> Words.of("kit.connection-limits-on", names.size(), on);
            default -> Words.of("kit.apply-on", Words.of("kit.weights", plan.changes()), on);
        };
    }

    private static String gate(Plan plan, List<String> ladder, String on) {
        int rung = ladder.indexOf(rung(plan));
        boolean closes = plan.classes().stream().anyMatch(PlanWords::closes);
        if (rung == 0) {
            return Words.of("kit.open-gates-on", on);
        } else if (rung > 0) {
            return Words.of(closes ? "kit.close-gate-on" : "kit.open-to-gate-on", rung, on);
        }
        return Words.of("kit.set-gates-on", on);
    }

    private static boolean closes(ClassMove c) {
        return c.shedAfter() > c.shedNow() || c.admittedAfter() < c.admittedNow() - 1e-6;
    }

    private static boolean lifts(Plan plan) {
        return plan.goal().values().stream().allMatch(v -> v == Knob.ABSENT);
    }

    /// What the plan is for, in a sentence.
    public static String purpose(Plan plan) {
        long serving = plan.servers().stream().filter(m -> m.shareNow() > 0).count();
        String does =
                switch (plan.kind()) {
                    case "redistribute" ->
                            Words.of("kit.purpose-redistribute", Words.of("kit.servers", serving));
                    case "gate" -> Words.of("kit.purpose-gate");
                    case "cap" -> Words.of("kit.purpose-cap");
                    case "drain" -> Words.of("kit.purpose-drain");
                    case "maintenance" -> Words.of("kit.purpose-maintenance");
                    case "ready" -> Words.of("kit.purpose-ready");
                    case "standby" -> Words.of("kit.purpose-standby");
                    case "standby-back" -> Words.of("kit.purpose-standby-back");
                    case "maxconn" -> Words.of("kit.purpose-maxconn");
                    default -> plan.summary();
                };
        return does + " " + Words.of("kit.until-you-apply");
    }

    /// The preset that a plan of gates names, empty if none.
    public static String rung(Plan plan) {
        Matcher quoted = QUOTED.matcher(plan.summary());
        return quoted.find() ? quoted.group(1) : "";
    }

    /// Whom or what the plan sets, in order.
    private static List<String> names(Plan plan) {
        return plan.goal().keySet().stream().map(Knob::name).distinct().toList();
    }

    private static String some(List<String> names) {
        return switch (names.size()) {
            case 0 -> Words.of("kit.nothing");
            case 1 -> names.getFirst();
            case 2 -> Words.of("kit.two", names.getFirst(), names.getLast());
            default -> Words.of("kit.servers", names.size());
        };
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
