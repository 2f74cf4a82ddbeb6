package io.spillway.desk;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.fleet.BalancerState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds what acts in force intend against what balancers hold and against what is measured.
/// Remembers since when a pool's shares do not follow its weights.
final class Truths {
    /// Rates are means over some seconds, and weights take a while to show.
    private static final long PATIENCE = 30_000;

    private record Key(String balancer, Knob knob) {}

    private final Map<String, Long> offSince = new HashMap<>();

    /// @param drifts what is known to be otherwise, with its cause
    List<Truth> step(List<Lease> leases, List<Drift> drifts, FleetState fleet, List<KeyRate> keys) {
        List<Truth> truths = new ArrayList<>();
        for (Pool pool : fleet.pools()) {
            List<Lease> ours =
                    leases.stream()
                            .filter(l -> l.inForce() && l.pool().equals(pool.name()))
                            .toList();
            if (ours.isEmpty()) {
                offSince.remove(pool.name());
            } else {
                Shares shares = Shares.of(fleet, pool);
                new One(pool, fleet, keys, shares, ignored(pool, shares, fleet.time()), truths)
                        .all(ours, drifts);
            }
        }
        return truths;
    }

    private boolean ignored(Pool pool, Shares shares, long now) {
        if (!shares.off()) {
            offSince.remove(pool.name());
            return false;
        }
        return now - offSince.computeIfAbsent(pool.name(), _ -> now) >= PATIENCE;
    }

    /// One pool at one time.
    private record One(
            Pool pool,
            FleetState fleet,
            List<KeyRate> keys,
            Shares shares,
            boolean ignored,
            List<Truth> truths) {
        void all(List<Lease> leases, List<Drift> drifts) {
            for (BalancerState balancer : fleet.balancers()) {
                Map<String, Slot> slots = new HashMap<>();
                balancer.slots().stream()
                        .filter(s -> s.backend().equals(pool.backend()))
                        .forEach(s -> slots.put(s.server(), s));
                for (Lease lease : leases) {
                    if (lease.balancers().contains(balancer.name())) {
                        Map<Key, String> causes = new HashMap<>();
                        drifts.stream()
                                .filter(d -> d.lease().equals(lease.id()))
                                .forEach(d ->
                                        causes.put(new Key(d.balancer(), d.knob()), d.cause()));
                        of(lease, balancer, slots, causes);
                    }
                }
            }
        }

        private void of(
                Lease lease,
                BalancerState balancer,
                Map<String, Slot> slots,
                Map<Key, String> causes) {
            Map<Knob, Integer> held = balancer.values(lease.backend());
            lease.course()
                    .intended()
                    .forEach((knob, intended) -> {
                        Integer applied = knob.among(held);
                        String drift = causes.getOrDefault(new Key(balancer.name(), knob), "");
                        // Else another act or somebody else decides, or it was not read since.
                        if (applied != null && (applied.equals(intended) || !drift.isEmpty())) {
                            String cause =
                                    drift.isEmpty() ? other(knob, slots.get(knob.name())) : drift;
                            truths.add(
                                    new Truth(
                                            lease.id(),
                                            balancer.name(),
                                            pool.name(),
                                            knob,
                                            intended,
                                            applied,
                                            expected(knob, applied),
                                            observed(knob),
                                            cause));
                        }
                    });
        }

        private String other(Knob knob, @Nullable Slot slot) {
            boolean server = knob.kind() == Knob.Kind.WEIGHT || knob.kind() == Knob.Kind.STATE;
            if (server && slot != null && slot.throttle() < 100) {
                return Truth.SLOW_START;
            }
            return ignored && knob.kind() == Knob.Kind.WEIGHT ? Truth.NOT_FOLLOWED : "";
        }

        private double expected(Knob knob, int applied) {
            return switch (knob.kind()) {
                case WEIGHT, STATE -> shares.expected(knob.name());
                case SHED -> applied / 1000.0;
                default -> Double.NaN;
            };
        }

        private double observed(Knob knob) {
            return switch (knob.kind()) {
                case WEIGHT, STATE -> shares.observed(knob.name());
                case SHED -> refused(knob.name());
                default -> Double.NaN;
            };
        }

        /// The share of a class's requests that was refused, NaN if the balancers do not count it.
        private double refused(String rank) {
            return keys.stream()
                    .filter(k -> k.dimension() == KeyRate.Dimension.REQUEST_CLASS)
                    .filter(k -> k.key().equals(rank) && k.requests() > 0)
                    .mapToDouble(k -> k.refused() / k.requests())
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
