package io.spillway.control;

import io.spillway.fleet.Knob;
import java.util.Map;

/// A balancer that can be changed. Calls block, each with its own deadline; safe for one caller at
/// a time.
public interface TrafficControl extends AutoCloseable {
    /// The balancer's name, as configured.
    String balancer();

    /// What can be set now: weight, state and the like of every server of a backend, or with an
    /// empty backend the gates in front of all.
    ///
    /// @throws ControlException with one sentence for operators
    Map<Knob, Integer> read(String backend) throws ControlException;

    /// Sends values, all in one write, in the map's order. What it returns is what the balancer
    /// answered, which is no proof: read back.
    ///
    /// @param backend as for [#read]
    /// @param values within the ranges of [Knob.Kind]
    /// @return knobs whose command was refused, with the balancer's words; empty when all passed
    /// @throws ControlException if the connection failed; some values may have been set
    Map<Knob, String> write(String backend, Map<Knob, Integer> values) throws ControlException;

    @Override
    void close();
}
