package io.spillway.action;

import io.spillway.fleet.Knob;

/// Something that a balancer does not hold although an act in force set it.
///
/// @param lease id of the act
/// @param balancer where
/// @param pool the pool's name
/// @param knob what was set
/// @param intended what the act set
/// @param applied what the balancer says now
/// @param cause `reloaded`, `changed elsewhere`, `the agent check overrides` or `static algorithm`
public record Drift(
        String lease,
        String balancer,
        String pool,
        Knob knob,
        int intended,
        int applied,
        String cause) {}
