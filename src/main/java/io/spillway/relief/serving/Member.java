package io.spillway.relief.serving;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import java.util.Map;

/// A server of a pool as it is planned with. Its CPU is a line: `background + cost * requests`.
///
/// @param name at the balancers
/// @param states balancer to administrative state; a balancer that was not read is absent
/// @param oper what the checks say
/// @param weights balancer to weight, 0..256; a balancer that was not read is absent
/// @param cpu share of CPU now, 0..1, NaN if unknown
/// @param requests answered per second, NaN if unknown
/// @param background CPU that requests do not explain, 0..1, NaN if unknown
/// @param cost CPU for one request a second, above 0; NaN if unknown
/// @param inFlight requests being worked on, NaN if unknown
/// @param throttle percent of its weight that slow start grants now, 100 when it is over
public record Member(
        String name,
        Map<String, AdminState> states,
        OperState oper,
        Map<String, Integer> weights,
        double cpu,
        double requests,
        double background,
        double cost,
        double inFlight,
        int throttle) {
    public Member {
        states = Map.copyOf(states);
        weights = Map.copyOf(weights);
    }

    /// The mean of its weights at the balancers.
    public double weight() {
        int sum = 0;
        for (int weight : weights.values()) {
            sum += weight;
        }
        return weights.isEmpty() ? 0 : (double) sum / weights.size();
    }

    /// True if its CPU can be said for any load.
    public boolean known() {
        return background >= 0 && cost > 0;
    }

    /// True if every balancer that was read has it in this state.
    public boolean everywhere(AdminState state) {
        return !states.isEmpty() && states.values().stream().allMatch(s -> s == state);
    }

    /// True if new requests come to it from some balancer.
    public boolean serving() {
        return oper != OperState.DOWN && admitted() && weight() > 0;
    }

    private boolean admitted() {
        for (AdminState state : states.values()) {
            if (state != AdminState.DRAIN && state != AdminState.MAINT) {
                return true;
            }
        }
        return false;
    }

    /// CPU at so many requests a second, 0..; NaN if unknown.
    public double cpuAt(double rate) {
        return known() ? background + cost * rate : Double.NaN;
    }

    /// Requests a second at which it reaches a share of CPU, 0 or more; NaN if unknown.
    public double rateAt(double share) {
        return known() ? Math.max(0, (share - background) / cost) : Double.NaN;
    }

    /// The same server with a line to go by.
    public Member withLine(double otherBackground, double otherCost) {
        return new Member(
                name,
                states,
                oper,
                weights,
                cpu,
                requests,
                otherBackground,
                otherCost,
                inFlight,
                throttle);
    }
}
