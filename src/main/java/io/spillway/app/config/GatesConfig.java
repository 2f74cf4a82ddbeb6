package io.spillway.app.config;

import io.spillway.fleet.GateMaps;
import io.spillway.relief.gate.Ladder;

/// Where the balancers' gates are set.
///
/// @param pool the pool whose traffic passes them
/// @param maps their files, the same on every balancer
/// @param ladder the presets
public record GatesConfig(String pool, GateMaps maps, Ladder ladder) {}
