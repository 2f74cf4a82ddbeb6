package io.spillway.ui.plot;

/// An act, shown as a neutral square at its time.
///
/// @param time epoch milliseconds
/// @param text what was done and by whom, for instance `drained web-066 (ops-1)`
public record Mark(long time, String text) {}
