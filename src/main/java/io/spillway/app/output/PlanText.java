package io.spillway.app.output;

import io.spillway.relief.Check;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;

/// A [Plan] for people.
public final class PlanText {
    private PlanText() {}

    public static String of(Plan plan) {
        Table table = new Table("SERVER", "WEIGHT", "AFTER", "CPU", "AFTER", "SHARE", "AFTER");
        for (Move move : plan.servers()) {
            table.row(
                    move.name(),
                    String.valueOf(move.weightNow()),
                    String.valueOf(move.weightAfter()),
                    Figures.percent(move.cpuNow()),
                    Figures.percent(move.cpuAfter()),
                    Figures.percent(move.shareNow()),
                    Figures.percent(move.shareAfter()));
        }
        StringBuilder text = new StringBuilder();
        text.append("%s %s: %s\n".formatted(plan.kind(), plan.pool(), plan.summary()));
        text.append(
                "highest CPU %s now, %s predicted; %d weights on %s\n\n"
                        .formatted(
                                Figures.percent(plan.before()),
                                Figures.percent(plan.after()),
                                plan.changes(),
                                plan.balancers().size() == 1
                                        ? "1 balancer"
                                        : plan.balancers().size() + " balancers"));
        text.append(table).append('\n');
        plan.checks().forEach(check -> text.append(line(check)));
        if (!plan.applicable()) {
            text.append(
                    plan.stages().isEmpty()
                            ? "nothing to apply\n"
                            : "not applicable while a blocking check fails\n");
        }
        return text.toString();
    }

    private static String line(Check check) {
        String mark = check.passed() ? "ok   " : check.blocking() ? "BLOCK" : "note ";
        return mark + "  " + check.text() + "\n";
    }
}
