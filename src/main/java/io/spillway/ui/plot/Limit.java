package io.spillway.ui.plot;

/// A level worth knowing, drawn as a dashed line across the plot.
///
/// @param value in the unit of the data
/// @param label what is written on it, for instance `90 overload`
/// @param active true only while a high alarm about this level is active: then it takes that
///   alarm's colour
public record Limit(double value, String label, boolean active) {}
