package io.spillway.action;

import io.spillway.fleet.Knob;
import java.util.Map;

/// What no act may take away. It is asked with what a balancer holds right before something is sent
/// to it, whichever way the act goes: there, back, or there again.
@FunctionalInterface
public interface Floor {
    /// Nothing is kept.
    Floor NONE = (pool, balancer, now, then) -> "";

    /// A sentence on what would be missing, empty if nothing would. Called on the thread that acts.
    ///
    /// @param pool the act's
    /// @param now every value of the pool's backend at the balancer
    /// @param then the same after what is to be sent
    String obstacle(String pool, String balancer, Map<Knob, Integer> now, Map<Knob, Integer> then);
}
