package io.spillway.watch.capacity;

/// What each server can carry, as columns in the order of the fleet's servers. The arrays have the
/// same length and are never written again; NaN where the data supports no figure.
///
/// @param slope CPU per request a second, share of the machine
/// @param background CPU that traffic does not bring, 0..1
/// @param atLimit requests per second at the pool's CPU limit
/// @param error relative standard error of `slope`
public record ServerCapacities(float[] slope, float[] background, float[] atLimit, float[] error) {
    /// No server.
    public static ServerCapacities none() {
        float[] none = new float[0];
        return new ServerCapacities(none, none, none, none);
    }
}
