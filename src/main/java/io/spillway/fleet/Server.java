package io.spillway.fleet;

/// A server of a pool.
///
/// @param pool the pool's name
/// @param name the server's name at the balancers
/// @param address `host:port` as the balancers know it, empty where they hide it
public record Server(String pool, String name, String address) {}
