package io.spillway.relief.fill;

/// What a plan is to reach.
///
/// @param demand to plan for, requests per second, 0 upwards
/// @param target highest CPU share wanted, 0..1
/// @param ceiling CPU share to which no server may be raised, at least `target`; infinite for none
/// @param least servers that must keep a weight; no more are asked for than have one now
/// @param newcomer requests per second that one server more would carry at `target`; 0 if unknown
/// @param heaviest the largest weight that the balancers take, 2..256
public record Aim(
        double demand, double target, double ceiling, int least, double newcomer, int heaviest) {
    /// The largest weight of any balancer.
    public static final int HEAVIEST = 256;

    /// No ceiling, nobody has to stay, nothing is known of newcomers.
    public static Aim of(double demand, double target) {
        return new Aim(demand, target, Double.POSITIVE_INFINITY, 0, 0, HEAVIEST);
    }

    /// The same for another demand.
    public Aim with(double other) {
        return new Aim(other, target, ceiling, least, newcomer, heaviest);
    }

    /// The same with the lowest level there is as target, for a demand that may be larger than it
    /// seems.
    public Aim lowest() {
        return new Aim(demand, 0, ceiling, least, newcomer, heaviest);
    }
}
