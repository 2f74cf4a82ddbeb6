package io.spillway.desk;

import io.spillway.action.Lease;
import io.spillway.fleet.FleetState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/// Sees acts reach their end and has each given back once, on the thread for acts.
final class LeaseEnds {
    private final Acts acts;
    private final Safety safety;
    private final Executor actThread;
    private final Set<String> underWay = new HashSet<>();

    LeaseEnds(Acts acts, Safety safety, Executor actThread) {
        this.acts = acts;
        this.safety = safety;
        this.actThread = actThread;
    }

    /// Looks at every act in force. Called on the desk's thread.
    void check(List<Lease> leases, FleetState fleet, Instant now) {
        for (Lease lease : leases) {
            Instant end = lease.endsAt();
            if (lease.inForce()
                    && lease.state() != Lease.State.RAMPING
                    && end != null
                    && !now.isBefore(end)
                    && begin(lease.id())) {
                actThread.execute(() -> giveBack(lease, fleet));
            }
        }
    }

    private void giveBack(Lease lease, FleetState fleet) {
        try {
            acts.expire(lease, safety.obstacle(lease, fleet));
        } finally {
            end(lease.id());
        }
    }

    private synchronized boolean begin(String id) {
        return underWay.add(id);
    }

    private synchronized void end(String id) {
        underWay.remove(id);
    }
}
