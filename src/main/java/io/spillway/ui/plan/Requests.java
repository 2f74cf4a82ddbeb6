package io.spillway.ui.plan;

import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Knob;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What to ask the desk for to have a plan computed anew.
final class Requests {
    private Requests() {}

    /// The request that such a plan answers.
    ///
    /// @param ladder names of the gates' presets
    static PlanRequest of(Plan plan, List<String> ladder) {
        String pool = plan.pool();
        List<String> names = plan.goal().keySet().stream().map(Knob::name).toList();
        return switch (plan.kind()) {
            case "drain" -> new PlanRequest.Serve(pool, names, "drain");
            case "maintenance" -> new PlanRequest.Serve(pool, names, "maint");
            case "ready" -> new PlanRequest.Serve(pool, names, "ready");
            case "standby" -> new PlanRequest.Standby(pool, names.size());
            case "standby-back" -> new PlanRequest.Standby(pool, -names.size());
            case "maxconn" -> new PlanRequest.Connections(pool);
            case "cap" -> cap(plan);
            case "gate" -> gate(plan, ladder);
            default -> new PlanRequest.Even(pool);
        };
    }

    private static PlanRequest cap(Plan plan) {
        var goal = plan.goal().entrySet().iterator().next();
        int each = goal.getValue();
        int all = each == Knob.ABSENT ? each : each * plan.balancers().size();
        return new PlanRequest.Cap(goal.getKey(), all);
    }

    private static PlanRequest gate(Plan plan, List<String> ladder) {
        String rung = PlanWords.rung(plan);
        if (ladder.contains(rung)) {
            return new PlanRequest.Gate(rung);
        }
        Map<String, Integer> shed =
                plan.classes().stream()
                        .filter(c -> c.shedNow() != c.shedAfter())
                        .collect(Collectors.toMap(ClassMove::name, ClassMove::shedAfter));
        return new PlanRequest.Shed(shed);
    }

    /// The weights that a plan sets, by server.
    static Map<String, Integer> weights(Plan plan) {
        return plan.goal().entrySet().stream()
                .filter(e -> e.getKey().kind() == Knob.Kind.WEIGHT)
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    }

    /// A heading while there is no plan to name.
    static String title(PlanRequest request) {
        return switch (request) {
            case PlanRequest.Even(String pool) -> Words.of("kit.redistribute", pool);
            case PlanRequest.Weights r -> Words.of("kit.redistribute", r.pool());
            case PlanRequest.Gate _, PlanRequest.Shed _, PlanRequest.Limit _ ->
                    Words.of("plan.gates");
            case PlanRequest.Throttle _ -> Words.of("plan.throttle");
            case PlanRequest.Cap r -> Words.of("kit.cap", r.source().name());
            case PlanRequest.Serve r -> serve(r);
            case PlanRequest.Standby r -> Words.of("kit.standby-of", r.pool());
            case PlanRequest.Connections r -> Words.of("kit.connections-of", r.pool());
        };
    }

    private static String serve(PlanRequest.Serve serve) {
        List<String> servers = serve.servers();
        String whom =
                servers.size() == 1 ? servers.getFirst() : Words.of("kit.servers", servers.size());
        return switch (serve.state()) {
            case "drain" -> Words.of("kit.drain", whom);
            case "maint" -> Words.of("kit.maintenance-of", whom);
            default -> Words.of("kit.make-ready", whom);
        };
    }
}
