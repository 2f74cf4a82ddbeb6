package io.spillway.relief;

/// One thing that was looked at before a plan may be applied.
///
/// @param passed whether it holds
/// @param blocking whether the plan may not be applied while it does not hold
/// @param text one line for operators, with the figures
public record Check(boolean passed, boolean blocking, String text) {}
