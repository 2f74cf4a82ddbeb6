package io.spillway.app.output;

import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import java.util.List;

/// A [Plan] for people.
public final class PlanText {
    private PlanText() {}

    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append("%s %s: %s\n".formatted(plan.kind(), plan.pool(), plan.summary()));
        text.append(
                "highest CPU %s now, %s predicted; %d %s on %s\n\n"
                        .formatted(
                                Figures.percent(plan.before()),
                                Figures.percent(plan.after()),
                                plan.changes(),
                                noun(plan),
                                plan.balancers().size() == 1
                                        ? "1 balancer"
                                        : plan.balancers().size() + " balancers"));
        if (!plan.servers().isEmpty()) {
            text.append(servers(plan)).append('\n');
        }
        if (!plan.classes().isEmpty()) {
            text.append(classes(plan)).append('\n');
        }
        plan.goal()
                .forEach((knob, value) -> {
                    if (knob.kind() != Kind.WEIGHT) {
                        text.append("sets   %s to %s\n".formatted(knob, knob.say(value)));
                    }
                });
        plan.checks().forEach(check -> text.append(line(check)));
        if (!plan.applicable()) {
            text.append(
                    plan.stages().isEmpty()
                            ? "nothing to apply\n"
                            : "not applicable while a blocking check fails\n");
        }
        return text.toString();
    }

    private static String noun(Plan plan) {
        List<String> nouns =
                plan.goal().keySet().stream().map(k -> k.kind().noun()).distinct().toList();
        return nouns.isEmpty() || nouns.equals(List.of("weight")) ? "weights" : "settings";
    }

    private static Table servers(Plan plan) {
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
        return table;
    }

    private static Table classes(Plan plan) {
        Table table = new Table("CLASS", "OFFERED", "ADMITTED", "AFTER", "REFUSED", "AFTER");
        for (ClassMove move : plan.classes()) {
            table.row(
                    move.name(),
                    Figures.number(move.offered()),
                    Figures.number(move.admittedNow()),
                    Figures.number(move.admittedAfter()),
                    Figures.percent(move.shedNow() / 1000.0),
                    Figures.percent(move.shedAfter() / 1000.0));
        }
        return table;
    }

    private static String line(Check check) {
        String mark = check.passed() ? "ok   " : check.blocking() ? "BLOCK" : "note ";
        return mark + "  " + check.text() + "\n";
    }
}
