package io.spillway.relief.fill;

/// What a plan may do with a server's weight. Whatever the role, a weight of 0 stays 0: someone
/// took that server out.
public enum Role {
    /// Anything.
    FREE,
    /// Leave it or lower it: too little is known to send it more.
    FALLING,
    /// Leave it. It keeps its share of the traffic.
    FROZEN,
    /// It gets no traffic whatever its weight says.
    OUT
}
