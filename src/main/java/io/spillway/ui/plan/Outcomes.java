package io.spillway.ui.plan;

import io.spillway.action.ActResult;
import io.spillway.desk.Reply;
import io.spillway.fleet.Knob;
import io.spillway.ui.kit.CheckLine.Line;
import io.spillway.ui.kit.CheckLine.Outcome;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts into lines what became of an act.
public final class Outcomes {
    private Outcomes() {}

    /// What happened, then what each balancer said when read back.
    public static List<Line> lines(Reply reply) {
        List<Line> lines = new ArrayList<>();
        ActResult result = reply.result();
        String message = result == null || result.message().isEmpty() ? "" : result.message();
        String headline = message.isEmpty() ? reply.message() : message;
        if (!headline.isEmpty()) {
            lines.add(new Line(sign(reply.done()), headline));
        }
        if (result != null) {
            result.balancers().forEach(b -> lines.add(line(b)));
        }
        return lines;
    }

    private static Line line(ActResult.BalancerResult balancer) {
        Map<Knob, Integer> values = balancer.values();
        boolean silent = balancer.message().isEmpty();
        String read = Words.of(values.isEmpty() ? "plan.not-read-back" : "plan.all-read-back");
        String wanted = Words.of(values.isEmpty() ? "plan.not-read-wanted" : "plan.read-as-wanted");
        String said = balancer.ok() ? wanted : silent ? read : balancer.message();
        String text = balancer.name() + ": " + said;
        return new Line(sign(balancer.ok()), text);
    }

    private static Outcome sign(boolean good) {
        return good ? Outcome.HOLDS : Outcome.FAILS;
    }
}
