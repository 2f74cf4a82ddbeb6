package io.spillway.desk;

import io.spillway.fleet.Knob;
import java.util.List;
import java.util.Map;

/// What to plan. Planning changes nothing.
public sealed interface PlanRequest {
    /// Even out the CPU of a pool's servers by their weights.
    record Even(String pool) implements PlanRequest {}

    /// Weights that an operator wishes.
    ///
    /// @param weights server name to weight, 0..256; servers that are not named keep theirs
    record Weights(String pool, Map<String, Integer> weights) implements PlanRequest {}

    /// Bring the gates to a rung of the ladder.
    ///
    /// @param rung its name, or its number counted from 0
    record Gate(String rung) implements PlanRequest {}

    /// Turn away a share of some classes.
    ///
    /// @param permille class name to clients refused, in thousandths; others keep theirs
    record Shed(Map<String, Integer> permille) implements PlanRequest {}

    /// Admit no more than a rate of one class.
    ///
    /// @param perSecond by all balancers together; -1 lifts the limit
    record Limit(String requestClass, int perSecond) implements PlanRequest {}

    /// Turn away as much as does not fit, lowest class first, and follow the load from then on.
    record Throttle() implements PlanRequest {}

    /// Cap one address or user agent.
    ///
    /// @param perSecond by all balancers together; [Knob#ABSENT] lifts the cap
    record Cap(Knob source, int perSecond) implements PlanRequest {}

    /// Drain servers, put them into maintenance, or make them ready again.
    ///
    /// @param state `drain`, `maint` or `ready`
    record Serve(String pool, List<String> servers, String state) implements PlanRequest {}

    /// Bring standby servers in, or take them back.
    ///
    /// @param count how many; 0 for as many as are advised, below 0 to take back
    record Standby(String pool, int count) implements PlanRequest {}

    /// Give each server as many requests at once as it can work on, so that the rest waits at the
    /// balancer, critical ones first.
    record Connections(String pool) implements PlanRequest {}
}
