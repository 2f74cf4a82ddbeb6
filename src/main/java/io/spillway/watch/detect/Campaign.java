package io.spillway.watch.detect;

/// An announced surge.
///
/// @param name as operators call it
/// @param start epoch milliseconds
/// @param end after `start`
/// @param factor how many times the usual load it may bring, above 1
public record Campaign(String name, long start, long end, double factor) {}
