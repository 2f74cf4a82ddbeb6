package io.spillway.app.output;

import io.spillway.action.Lease;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Acts for people.
public final class LeasesText {
    private LeasesText() {}

    public static String of(List<Lease> leases) {
        return leases.isEmpty() ? "nothing is in force\n" : table(leases);
    }

    static String table(List<Lease> leases) {
        Table table =
                new Table(
                        "ID",
                        "KIND",
                        "POOL",
                        "STATE",
                        "SINCE",
                        "ENDS",
                        "OPERATOR",
                        "REASON",
                        "BALANCERS",
                        "MESSAGE");
        for (Lease lease : leases) {
            table.row(
                    lease.id(),
                    lease.kind(),
                    lease.pool(),
                    lease.state().word(),
                    time(lease.since()),
                    time(lease.endsAt()),
                    lease.operator(),
                    lease.reason(),
                    String.join(" ", lease.balancers()),
                    lease.message());
        }
        return table.toString();
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
