package io.spillway.ui.plot;

/// Where what is expected reaches a level: a dot, and its time beside it.
///
/// @param time epoch milliseconds
/// @param value the level, in the unit of the data
/// @param ink its colour
public record Crossing(long time, double value, Ink ink) {}
