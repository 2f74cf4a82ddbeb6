package io.spillway.source;

import io.spillway.fleet.Alert;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.ProcessShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one poll brought.
///
/// @param samples readings, joined to servers by the desk
/// @param balancer the balancer's own state, where the source is one
/// @param keys what single keys bring now, as the balancer counts them; told again by every poll
/// @param requests those that were logged since the last poll, in the order of the log
/// @param processes the busiest of each machine, as last read; told again by every poll
/// @param alerts every one that is pending or fires; told again by every poll; null where the
///   source tells of none at all, or cannot tell now
/// @param message one sentence if part of the answer is missing, else empty
public record SourceReport(
        List<Sample> samples,
        @Nullable BalancerState balancer,
        List<KeyRate> keys,
        List<LoggedRequest> requests,
        List<ProcessShare> processes,
        @Nullable List<Alert> alerts,
        String message) {
    public SourceReport {
        samples = List.copyOf(samples);
        keys = List.copyOf(keys);
        requests = List.copyOf(requests);
        processes = List.copyOf(processes);
        alerts = alerts == null ? null : List.copyOf(alerts);
    }

    /// Of a source that tells of no alerts.
    public SourceReport(
            List<Sample> samples,
            @Nullable BalancerState balancer,
            List<KeyRate> keys,
            List<LoggedRequest> requests,
            List<ProcessShare> processes,
            String message) {
        this(samples, balancer, keys, requests, processes, null, message);
    }

    /// Readings alone.
    public SourceReport(List<Sample> samples, @Nullable BalancerState balancer, String message) {
        this(samples, balancer, List.of(), List.of(), List.of(), message);
    }
}
