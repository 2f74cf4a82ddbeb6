package io.spillway.desk;

import io.spillway.fleet.Knob;

/// One thing that an act in force wants of a balancer: what is intended, what the balancer says,
/// and what is really measured.
///
/// @param lease id of the act
/// @param balancer where
/// @param pool the pool's name
/// @param knob what was set
/// @param intended what the act wants
/// @param applied what the balancer said when it was last read
/// @param expected the share that should follow from what is applied, 0..1: of the pool's requests
///   for a server's weight or state, of a class's requests that are refused for a gate; NaN where
///   nothing follows
/// @param observed the same as measured by all balancers together, NaN if it is not
/// @param cause a few words on what disagrees or holds it up, empty if nothing does
public record Truth(
        String lease,
        String balancer,
        String pool,
        Knob knob,
        int intended,
        int applied,
        double expected,
        double observed,
        String cause) {
    /// It comes in slowly, which is no disagreement.
    public static final String SLOW_START = "slow start";

    /// The balancer holds what is wanted and sends requests elsewhere.
    public static final String NOT_FOLLOWED = "the algorithm does not follow weights";
}
