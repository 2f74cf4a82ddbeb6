package io.spillway.relief.gate;

import io.spillway.fleet.RequestClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Gates that were thought out before they are needed, from open to the most that a preset does.
///
/// @param rungs the first is open
public record Ladder(List<Rung> rungs) {
    /// The word for the rung at which all gates are open.
    public static final String OPEN = "open";

    private static final double ADMITTED = 0.4;

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /// Closes the last class to 40 %, then the one before it as well, and so on. The first class
    /// stays open on every rung.
    ///
    /// @param classes most critical first
    public static Ladder standard(List<RequestClass> classes) {
        List<Rung> rungs = new ArrayList<>();
        List<Double> admitted = new ArrayList<>(Collections.nCopies(classes.size(), 1.0));
        rungs.add(new Rung(OPEN, admitted));
        for (int k = classes.size() - 1; k > 0; k--) {
            admitted.set(k, ADMITTED);
            String more = rungs.size() > 1 ? "+ " : "";
            rungs.add(new Rung(more + classes.get(k).name(), admitted));
        }
        return new Ladder(rungs);
    }
}
