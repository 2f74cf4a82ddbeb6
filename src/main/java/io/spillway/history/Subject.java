package io.spillway.history;

/// What an aggregate is taken over: one pool, or the whole fleet.
///
/// @param pool the pool's name, empty for the fleet
public record Subject(String pool) {
    /// Every server of every pool.
    public static final Subject FLEET = new Subject("");
}
