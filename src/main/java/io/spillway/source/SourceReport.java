package io.spillway.source;

import io.spillway.fleet.BalancerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one poll brought.
///
/// @param samples readings, joined to servers by the desk
/// @param balancer the balancer's own state, where the source is one
/// @param message one sentence if part of the answer is missing, else empty
public record SourceReport(List<Sample> samples, @Nullable BalancerState balancer, String message) {
    public SourceReport {
        samples = List.copyOf(samples);
    }
}
