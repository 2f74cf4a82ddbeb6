package io.spillway.ui.board;

import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import java.util.Optional;

/// What a plan costs and what speaks against it, in few words. What it brings is drawn beside.
final class ReliefWords {
    private ReliefWords() {}

    /// `Cost: 1.8 k/s refused. Risk: one step of 31 %`.
    static String harm(Plan plan) {
        String risk = risk(plan);
        return "Cost: " + cost(plan) + (risk.isEmpty() ? "" : ". Risk: " + risk);
    }

    private static String cost(Plan plan) {
        return switch (plan.kind()) {
            case "gate", "cap" -> {
                double refused = refused(plan);
                yield Double.isFinite(refused) && refused >= 0.5
                        ? Format.rate(refused) + " refused"
                        : "requests refused, how many is not known";
            }
            case "standby" -> Format.plural(plan.goal().size(), "server") + " more in service";
            case "standby-back", "drain", "maintenance" ->
                    Format.plural(plan.goal().size(), "server") + " fewer in service";
            default -> Format.percent(moved(plan)) + " of the load moves, nobody is turned away";
        };
    }

    private static double refused(Plan plan) {
        return plan.classes().stream()
                .mapToDouble((ClassMove c) -> c.admittedNow() - c.admittedAfter())
                .filter(Double::isFinite)
                .sum();
    }

    private static double moved(Plan plan) {
        return plan.servers().stream()
                .mapToDouble((Move m) -> Math.max(0, m.shareAfter() - m.shareNow()))
                .sum();
    }

    /// The first thing that was looked at and does not hold.
    private static String risk(Plan plan) {
        Optional<Check> first = plan.checks().stream().filter(c -> !c.passed()).findFirst();
        return first.map(Check::text).orElse("");
    }
}
