package io.spillway.watch;

import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.forecast.Forecast;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import java.util.List;

/// What watch makes of the fleet at one tick. Immutable.
///
/// @param fleet all pools together
/// @param pools each pool, in configuration order
/// @param servers each server's capacity, in the fleet's order
/// @param findings CPU that traffic does not explain
/// @param why who brings the surge that lasts, if one does
/// @param announced campaigns under way or to come within two days, soonest first
public record Outlook(
        LoadOutlook fleet,
        List<LoadOutlook> pools,
        ServerCapacities servers,
        List<Finding> findings,
        Attribution why,
        List<Announced> announced) {
    public Outlook {
        pools = List.copyOf(pools);
        findings = List.copyOf(findings);
        announced = List.copyOf(announced);
    }

    /// Nothing is known.
    public static Outlook unknown() {
        return new Outlook(
                new LoadOutlook(
                        "",
                        Double.NaN,
                        Band.unknown(14),
                        List.of(),
                        Capacity.unknown("nothing was read yet"),
                        Forecast.unknown()),
                List.of(),
                ServerCapacities.none(),
                List.of(),
                Attribution.none(),
                List.of());
    }
}
