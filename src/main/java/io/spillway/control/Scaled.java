package io.spillway.control;

/// What scaling did.
///
/// @param pool the pool's name
/// @param field what was set: `servers`, `replicas` of a workload, or `minReplicas` of its
///   autoscaler
/// @param before its value before; for `servers`, as the request said
/// @param after its value now
/// @param text one line for operators, with what the other side answered
public record Scaled(String pool, String field, int before, int after, String text) {
    /// A number of servers, whose meaning is known to the other side alone.
    public static final String SERVERS = "servers";

    /// `spec.replicas` of a workload.
    public static final String REPLICAS = "replicas";

    /// `spec.minReplicas` of a horizontal pod autoscaler.
    public static final String MIN_REPLICAS = "minReplicas";

    public Scaled {
        if (pool.isBlank() || field.isBlank()) {
            throw new IllegalArgumentException("Something of a pool is scaled.");
        }
    }
}
