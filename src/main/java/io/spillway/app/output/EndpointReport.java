package io.spillway.app.output;

import org.jspecify.annotations.Nullable;

/// What trying one endpoint brought.
///
/// @param endpoint name of the source or balancer
/// @param address where it is
/// @param reachable whether it answered at all
/// @param readable whether it gave readings
/// @param writable whether it lets Spillway change weights; null where it is only read
/// @param join whether the servers of the pools were found in its readings; null if it gave none
/// @param skewSeconds its clock minus ours, NaN if unknown
/// @param message one sentence: what is wrong and what to do; empty if nothing is
public record EndpointReport(
        String endpoint,
        String address,
        boolean reachable,
        boolean readable,
        @Nullable Boolean writable,
        @Nullable Boolean join,
        double skewSeconds,
        String message) {
    /// True if nothing that was tried failed.
    public boolean ok() {
        return reachable
                && readable
                && !Boolean.FALSE.equals(writable)
                && !Boolean.FALSE.equals(join);
    }
}
