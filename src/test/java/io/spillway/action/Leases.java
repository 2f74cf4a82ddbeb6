package io.spillway.action;

import io.spillway.fleet.Knob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Acts of one step, as screens see them.
public final class Leases {
    private Leases() {}

    /// On the backend that has the name of its pool, of which is not known what undo brings back.
    public static Lease of(
            String id,
            String kind,
            String pool,
            String operator,
            String reason,
            Instant since,
            @Nullable Instant endsAt,
            Lease.State state,
            String message,
            List<String> balancers) {
        return of(
                id, kind, pool, pool, operator, reason, since, endsAt, state, message, balancers,
                Map.of());
    }

    public static Lease of(
            String id,
            String kind,
            String pool,
            String backend,
            String operator,
            String reason,
            Instant since,
            @Nullable Instant endsAt,
            Lease.State state,
            String message,
            List<String> balancers,
            Map<String, Map<Knob, Integer>> before) {
        return new Lease(
                id,
                kind,
                pool,
                backend,
                operator,
                reason,
                since,
                endsAt,
                state,
                message,
                balancers,
                before,
                Lease.Course.unknown());
    }
}
