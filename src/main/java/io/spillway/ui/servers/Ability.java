package io.spillway.ui.servers;

import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerCapacities;
import org.jspecify.annotations.Nullable;

/// What one server can carry.
///
/// @param atLimit requests per second at its pool's CPU limit, NaN if unknown
/// @param error how far that may be off, as a share, NaN if unknown
/// @param background CPU that traffic does not bring, 0..1, NaN if unknown
/// @param finding what was found about that; null if nothing
record Ability(double atLimit, double error, double background, @Nullable Finding finding) {
    /// Of the server at a place of the fleet.
    static Ability of(Outlook outlook, int place, @Nullable Finding finding) {
        ServerCapacities all = outlook.servers();
        return place < all.atLimit().length
                ? new Ability(
                        all.atLimit()[place], all.error()[place], all.background()[place], finding)
                : new Ability(Double.NaN, Double.NaN, Double.NaN, finding);
    }
}
