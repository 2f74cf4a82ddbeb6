package io.spillway.desk;

import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.Plan;
import io.spillway.relief.PoolInput;
import io.spillway.relief.PoolInput.ServerInput;
import io.spillway.relief.Redistribute;
import io.spillway.relief.drain.DrainPlans;
import io.spillway.relief.fill.Waiting;
import io.spillway.relief.gate.CapPlan;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GatePlan;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.gate.MaxconnPlan;
import io.spillway.relief.gate.Rung;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.standby.StandbyPlans;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the plan that is asked for, from what is known of the fleet now.
final class Planning {
    private final Advice advice;
    private final ReliefSettings settings;

    Planning(Advice advice, ReliefSettings settings) {
        this.advice = advice;
        this.settings = settings;
    }

    /// @param keys who and what sends how much
    /// @throws IllegalArgumentException with a sentence on what is wrong with the request
    Plan plan(PlanRequest what, FleetState fleet, List<KeyRate> keys) {
        return switch (what) {
            case PlanRequest.Even r -> advice.plan(fleet, pool(fleet, r.pool()));
            case PlanRequest.Weights r ->
                    Redistribute.edited(
                            advice.input(fleet, pool(fleet, r.pool())), Knob.weights(r.weights()));
            case PlanRequest.Gate r -> GatePlan.of(gates(fleet, keys), rung(r.rung()));
            case PlanRequest.Shed r -> GatePlan.of(gates(fleet, keys), shed(r.permille()));
            case PlanRequest.Limit r -> GatePlan.of(gates(fleet, keys), limit(r));
            case PlanRequest.Throttle r -> throttle(gates(fleet, keys));
            case PlanRequest.Cap r -> cap(r, fleet, keys);
            case PlanRequest.Serve r -> serve(r, fleet);
            case PlanRequest.Standby r -> standby(r, fleet);
            case PlanRequest.Connections r -> connections(fleet, pool(fleet, r.pool()));
        };
    }

    /// The same as an answer; of weights with what they were planned from.
    Reply reply(PlanRequest what, FleetState fleet, List<KeyRate> keys) {
        Plan plan = plan(what, fleet, keys);
        return what instanceof PlanRequest.Even || what instanceof PlanRequest.Weights
                ? Reply.weights(plan, advice.input(fleet, pool(fleet, plan.pool())))
                : new Reply(true, "", plan, null);
    }

    private static Pool pool(FleetState fleet, String name) {
        return Servings.pool(fleet.pools(), name);
    }

    /// True if this pool is behind the gates.
    boolean gated(Pool pool) {
        return settings.gated().equals(pool.name());
    }

    /// The pool behind the gates and how they stand.
    GateInput gates(FleetState fleet, List<KeyRate> keys) {
        if (settings.gated().isEmpty()) {
            throw new IllegalArgumentException(
                    "No gates are configured: see the page on gates, then write `classes` and `gates` into the configuration");
        }
        return Gatehouse.input(
                advice.input(fleet, pool(fleet, settings.gated())),
                settings.classes(),
                fleet.balancers(),
                keys);
    }

    private GateSetting rung(String name) {
        List<Rung> rungs = settings.ladder().rungs();
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).name().equals(name) || Integer.toString(i).equals(name)) {
                return GateSetting.of(rungs.get(i), settings.classes());
            }
        }
        throw new IllegalArgumentException(
                "There is no gate '%s': take one of %s, or a number from 0 to %d"
                        .formatted(
                                name,
                                String.join(", ", rungs.stream().map(Rung::name).toList()),
                                rungs.size() - 1));
    }

    private RequestClass requestClass(String name) {
        return settings.classes().stream()
                .filter(c -> c.name().equals(name) || c.key().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no class '%s': take one of %s"
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        settings.classes().stream()
                                                                .map(RequestClass::name)
                                                                .toList()))));
    }

    private GateSetting shed(Map<String, Integer> permille) {
        Map<Integer, Integer> shed = new LinkedHashMap<>();
        permille.forEach((name, value) -> {
            if (value < 0 || value > 1000) {
                throw new IllegalArgumentException(
                        "%d permille of %s cannot be refused: write 0 to 1000"
                                .formatted(value, name));
            }
            shed.put(requestClass(name).rank(), value);
        });
        return new GateSetting("by hand", shed, Map.of());
    }

    private GateSetting limit(PlanRequest.Limit limit) {
        int rate = limit.perSecond() < 0 ? GateSetting.NO_LIMIT : limit.perSecond();
        return GateSetting.limit(requestClass(limit.requestClass()), rate);
    }

    private static Plan throttle(GateInput input) {
        return GatePlan.of(input, GateSetting.fitting(input, Gatehouse.capacity(input)));
    }

    private Plan cap(PlanRequest.Cap cap, FleetState fleet, List<KeyRate> keys) {
        if (!Sources.capped(cap.source())) {
            throw new IllegalArgumentException("Only an address or a user agent can be capped");
        }
        if (cap.source().kind() == Knob.Kind.SOURCE_CAP) {
            requireAddress(cap.source().name());
        }
        double requests = Sources.told(cap.source(), keys).map(KeyRate::requests).orElse(Float.NaN);
        return CapPlan.of(gates(fleet, keys), cap.source(), requests, cap.perSecond());
    }

    private static void requireAddress(String text) {
        try {
            InetAddress.ofLiteral(text.replaceFirst("/\\d{1,3}$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ("'%s' is no address: write one such as 203.0.113.9, or a network such as"
                                    + " 203.0.113.0/24")
                            .formatted(text),
                    e);
        }
    }

    private Plan serve(PlanRequest.Serve serve, FleetState fleet) {
        Serving serving = serving(fleet, pool(fleet, serve.pool()));
        return switch (serve.state()) {
            case "drain" -> DrainPlans.drain(serving, serve.servers(), fleet.time());
            case "maint" -> DrainPlans.maintenance(serving, serve.servers(), fleet.time());
            case "ready" -> DrainPlans.ready(serving, serve.servers(), fleet.time());
            default ->
                    throw new IllegalArgumentException(
                            "There is no state '%s': take drain, maint or ready"
                                    .formatted(serve.state()));
        };
    }

    private Plan standby(PlanRequest.Standby standby, FleetState fleet) {
        Pool pool = pool(fleet, standby.pool());
        Serving serving = serving(fleet, pool);
        int count = standby.count();
        if (count < 0) {
            List<String> back = StandbyPlans.returnable(serving);
            int few = Math.min(-count, back.size());
            return StandbyPlans.takeBack(serving, back.subList(0, few), fleet.time());
        }
        int advised = count == 0 ? Math.max(1, advice.advised(pool)) : count;
        return StandbyPlans.bringIn(serving, advised, fleet.time());
    }

    /// The pool with a choice of who serves.
    Serving serving(FleetState fleet, Pool pool) {
        return advice.serving(fleet, pool);
    }

    private Plan connections(FleetState fleet, Pool pool) {
        PoolInput input = advice.input(fleet, pool);
        Map<String, Double> inFlight = Advice.column(fleet, pool, Metric.IN_FLIGHT);
        List<MaxconnPlan.Ability> abilities = new ArrayList<>();
        for (ServerInput server : input.servers()) {
            double now = inFlight.getOrDefault(server.name(), Double.NaN);
            abilities.add(ability(server, Waiting.cores(pool.cores()), now));
        }
        Map<String, Map<Knob, Integer>> values = new LinkedHashMap<>();
        for (BalancerState balancer : fleet.balancers()) {
            values.put(balancer.name(), balancer.values(pool.backend()));
        }
        return MaxconnPlan.of(pool, fleet.time(), abilities, values);
    }

    /// What a server can do. Its response time under load holds waiting, which a larger maxconn
    /// would only lengthen.
    static MaxconnPlan.Ability ability(ServerInput server, int cores, double inFlight) {
        boolean known = server.line().known();
        double idle = known ? 1 - server.line().background() : Double.NaN;
        return new MaxconnPlan.Ability(
                server.name(),
                known ? idle / server.line().cost() : Double.NaN,
                Waiting.service(server.latency(), cores, server.cpu()),
                inFlight);
    }
}
