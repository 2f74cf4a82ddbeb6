package io.spillway.fleet;

/// How a source is doing. Trouble is state, not an exception.
///
/// @param name as configured
/// @param kind `prometheus`, `haproxy`, `log` or `alertmanager`
/// @param balancer whether it reads a balancer
/// @param failures polls that failed in a row; from the third on the source is named on screens
/// @param lastSuccess epoch milliseconds of the last poll that succeeded, 0 if none did
/// @param message one sentence: what is wrong and what to do; empty when all is well
public record SourceHealth(
        String name,
        String kind,
        boolean balancer,
        int failures,
        long lastSuccess,
        String message) {
    /// From this many failures in a row on, a source counts as dead.
    public static final int DEAD_AFTER = 3;

    /// False once the source is to be named as dead.
    public boolean ok() {
        return failures < DEAD_AFTER && lastSuccess > 0;
    }
}
