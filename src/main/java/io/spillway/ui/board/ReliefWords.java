package io.spillway.ui.board;

import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Words;
import java.util.Optional;

/// What a plan costs and what speaks against it, in few words. What it brings is drawn beside.
final class ReliefWords {
    private ReliefWords() {}

    /// `Cost: 1.8 k/s refused. Risk: one step of 31 %`.
    static String harm(Plan plan) {
        String risk = risk(plan);
        return risk.isEmpty()
                ? Words.of("board.cost", cost(plan))
                : Words.of("board.cost-risk", cost(plan), risk);
    }

    private static String cost(Plan plan) {
        return switch (plan.kind()) {
            case "gate", "cap" -> {
                double refused = refused(plan);
                yield Double.isFinite(refused) && refused >= 0.5
                        ? Words.of("board.cost-refused", Format.rate(refused))
                        : Words.of("board.cost-refused-unknown");
            }
            case "standby" ->
                    Words.of("board.more-in-service", Words.of("kit.servers", plan.goal().size()));
            case "standby-back", "drain", "maintenance" ->
                    Words.of("board.fewer-in-service", Words.of("kit.servers", plan.goal().size()));
            default -> Words.of("board.load-moves", Format.percent(moved(plan)));
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
