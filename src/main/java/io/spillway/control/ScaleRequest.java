package io.spillway.control;

/// How many servers a pool is to have.
///
/// @param pool the pool's name
/// @param now how many are in service, 0 or more
/// @param replicas how many there are to be, 1 or more
/// @param reason must say something
public record ScaleRequest(String pool, int now, int replicas, String reason) {
    public ScaleRequest {
        if (pool.isBlank() || reason.isBlank() || now < 0 || replicas < 1) {
            throw new IllegalArgumentException(
                    "A pool is scaled to 1 or more servers, and for a reason.");
        }
    }
}
