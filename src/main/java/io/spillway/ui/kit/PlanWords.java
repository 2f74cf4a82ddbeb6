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
            case "drain" -> "Drain " + some(names);
            case "maintenance" -> "Maintenance of " + some(names);
            case "ready" -> "Make " + some(names) + " ready";
            case "standby" -> "Bring in " + names.size() + " standby";
            case "standby-back" -> "Take back " + names.size() + " standby";
            case "gate" -> gateTitle(plan);
            case "cap" -> "Cap " + some(names);
            default -> what(plan.kind(), plan.pool());
        };
    }

    private static String gateTitle(Plan plan) {
        String rung = rung(plan);
        return rung.isEmpty() ? "Gates of " + plan.pool() : "Gate “" + rung + "”";
    }

    /// What an act was: `Redistribute web`, `Drain web`.
    public static String what(Lease lease) {
        return what(lease.kind(), lease.pool());
    }

    private static String what(String kind, String pool) {
        return switch (kind) {
            case "gate" -> "Gates of " + pool;
            case "cap" -> "Cap of a source of " + pool;
            case "maxconn" -> "Connections of " + pool;
            case "standby" -> "Standby of " + pool;
            case "standby-back" -> "Standby of " + pool + " taken back";
            case "maintenance" -> "Maintenance in " + pool;
            case "ready" -> "Ready in " + pool;
            case "drain" -> "Drain in " + pool;
            default -> capital(kind) + " " + pool;
        };
    }

    /// What the button does, exactly: `Apply 33 weights on 2 balancers`.
    ///
    /// @param ladder names of the gates' presets, the first being open
    public static String act(Plan plan, List<String> ladder) {
        List<String> names = names(plan);
        String on = " on " + Format.plural(plan.balancers().size(), "balancer");
        return switch (plan.kind()) {
            case "drain" -> "Drain " + some(names) + on;
            case "maintenance" -> "Put " + some(names) + " into maintenance" + on;
            case "ready" -> "Make " + some(names) + " ready" + on;
            case "standby" -> "Bring in " + Format.plural(names.size(), "server") + on;
            case "standby-back" -> "Take back " + Format.plural(names.size(), "server") + on;
            case "gate" -> gate(plan, ladder) + on;
            case "cap" -> (lifts(plan) ? "Lift the cap of " : "Cap ") + some(names) + on;
            case "maxconn" -> "Set " + Format.plural(names.size(), "connection limit") + on;
            default -> "Apply " + Format.plural(plan.changes(), "weight") + on;
        };
    }

    private static String gate(Plan plan, List<String> ladder) {
        int rung = ladder.indexOf(rung(plan));
        boolean closes = plan.classes().stream().anyMatch(PlanWords::closes);
        if (rung == 0) {
            return "Open the gates";
        } else if (rung > 0) {
            return (closes ? "Close gate " : "Open to gate ") + rung;
        }
        return "Set the gates";
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
                            "Evens out CPU over "
                                    + Format.plural(serving, "server")
                                    + " in service.";
                    case "gate" -> "Turns away the least critical requests first.";
                    case "cap" -> "Holds one source down; everybody else is left alone.";
                    case "drain" -> "New clients go elsewhere; what is in flight ends as usual.";
                    case "maintenance" -> "Nobody is sent there; what is in flight ends as usual.";
                    case "ready" -> "Sends clients there again.";
                    case "standby" -> "Spreads the load over more servers.";
                    case "standby-back" -> "Gives back servers that are no longer needed.";
                    case "maxconn" -> "Lets requests wait at the balancer, critical ones first.";
                    default -> plan.summary();
                };
        return does + " Nothing is changed until you apply.";
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
            case 0 -> "nothing";
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + " and " + names.getLast();
            default -> names.size() + " servers";
        };
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
