package io.spillway.relief.drain;

import java.util.ArrayList;
import java.util.List;

/// What is remembered of a server that is being emptied. Immutable; each look gives the next.
///
/// @param looks the newest of the last minutes, oldest first
public record Draining(List<Look> looks) {
    /// How far back the end is judged from, ms.
    static final long WINDOW = 120_000;

    /// The end is not judged before so much has been seen, ms.
    static final long LEAST = 10_000;

    public Draining {
        looks = List.copyOf(looks);
    }

    /// One reading.
    ///
    /// @param time epoch milliseconds
    /// @param inFlight requests being worked on, 0 or more
    /// @param arriving new requests a second, NaN if unknown
    public record Look(long time, double inFlight, double arriving) {}

    /// A server that has just been drained.
    public static Draining begun() {
        return new Draining(List.of());
    }

    /// The same with one reading more; one without a value, or that is not newer, is left out.
    public Draining with(Look look) {
        boolean old = !looks.isEmpty() && look.time() <= looks.getLast().time();
        if (old || !(look.inFlight() >= 0)) {
            return this;
        }
        List<Look> kept = new ArrayList<>();
        for (Look l : looks) {
            if (l.time() > look.time() - WINDOW) {
                kept.add(l);
            }
        }
        kept.add(look);
        return new Draining(kept);
    }
}
