package io.spillway.fleet;

/// What one key of a balancer brings, as the balancer counts it: a source address, a user agent, a
/// request class or a frontend.
///
/// @param dimension what the key is
/// @param key the address, the agent's text, the class or the frontend's name
/// @param requests per second
/// @param clientErrors answers 4xx per second, NaN if not measured
/// @param serverErrors answers 5xx per second, NaN if not measured
/// @param refused requests the balancer itself refused, per second, NaN if not measured
public record KeyRate(
        Dimension dimension,
        String key,
        float requests,
        float clientErrors,
        float serverErrors,
        float refused) {
    /// What a key is.
    public enum Dimension {
        FRONTEND,
        SOURCE,
        USER_AGENT,
        REQUEST_CLASS
    }
}
