package io.spillway.relief.gate;

import java.util.List;

/// One step of the ladder: how much of each class passes.
///
/// @param name as operators know it
/// @param admitted share of each class that passes, by rank, 0..1
public record Rung(String name, List<Double> admitted) {
    public Rung {
        admitted = List.copyOf(admitted);
    }

    /// What is refused of a class, permille, 0..1000.
    public int shed(int rank) {
        return (int) Math.round(1000 * (1 - admitted.get(rank)));
    }
}
