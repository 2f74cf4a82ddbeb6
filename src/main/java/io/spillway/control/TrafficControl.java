package io.spillway.control;

import io.spillway.fleet.Slot;
import java.util.List;
import java.util.Map;

/// A balancer that can be changed. Calls block, each with its own deadline; safe for one caller at
/// a time.
public interface TrafficControl extends AutoCloseable {
    /// The balancer's name, as configured.
    String balancer();

    /// Every server of a backend, as the balancer says now.
    ///
    /// @throws ControlException with one sentence for operators
    List<Slot> read(String backend) throws ControlException;

    /// Sends weights, all in one write, in the map's order. What it returns is what the balancer
    /// answered, which is no proof: read back.
    ///
    /// @param weights server name to weight, 0..256
    /// @return servers whose command was refused, with the balancer's words; empty when all passed
    /// @throws ControlException if the connection failed; some weights may have been set
    Map<String, String> setWeights(String backend, Map<String, Integer> weights)
            throws ControlException;

    @Override
    void close();
}
