package io.spillway.ui;

import io.spillway.action.Expected;
import io.spillway.action.Lease;
import io.spillway.action.Leases;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Relief;
import io.spillway.fleet.Knob;
import io.spillway.relief.Check;
import io.spillway.relief.ClassMove;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plans of gates and standby servers for a made-up fleet, and the acts they become.
final class SampleTrafficPlans {
    private SampleTrafficPlans() {}

    /// The act that a plan becomes.
    static Lease applied(Plan plan, String operator, String reason, Picture p) {
        Lease lease =
                Leases.of(
                        "a1",
                        plan.kind(),
                        plan.pool(),
                        plan.backend(),
                        operator,
                        reason,
                        p.time(),
                        p.time().plus(Duration.ofMinutes(30)),
                        Lease.State.ACTIVE,
                        "",
                        List.copyOf(plan.balancers().keySet()),
                        plan.balancers());
        return new Lease(
                lease.id(),
                lease.kind(),
                lease.pool(),
                lease.backend(),
                operator,
                reason,
                lease.since(),
                lease.endsAt(),
                lease.state(),
                "",
                lease.balancers(),
                lease.before(),
                new Lease.Course(
                        1,
                        1,
                        false,
                        plan.goal(),
                        Map.of(),
                        Map.of(),
                        Expected.none(),
                        "",
                        "",
                        p.time().toEpochMilli()));
    }

    /// The plan of a request that concerns gates or standby servers; null for any other.
    static @Nullable Plan plan(PlanRequest what, Picture p) {
        return switch (what) {
            case PlanRequest.Gate gate -> gate(Integer.parseInt(gate.rung()), p);
            case PlanRequest.Throttle _ -> gate(2, p);
            case PlanRequest.Standby standby -> standby(standby, p);
            default -> null;
        };
    }

    private static Plan gate(int rung, Picture p) {
        List<Relief.Gate> now = p.relief().gates();
        List<Relief.Gate> then = SampleTraffic.gates(rung);
        Map<Knob, Integer> goal = new LinkedHashMap<>();
        Map<Knob, Integer> is = new LinkedHashMap<>();
        List<ClassMove> classes = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Knob knob = new Knob(Knob.Kind.SHED, Integer.toString(i));
            goal.put(knob, then.get(i).shed());
            is.put(knob, now.get(i).shed());
            classes.add(
                    new ClassMove(
                            now.get(i).name(),
                            i,
                            SampleTraffic.OFFERED[i],
                            now.get(i).admitted(),
                            then.get(i).admitted(),
                            now.get(i).shed(),
                            then.get(i).shed()));
        }
        boolean change = !goal.equals(is);
        return new Plan(
                "gate",
                "web",
                "",
                p.time().toEpochMilli() - 1000,
                0.96,
                0.96 - 0.06 * rung,
                List.of(),
                classes,
                change ? List.of(goal) : List.of(),
                0,
                Map.of(),
                Map.of("lb-1", is, "lb-2", is),
                List.of(
                        new Check(true, true, "critical untouched: none refused"),
                        new Check(true, true, "The gates of lb-1 and lb-2 are as when it was made"),
                        new Check(
                                rung != 1,
                                false,
                                "web-017 is saturated: what it turns away is not measured, so it"
                                        + " may stay higher")),
                change ? "Gate on 2 balancers." : "The gates stand at \"open\" already.");
    }

    private static Plan standby(PlanRequest.Standby what, Picture p) {
        Map<Knob, Integer> goal = new LinkedHashMap<>();
        Map<Knob, Integer> is = new LinkedHashMap<>();
        for (int i = 0; i < Math.abs(what.count()); i++) {
            goal.put(Knob.state("web-12" + (i + 1)), 0);
            is.put(Knob.state("web-12" + (i + 1)), 2);
        }
        return new Plan(
                "standby",
                what.pool(),
                what.pool(),
                p.time().toEpochMilli() - 1000,
                0.96,
                0.91,
                List.of(),
                List.of(),
                List.of(goal),
                0,
                Map.of(),
                Map.of("lb-1", is, "lb-2", is),
                List.of(
                        new Check(true, true, "web-121 and web-122 stand by in web"),
                        new Check(
                                false,
                                false,
                                "Busiest server 91 % then, above 90 %: close a gate as well")),
                "Bring web-121 and web-122 into web. 74 serve then.");
    }
}
